"""Open an office: point Django at its folder and data, and bring its store up to date."""

from __future__ import annotations

import os
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor

from tongket.desks.site.environment import Misconfigured
from tongket.desks.site.office import Office
from tongket.figures.terms.words import Refusal, Text

ATTEMPTS = 20
PAUSE = 0.25  # seconds
_OPENED: set[str] = set()  # stores that this process has brought up to date


class AnotherOffice(Refusal):
    """The process already serves another office."""


def start(office: Path, data: Path) -> Office:
    """Set up Django for the office and migrate its store when needed; calling it again costs nothing.

    One process serves one office. Raises `Misconfigured` where the folder or the environment is wrong.
    """
    office, data = office.absolute(), data.absolute()
    if settings.configured:
        _same(office, data)
    else:
        os.environ["TONGKET_OFFICE"] = str(office)
        os.environ["TONGKET_DATA"] = str(data)
        os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.desks.site.settings"
        django.setup()
    try:
        data.mkdir(parents=True, exist_ok=True)
        if (store := str(connection.settings_dict["NAME"])) not in _OPENED:
            migrate()
            _OPENED.add(store)
    except (OSError, DatabaseError) as fault:
        raise Misconfigured("site.E006", _NO_STORE.format(data=data, fault=str(fault).strip())) from fault
    return settings.ENVIRONMENT.office


def migrate() -> None:
    """Bring the store to the newest form; an up-to-date store is only looked at."""
    for left in reversed(range(ATTEMPTS)):
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except (DatabaseError, MigrationSchemaMissing):
            # Two processes may open a new office at once: the one that comes second looks again.
            if not left:
                raise
            time.sleep(PAUSE)


def _same(office: Path, data: Path) -> None:
    served = settings.ENVIRONMENT
    if (office, data) != (served.office.folder, served.data):
        raise AnotherOffice(
            Text(
                "Tiến trình này đang phục vụ {served}; không mở thêm được {asked}. Hãy chạy một tiến "
                "trình khác.",
                "This process serves {served} and cannot open {asked} as well. Run another process for it.",
            ).format(served=served.office.folder, asked=office)
        )


_NO_STORE = Text(
    "Không mở được kho số liệu ({fault}). Hãy kiểm tra quyền ghi vào {data}, hoặc máy chủ trong "
    "DATABASE_URL.",
    "The store cannot be opened ({fault}). Check that {data} can be written, or the server in DATABASE_URL.",
)
