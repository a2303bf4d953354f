"""The database in one file while the office goes on working, and back again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connections

from tongket.figures.terms.words import Refusal, Text

SQLITE, POSTGRESQL = "desks.sqlite3", "desks.pgdump"
MEMBERS = frozenset({SQLITE, POSTGRESQL})
DUMP = ("pg_dump", "--format=custom", "--no-owner", "--file")
RESTORE = ("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction")


class NoSnapshot(Refusal):
    """The database cannot be copied or put back as things are."""


def take(folder: Path) -> Path:
    """A copy of the whole database at one moment; nobody who works has to stop."""
    config = connections.settings["default"]
    if not _is_sqlite(config):
        path = folder / POSTGRESQL
        _run([*DUMP, str(path)], config)
        return path
    path = folder / SQLITE
    with closing(sqlite3.connect(config["NAME"])) as ours, closing(sqlite3.connect(path)) as copy:
        ours.backup(copy)
    return path


def put_back(path: Path) -> None:
    """Put a copy in the place of the database, as one transaction; raises `NoSnapshot`."""
    config = connections.settings["default"]
    if _is_sqlite(config) != (path.name == SQLITE):
        raise NoSnapshot(_OTHER_KIND.format(found=path.name, engine=config["ENGINE"].rpartition(".")[2]))
    connections.close_all()
    if not _is_sqlite(config):
        _run([*RESTORE, "--dbname", config["NAME"], str(path)], config)
        return
    with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(config["NAME"])) as ours:
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise NoSnapshot(_BROKEN.format(verdict=verdict))
        copy.backup(ours)


def _is_sqlite(config: Mapping[str, Any]) -> bool:
    return config["ENGINE"].endswith("sqlite3")


def _run(command: list[str], config: Mapping[str, Any]) -> None:
    """A program of PostgreSQL; where and as whom goes by its own variables, so no list shows a password."""
    if shutil.which(command[0]) is None:
        raise NoSnapshot(_NO_PROGRAM.format(program=command[0]))
    said = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    env = {**os.environ, **{name: str(config[key]) for name, key in said.items() if config.get(key)}}
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise NoSnapshot(_FAILED.format(program=command[0], fault=ended.stderr.strip()))


_OTHER_KIND = Text(
    "Bản sao lưu chứa {found}, còn cơ sở dữ liệu đang dùng là {engine}. Hãy đặt DATABASE_URL đúng loại rồi "
    "khôi phục.",
    "The backup holds {found} and the database in use is {engine}. Set DATABASE_URL to the same kind and "
    "restore again.",
)
_BROKEN = Text(
    "Cơ sở dữ liệu trong bản sao lưu bị hỏng: {verdict}", "The backup's database is damaged: {verdict}"
)
_NO_PROGRAM = Text(
    "Không thấy chương trình {program}. Hãy cài postgresql-client cùng phiên bản với máy chủ.",
    "The program {program} was not found. Install postgresql-client of the server's version.",
)
_FAILED = Text("{program} không thành công: {fault}", "{program} failed: {fault}")
