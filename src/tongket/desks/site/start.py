"""Open an office: point Django at its folder and data, and bring its store up to date."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tongket.desks.site.office import Office
from tongket.figures.terms.words import Refusal, Text


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
    data.mkdir(parents=True, exist_ok=True)
    migrate()
    return settings.ENVIRONMENT.office


def migrate() -> None:
    """Bring the store to the newest form; an up-to-date store is only looked at."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


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
