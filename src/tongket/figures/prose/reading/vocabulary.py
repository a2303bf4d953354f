"""What the reader knows: the words of the lexicon, and the catalogue's own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.unit import Unit


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the first word: whose text it is and what period it is about, if anybody knows."""

    area: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their words, ready for the reader."""

    phrases: Mapping[str, Any] = field(default_factory=dict)


def vocabulary(
    indicators: Indicators,
    units: Mapping[str, Unit],
    codelists: Mapping[str, Codelist],
    areas: AreaMap,
    words: Mapping[str, Any],
) -> Vocabulary:
    """The vocabulary of an office; `words` are the catalogue's `prose` words."""
    return Vocabulary()
