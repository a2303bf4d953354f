"""The year of the example, told once for all tests of this folder by the command line itself."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tongket.figures.terms.area import Area, AreaLink, AreaMap

ROOT = Path(__file__).parents[2]
OFFICE = ROOT / "examples" / "sonla"


@dataclass(frozen=True)
class Year:
    """The example's data after `tongket demo`, and how to ask the command line of it."""

    data: Path
    printed: str

    def run(self, *words: object, lang: str = "vi", exit_code: int = 0) -> str:
        env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        place = ["--office", OFFICE, "--data", self.data, "--lang", lang]
        command = [sys.executable, "-W", "error", "-m", "tongket", *place, *words]
        done = subprocess.run(
            [str(word) for word in command],
            cwd=ROOT,
            env={**env, "COLUMNS": "200", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def ask(self, *words: object, exit_code: int = 0) -> Any:
        return json.loads(self.run(*words, "--json", exit_code=exit_code))


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    data = tmp_path_factory.mktemp("sonla")
    return Year(data, Year(data, "").run("demo"))


def rows(name: str) -> csv.DictReader:
    return csv.DictReader((OFFICE / name).read_text(encoding="utf-8").splitlines())


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.fixture(scope="module")
def sonla() -> AreaMap:
    """The units of the example through time, and the links between them."""
    areas = [
        Area(
            r["code"],
            day(r["valid_from"]),
            day(r["valid_to"]),
            r["level"],
            r["type"],
            r["name"],
            r["parent_code"],
        )
        for r in rows("areas.csv")
    ]
    links = [
        AreaLink(
            r["event_id"],
            r["from_code"],
            day(r["from_valid_from"]),
            r["to_code"],
            day(r["to_valid_from"]),
            Decimal(r["share"]) if r["share"] else None,
            r["basis"],
            r["verified"] == "yes",
        )
        for r in rows("area_links.csv")
    ]
    return AreaMap(tuple(areas), (), tuple(links))
