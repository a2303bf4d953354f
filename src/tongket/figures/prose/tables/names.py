"""Whole names, looked up: indicators with their coverage, parts of them, areas, units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.figures.prose.lexicon import Lexicon
from tongket.figures.prose.tables.keys import key
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import LANGS


@dataclass(frozen=True)
class TableNames:
    """Each kind of name by its key. A name that could be two things is none."""

    indicators: Mapping[str, tuple[str, str]]
    parts: Mapping[str, Mapping[str, str]]  # by dimension
    areas: Mapping[str, str]
    units: Mapping[str, tuple[str, Decimal]]
    breakdowns: Mapping[str, tuple[str, ...]]  # the dimensions of an indicator
    measures: frozenset[str]  # the codes of all units, and what they measure

    def indicator(self, text: str) -> tuple[str, str, str] | None:
        """Indicator, coverage and what the key says after the name."""
        words = text.split()
        for length in range(len(words), 0, -1):
            found = self.indicators.get(" ".join(words[:length]))
            if found and (length > 1 or len(words) == 1):  # one word alone begins too many other names
                return (*found, " ".join(words[length:]))
        return None

    def within(self, text: str) -> tuple[str, str] | None:
        """The longest name of an indicator inside a key, as a title has it."""
        words = text.split()
        for length in range(len(words), 1, -1):
            for start in range(len(words) - length + 1):
                if found := self.indicators.get(" ".join(words[start : start + length])):
                    return found
        return None

    def part(self, indicator: str, text: str) -> tuple[str, str] | None:
        """The dimension and code of a part of an indicator."""
        for dimension in self.breakdowns.get(indicator, ()):
            if code := self.parts.get(dimension, {}).get(text):
                return dimension, code
        return None


def table_names(
    indicators: Indicators,
    units: Mapping[str, Unit],
    codelists: Mapping[str, Codelist],
    areas: AreaMap,
    lexicon: Lexicon,
    shortened: Mapping[str, list[str]],
    day: date,
) -> TableNames:
    """The names of a catalogue and of the map on a day; `shortened` are further names by definition."""
    named = _indicators(indicators, lexicon)
    for definition, words in shortened.items():
        code, _, coverage = definition.partition(":")
        for word in words:
            named.setdefault(key(word), set()).add((code, coverage))
    return TableNames(
        {name: next(iter(found)) for name, found in named.items() if len(found) == 1},
        {dimension: _parts(dimension, codelists, lexicon) for dimension in lexicon.breakdowns},
        _areas(areas, lexicon, day),
        _units(units),
        {code: indicator.breakdowns for code, indicator in indicators.entries.items()},
        frozenset(units) | {unit.dimension for unit in units.values()},
    )


def _indicators(indicators: Indicators, lexicon: Lexicon) -> dict[str, set[tuple[str, str]]]:
    """Each coverage by its name in tables and in sentences; the whole indicator where it has but one."""
    named: dict[str, set[tuple[str, str]]] = {}
    for code, indicator in indicators.entries.items():
        for coverage, name in indicator.coverages.items():
            texts = [name, lexicon.phrases.get(f"{code}:{coverage}", name)]
            if len(indicator.coverages) == 1:
                texts.append(indicator.name)
            for text in texts:
                for lang in LANGS:
                    named.setdefault(key(text[lang]), set()).add((code, coverage))
    return named


def _parts(dimension: str, codelists: Mapping[str, Codelist], lexicon: Lexicon) -> dict[str, str]:
    """Codes by name; of levels that share a name the upper one is meant."""
    listed = codelists.get(lexicon.breakdowns[dimension].codelist)
    found: dict[str, str] = {}
    for code, item in sorted((listed.items if listed else {}).items(), key=lambda pair: len(pair[0])):
        for lang in LANGS:
            found.setdefault(key(item.name[lang]), code)
    for address, text in lexicon.parts.items():
        name, _, code = address.partition("=")
        if name == dimension:
            found |= {key(text[lang]): code for lang in LANGS}
    return found


def _areas(areas: AreaMap, lexicon: Lexicon, day: date) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for area in areas.in_force(day):
        names = {area.full_name}
        if pattern := lexicon.areas.get(area.type):
            names |= {pattern[lang].format(name=area.name) for lang in LANGS}
        if area.level == "district":
            names.add(area.name)
        for name in names:
            found.setdefault(key(name), set()).add(area.code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def _units(units: Mapping[str, Unit]) -> dict[str, tuple[str, Decimal]]:
    return {
        key(text[lang]): (unit.dimension, unit.multiplier)
        for unit in units.values()
        for text in (unit.name, unit.symbol)
        for lang in LANGS
    }
