"""Other processes: killed in the middle, importing at the same time, serving another office."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db import connection
from tests.desks.filing.books import book, production
from tests.desks.filing.conftest import Take
from tests.desks.site.opening import make_office

from tongket.desks.filing.actions import import_folder
from tongket.desks.filing.models import CellRow, ReturnRow, Submission
from tongket.figures.exchange.catalogue import Catalogue

MONTHS = {f"2020-{month:02}": production(month) for month in range(1, 13)}
OPEN = """
import sys, time
from pathlib import Path
from tongket.desks.site.start import start
office, data, folder = map(Path, sys.argv[1:4])
start(office, data)
from tongket.desks.filing import actions, store
from tongket.desks.registry import actions as registry
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
catalogue = read_catalogue(PRODUCT_CATALOGUE, Path("examples/sonla/catalogue"))
registry.load_areas(by="t", folder=office)
registry.load_reporters(by="t", folder=office)
"""
IMPORT = "print(actions.import_folder(by='t', folder=folder, catalogue=catalogue).count('accepted'))"
# Writes a file's cells but the last, says so, and never comes to the end of the transaction.
HALFWAY = """
insert = store.insert_many
def half(model, columns, rows):
    insert(model, columns, list(rows)[:-1])
    (folder.parent / "half").touch()
    time.sleep(600)
store.insert_many = half
"""


# Waits until all are ready, so that they come to the same file at the same time.
TOGETHER = """
import os
(folder.parent / f"ready-{os.getpid()}").touch()
while not (folder.parent / "go").exists():
    time.sleep(0.001)
"""


def process(code: str, office: Path, data: Path, folder: Path, address: str = "") -> subprocess.Popen[str]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("TONGKET_")}
    env |= {"DATABASE_URL": address} if address else {}
    arguments = [sys.executable, "-W", "error", "-c", OPEN + code, str(office), str(data), str(folder)]
    root = Path(__file__).parents[3]
    return subprocess.Popen(arguments, env=env, cwd=root, stdout=subprocess.PIPE, text=True)


def finished(*running: subprocess.Popen[str]) -> list[str]:
    said = [each.communicate(timeout=60)[0].strip() for each in running]
    assert [each.returncode for each in running] == [0] * len(running)
    return said


def contents() -> tuple[int, int, int]:
    return Submission.objects.count(), ReturnRow.objects.count(), CellRow.objects.count()


@pytest.fixture
def folder(catalogue: Catalogue, tmp_path: Path) -> Path:
    for reporter in ("DN001", "DN002"):
        months = {m: lines for m, lines in MONTHS.items() if reporter == "DN001" or m < "2020-07"}
        book(tmp_path / "in" / f"{reporter}.xlsx", catalogue, reporter, months)
    return tmp_path / "in"


def test_a_process_killed_in_the_middle_of_a_file_leaves_nothing_of_it(
    take: Take, store: str, office: Path, folder: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    take(folder / "DN002.xlsx")
    before = contents()
    connection.close()
    running = process(HALFWAY + IMPORT, office, tmp_path / "data", folder, store)
    _until((tmp_path / "half").exists, running)
    running.kill()
    running.communicate()
    assert running.returncode == -signal.SIGKILL
    assert contents() == before
    assert import_folder(by="t", folder=folder, catalogue=catalogue).recorded == 24
    assert contents() == (2, 18, 36)


def test_a_folder_killed_anywhere_is_a_number_of_whole_files(
    take: Take, store: str, office: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    for number in range(30):
        book(
            folder / f"{number:02}.xlsx",
            catalogue,
            "DN001",
            {f"{1990 + number + 26}-01": production(number + 1)},
        )
    connection.close()
    running = process(IMPORT, office, tmp_path / "data", folder, store)
    _until(lambda: Submission.objects.count() > 3, running)
    running.kill()
    running.communicate()
    files, returns, cells = contents()
    assert 3 < files == returns
    assert cells == 2 * files
    import_folder(by="t", folder=folder, catalogue=catalogue)
    assert contents() == (30, 30, 60)


def test_two_processes_with_the_same_folder_count_it_once(
    take: Take, store: str, office: Path, folder: Path, tmp_path: Path
) -> None:
    connection.close()
    running = [process(TOGETHER + IMPORT, office, tmp_path / "data", folder, store) for _ in range(2)]
    _until(lambda: len(list(tmp_path.glob("ready-*"))) == 2)
    (tmp_path / "go").touch()
    assert sum(int(accepted) for accepted in finished(*running)) == 2
    assert contents()[1:] == (18, 36)


def test_processes_may_open_a_new_office_at_the_same_time(folder: Path, tmp_path: Path) -> None:
    office = make_office(tmp_path / "office")
    running = [
        process("print(start(office, data).code)", office, tmp_path / "data", folder) for _ in range(3)
    ]
    assert finished(*running) == ["giadinh"] * 3


def test_two_offices_side_by_side_know_nothing_of_each_other(folder: Path, tmp_path: Path) -> None:
    count = "\nprint(start(office, data).code, store.CellRow.objects.count())"
    offices = [make_office(tmp_path / code, code) for code in ("mot", "hai")]
    empty = tmp_path / "empty"
    empty.mkdir()
    said = finished(
        process(IMPORT + count, offices[0], tmp_path / "data" / "mot", folder),
        process(IMPORT + count, offices[1], tmp_path / "data" / "hai", empty),
    )
    assert said == ["2\nmot 36", "0\nhai 0"]


def _until(condition: object, running: subprocess.Popen[str] | None = None, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        assert running is None or running.poll() is None, "the process ended by itself"
        time.sleep(0.01)
