"""Stores of their own for tests: a fresh one is a copy, and Django is pointed at it for a while."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import dj_database_url
from django.conf import settings
from django.db import connections

from tongket.desks.site.environment import SQLITE

NUMBERS = count()


def fresh_sqlite(folder: Path) -> str:
    """The address of a fresh, migrated SQLite store: a copy of one made once."""
    path = folder / f"{next(NUMBERS)}.sqlite3"
    template = settings.ENVIRONMENT.data / "desks.sqlite3"
    with closing(sqlite3.connect(template)) as made, closing(sqlite3.connect(path)) as copy:
        made.backup(copy)  # whole, also while a connection elsewhere keeps part of it in its log
    return f"sqlite:///{path}"


@contextmanager
def connected(address: str) -> Iterator[None]:
    """Point Django's only connection at another store for a while."""
    config = dict(dj_database_url.parse(address))
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE
    before = connections.settings["default"]
    _point(connections.configure_settings({"default": config})["default"])
    try:
        yield
    finally:
        _point(before)


def _point(config: dict) -> None:
    connections["default"].close()
    connections.settings["default"] = config
    del connections["default"]
