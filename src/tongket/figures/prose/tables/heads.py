"""The head of a column: what it tells, of which period, against what, in which unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tongket.figures.prose.lexicon import read_lexicon
from tongket.figures.prose.tables.keys import holds, key
from tongket.figures.prose.tables.names import TableNames, table_names
from tongket.figures.prose.tables.periods import Periods, periods_of
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit

Kind = str  # level, growth, share, contribution, plan, percent_of_plan, asked
Measure = tuple[str, Decimal]


@dataclass(frozen=True)
class TableWords:
    """`catalogue/prose/tables.yaml`, its words as keys."""

    unit_column: frozenset[str]
    unit_line: tuple[str, ...]
    against: tuple[str, ...]
    last_year: tuple[str, ...]
    estimates: tuple[str, ...]
    whole_year: tuple[str, ...]
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    names: Mapping[str, list[str]]

    def kind(self, head: str) -> Kind:
        return next((kind for kind, words in self.kinds if any(holds(head, word) for word in words)), "level")

    def of_note(self, note: str) -> str:
        """What a note makes of the numbers that bear its mark; empty where it only explains."""
        return next((kind for kind, words in self.notes if any(word in note for word in words)), "")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column tells; `base` is empty, `yoy` or a year; `indicator` where the head names one."""

    kind: Kind
    period: Period | None
    base: str
    measure: Measure | None
    estimated: bool
    indicator: tuple[str, str] | None = None


@dataclass(frozen=True)
class Heads:
    """Reads heads with the words of the catalogue."""

    words: TableWords
    names: TableNames
    periods: Periods

    def column(self, head: str, year: int) -> Column:
        """The column under a head; `year` is the table's."""
        text = key(head)
        named = self.names.indicator(text)
        kind = "level" if named else self.words.kind(text)
        before, after = self._sides(text)
        period, base = self.periods.first(before, year), ""
        if kind in ("growth", "asked"):
            against = self.periods.years(after)
            base = str(against[0]) if against else "yoy"
            if period is None:
                step = 1 if kind == "asked" else 0
                period = Period.year(against[0] + step) if against and step else Period.year(year)
        measure = self.measure(head)
        estimated = any(holds(text, word) for word in self.words.estimates)
        return Column(kind, period, base, measure, estimated, named[:2] if named else None)

    def measure(self, text: str) -> Measure | None:
        """The unit in brackets at the end of a head or title: `(tỷ đồng)`, `(%)`."""
        _, opened, rest = text.rpartition("(")
        return self.unit(rest.partition(")")[0]) if opened else None

    def unit(self, text: str) -> Measure | None:
        """A unit by its name or symbol; what is said after it, as the prices, is passed over."""
        words = key(text).split()
        for length in range(len(words), 0, -1):
            if found := self.names.units.get(" ".join(words[:length])):
                return found
        return None

    def of_line(self, text: str) -> Measure | None:
        """The unit a line above the table gives: `Đơn vị tính: tỷ đồng`."""
        words = key(text)
        for opening in self.words.unit_line:
            if words.startswith(f"{opening} "):
                return self.unit(words.removeprefix(opening))
        return None

    def _sides(self, text: str) -> tuple[str, str]:
        """What is told, and what it is told against."""
        for word in self.words.against:
            at = f" {text} ".find(f" {word} ")
            if at >= 0:
                return text[:at].strip(), text[at + len(word) :].strip()
        return text, ""


def read_heads(
    indicators: Indicators,
    units: Mapping[str, Unit],
    codelists: Mapping[str, Codelist],
    areas: AreaMap,
    words: Mapping[str, Any],
    day: date,
) -> Heads:
    """What heads and rows of tables are read with; `words` are the catalogue's `prose` words."""
    lexicon, table_words = read_lexicon(words), _table_words(words["table_words"])
    names = table_names(indicators, units, codelists, areas, lexicon, table_words.names, day)
    return Heads(table_words, names, periods_of(lexicon, table_words.whole_year))


def _table_words(data: Mapping[str, Any]) -> TableWords:
    return TableWords(
        frozenset(map(key, data["unit_column"])),
        _keys(data["unit_line"]),
        _keys(data["against"]),
        _keys(data["last_year"]),
        _keys(data["estimates"]),
        _keys(data["whole_year"]),
        tuple((one["kind"], _keys(one["words"])) for one in data["kinds"]),
        tuple((one["kind"], _keys(one["words"])) for one in data["notes"]),
        data["names"],
    )


def _keys(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(key, words))
