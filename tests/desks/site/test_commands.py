"""The commands that found, guard and save an office, as somebody types them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("commands")


@pytest.fixture(scope="module")
def tongket(room: Path):
    def run(*words: str, office: str = "hoabinh") -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "TONGKET_DATA": str(room / "data"), "TONGKET_LANG": "en", "DATABASE_URL": ""}
        env.pop("TONGKET_OFFICE", None)
        chosen = ["--office", str(room / office)] if (room / office).exists() else []
        command = [sys.executable, "-m", "tongket", *chosen, *words]
        return subprocess.run(command, env=env, capture_output=True, text=True)

    return run


def test_an_office_from_its_founding_to_a_restored_backup(tongket, room):
    founded = tongket("init", str(room / "hoabinh"), "--code", "hoabinh")
    assert founded.returncode == 0, founded.stderr
    assert "code: hoabinh" in (room / "hoabinh" / "office.yaml").read_text(encoding="utf-8")
    assert not (room / "hoabinh" / "cast.yaml").exists()

    first = tongket("admin", "quantri")
    assert re.search(r"password \w{6}-\w{6}-\w{6}", first.stdout), first.stderr
    saved = tongket("backup")
    path = re.search(r"\S+\.tar\.gz", saved.stdout)[0]
    assert tongket("admin", "quantri").returncode == 0

    restored = tongket("restore", "--yes", path)
    assert "is back" in restored.stdout, restored.stderr
    assert "What there is now was kept first" in restored.stdout
    whole = tongket("trail", "verify")
    assert "The trail is whole" in whole.stdout
    seal = re.search(r"\d+:[0-9a-f]{64}", whole.stdout)[0]
    assert tongket("trail", "verify", "--seal", seal).returncode == 0
    assert tongket("trail", "verify", "--seal", f"1:{'0' * 64}").returncode == 1


def test_an_office_is_not_founded_over_another_nor_under_a_bad_code(tongket, room):
    (room / "full").mkdir()
    (room / "full" / "file").write_text("")
    taken = tongket("init", str(room / "full"), "--code", "x", office="none")
    assert (taken.returncode, "holds something already" in taken.stderr) == (2, True)
    bad = tongket("init", str(room / "new"), "--code", "Hòa Bình", office="none")
    assert "cannot be a code" in bad.stderr


def test_a_seal_that_is_none_is_refused(tongket):
    refused = tongket("trail", "verify", "--seal", "nonsense", office="none")
    assert refused.returncode == 2
    assert "is no end of a trail" in refused.stderr
