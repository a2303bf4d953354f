"""What reading a file gives: its returns, or the findings for which nothing of it is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tongket.figures.returns.answer import Finding, Return
from tongket.figures.returns.form import FormSpec
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang

LIMIT = 100  # findings after which reading stops: nobody corrects more at one go


@dataclass(frozen=True, slots=True)
class Known:
    """What the office knows when a file arrives: its forms, codes and units, and its language."""

    forms: Mapping[str, FormSpec]
    codelists: Mapping[str, Codelist]
    units: Mapping[str, Unit]
    lang: Lang = "vi"


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as read. A hard finding leaves no returns: a file is taken whole or not at all."""

    file: str
    returns: tuple[Return, ...]
    findings: tuple[Finding, ...]

    @property
    def accepted(self) -> bool:
        return not any(finding.severity == "hard" for finding in self.findings)

    def with_findings(self, more: tuple[Finding, ...]) -> Reading:
        """The same file with more found; the returns go if one of them is hard."""
        reading = replace(self, findings=self.findings + more)
        return reading if reading.accepted else replace(reading, returns=())
