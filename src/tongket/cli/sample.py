"""The sample returns of an office: who makes them, in which batches they arrive, which year they reckon."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tongket.figures.terms.words import Refusal, Text

FILE = "sample.yaml"
NO_SAMPLE = Text(
    "Cơ quan ở {folder} không có báo cáo mẫu (thiếu sample.yaml). Hãy dùng “tongket import” với báo cáo "
    "của mình.",
    "The office in {folder} has no sample returns (no sample.yaml). Use “tongket import” with your own.",
)
FAILED = Text(
    "Không tạo được báo cáo mẫu bằng {maker}: {fault}", "{maker} could not make the sample returns: {fault}"
)


@dataclass(frozen=True)
class Batch:
    """Returns that arrive together, and whether the year is released after them."""

    folder: Path
    releases: bool


@dataclass(frozen=True)
class Sample:
    """The sample of an office, made into a folder of its data."""

    year: int
    batches: tuple[Batch, ...]


def make_sample(office: Path, folder: Path) -> Sample:
    """Let the office's own maker write its returns; the same maker writes the same bytes every time."""
    described = office / FILE
    if not described.is_file():
        raise Refusal(NO_SAMPLE.format(folder=office))
    sample = yaml.safe_load(described.read_text(encoding="utf-8"))
    maker = office / sample["maker"]
    made = subprocess.run(
        [sys.executable, str(maker), str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        fault = (made.stderr.strip() or "?").splitlines()[-1]
        raise Refusal(FAILED.format(maker=maker.name, fault=fault))
    batches = tuple(Batch(folder / one["folder"], one["then"] == "release") for one in sample["batches"])
    return Sample(sample["year"], batches)
