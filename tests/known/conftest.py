"""The year of the example, told once for all tests of this folder by the command line itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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
