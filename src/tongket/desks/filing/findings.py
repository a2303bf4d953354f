"""Findings as they are kept with a submission."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.words import Text


def written(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as plain data, for a JSON column."""
    return [
        {
            "check": finding.check,
            "severity": finding.severity,
            "file": finding.place.file,
            "sheet": finding.place.sheet,
            "cell": finding.place.cell,
            "vi": finding.sentence.vi,
            "en": finding.sentence.en,
        }
        for finding in findings
    ]


def read(data: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """The findings that were written."""
    return tuple(
        Finding(
            entry["check"],
            entry["severity"],
            Place(entry["file"], entry["sheet"], entry["cell"]),
            Text(entry["vi"], entry["en"]),
        )
        for entry in data
    )
