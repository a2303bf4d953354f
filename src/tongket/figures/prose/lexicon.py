"""The lexicon: every word and pattern figures are told in, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tongket.figures.terms.words import Refusal, Text

Words = Mapping[str, Text]


class NotALexicon(Refusal):
    """The data are no lexicon; the sentence names what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How a number of a unit is written; `one` where a single thing is called otherwise."""

    many: Text
    one: Text


@dataclass(frozen=True, slots=True)
class PartNames:
    """How the parts of a dimension are called: from which code list, in which pattern."""

    codelist: str
    pattern: Text
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they are for; see `catalogue/prose/lexicon.yaml`, whose sections these are."""

    verbs: Mapping[str, Words]
    turns: Words
    trends: Words
    against: Mapping[str, Words]
    periods: Words
    quarters: tuple[Text, ...]
    months: tuple[Text, ...]
    short_months: tuple[Text, ...]
    month_counts: tuple[str, ...]
    amounts: Mapping[str, Amount]
    links: Words
    counts: Words
    fractions: Words
    phrases: Words
    parts: Words
    breakdowns: Mapping[str, PartNames]
    areas: Words
    sentences: Words
    bounds: Words
    bounds_down: Words
    outcomes: Words
    between_parts: Text


def read_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """The lexicon from its data as parsed; raises `NotALexicon` naming the faulty section."""
    try:
        return Lexicon(
            verbs={verb: _words(forms) for verb, forms in data["verbs"].items()},
            against={kind: _words(forms) for kind, forms in data["against"].items()},
            quarters=tuple(Text.of(quarter) for quarter in data["quarters"]),
            months=tuple(Text.of(month) for month in data["months"]),
            short_months=tuple(Text.of(month["short"]) for month in data["months"]),
            month_counts=tuple(data["month_counts"]),
            amounts={unit: _amount(forms) for unit, forms in data["amounts"].items()},
            breakdowns={name: _part_names(entry) for name, entry in data["breakdowns"].items()},
            between_parts=Text.of(data["between_parts"]),
            **{section: _words(data[section]) for section in _WORDS},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NotALexicon(
            Text(
                "Bộ từ ngữ sai hoặc thiếu: {fault}. Hãy so với catalogue/prose/lexicon.yaml.",
                "The lexicon is faulty or incomplete: {fault}. Compare with catalogue/prose/lexicon.yaml.",
            ).format(fault=fault)
        ) from fault


_WORDS = (
    "turns",
    "trends",
    "periods",
    "links",
    "counts",
    "fractions",
    "phrases",
    "parts",
    "areas",
    "sentences",
    "bounds",
    "bounds_down",
    "outcomes",
)


def _words(data: Mapping[str, Any]) -> Words:
    return {str(key): Text.of(text) for key, text in data.items()}


def _amount(forms: Mapping[str, Any]) -> Amount:
    many = Text.of(forms["many"])
    return Amount(many, Text.of(forms["one"]) if "one" in forms else many)


def _part_names(entry: Mapping[str, Any]) -> PartNames:
    return PartNames(entry["codelist"], Text.of(entry["pattern"]), bool(entry.get("proper", False)))
