"""What the proof-reader says of one number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tongket.figures.observations.observation import Address
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.words import Text


class Verdict(StrEnum):
    AGREES = "agrees"
    DISAGREES = "disagrees"
    DOES_NOT_RECOMPUTE = "does_not_recompute"
    UNLIKE_COMPARISON = "unlike_comparison"
    CONTRADICTS = "contradicts"
    UNKNOWN = "unknown"


HARMLESS = frozenset({Verdict.AGREES, Verdict.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Finding:
    """A number, the verdict on it, and one sentence why.

    `start`..`end` are offsets into the text as handed in. `address` and `figure` are the book's, where it
    knows of the number; `slip` is what the misprint looks like (`transposed`, `scale`, `sign`, `digit`,
    `period`, `coverage`, `area`, `name`, `status`, `vintage`), where it looks like one.
    """

    start: int
    end: int
    mention: Mention
    verdict: Verdict
    sentence: Text
    address: Address | None = None
    figure: Figure | None = None
    slip: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether somebody has to look; a number the book knows nothing of is no fault."""
        return self.verdict not in HARMLESS
