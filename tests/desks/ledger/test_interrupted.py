"""A compile that is killed or fails leaves the book, and the Parquet, as before or complete."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.desks.ledger.conftest import Desk

from tongket.desks.ledger import facts, store
from tongket.desks.ledger.models import CompileRun, ObservationRow

# Closes what changed and writes half of the new observations, says so, and never ends its transaction.
HALFWAY = """
import sys, time
from pathlib import Path
office, data, folder, said = map(Path, sys.argv[1:5])
from tongket.desks.site.start import start
start(office, data)
from tongket.desks.ledger import actions, store
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
catalogue = read_catalogue(PRODUCT_CATALOGUE, Path("examples/sonla/catalogue"))
write = store.write
def half(found, run):
    write(store.Difference(found.new[::2], (), ()), run)
    said.touch()
    time.sleep(600)
store.write = half
actions.compile_figures(by="t", catalogue=catalogue, home="14", folder=folder)
"""


def test_a_compile_that_is_killed_halfway_leaves_the_book_as_before(
    filed: Desk, store: str, office: Path, tmp_path: Path
):
    env = {key: value for key, value in os.environ.items() if not key.startswith("TONGKET_")}
    said = tmp_path / "half"
    words = [sys.executable, "-c", HALFWAY, office, tmp_path / "data", filed.folder, said]
    process = subprocess.Popen([str(word) for word in words], env={**env, "DATABASE_URL": store})
    while not said.exists() and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert said.exists()
    assert not CompileRun.objects.exists()
    assert not ObservationRow.objects.exists()
    assert filed.compile().new > 0
    assert filed.value() == 67


def test_a_compile_that_fails_while_writing_leaves_the_book_as_before(
    filed: Desk, monkeypatch: pytest.MonkeyPatch
):
    write = store.write

    def fails(found, run):
        write(found, run)
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(store, "write", fails)
        with pytest.raises(OSError, match="disk"):
            filed.compile()
    assert not CompileRun.objects.exists()
    assert filed.compile().new > 0


def test_parquet_that_could_not_be_finished_is_not_put_in_place(filed: Desk, monkeypatch: pytest.MonkeyPatch):
    table = facts._table

    def fails(rows, dimensions, columns):
        if len(rows) > 0:
            raise OSError("the disk is full")
        return table(rows, dimensions, columns)

    with monkeypatch.context() as patched:
        patched.setattr(facts, "_table", fails)
        with pytest.raises(OSError, match="disk"):
            filed.compile()
    assert not (filed.folder / "industrial_production" / "facts.parquet").exists()
    assert filed.compile().facts == 8
    assert filed.value() == 67
