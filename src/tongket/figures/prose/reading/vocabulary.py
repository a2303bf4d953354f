"""What the reader knows: the words of the lexicon, and the catalogue's own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tongket.figures.prose.reading.cleaning import lookup
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import LANGS, Lang

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]\w*|[^\w\s]|\n")
# A word that is also an everyday word is a name only with a capital.
END = ""
Node = dict[str, Any]
Meaning = tuple[str, ...]

_OLD_TONES = "oá óa|oà òa|oả ỏa|oã õa|oạ ọa|oé óe|oè òe|oẻ ỏe|oẽ õe|oẹ ọe|uý úy|uỳ ùy|uỷ ủy|uỹ ũy|uỵ ụy"
_PLACED = {new: old for old, new in (pair.split() for pair in _OLD_TONES.split("|"))}
_I_OR_Y = (("tỷ", "tỉ"), ("kỳ", "kì"), ("quý", "quí"), ("lũy", "luỹ"), ("mỹ", "mĩ"), ("lý", "lí"))


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the first word: whose text it is and what period it is about, if anybody knows."""

    area: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """Counts that belong to one list: what opens it, words it is known by, and each unit's indicator."""

    opens: frozenset[str]
    words: Mapping[Lang, tuple[str, ...]]
    units: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their words, as trees whose `END` holds what the phrase means; by language.

    `measures` are the units that measure; all others count things. `dimensions` is what each indicator is
    measured in.
    """

    phrases: Mapping[Lang, Node]
    units: Mapping[Lang, Node]
    compact: Mapping[Lang, Mapping[str, tuple[str, int]]]
    per: Mapping[Lang, Mapping[str, str]]
    stops: Mapping[Lang, frozenset[str]]
    measures: frozenset[str]
    chains: tuple[Chain, ...]
    dimensions: Mapping[str, str]


def vocabulary(
    indicators: Indicators,
    units: Mapping[str, Unit],
    codelists: Mapping[str, Codelist],
    areas: AreaMap,
    words: Mapping[str, Any],
) -> Vocabulary:
    """The vocabulary of an office; `words` are the catalogue's `prose` words."""
    phrases: dict[Lang, Node] = {"vi": {}, "en": {}}
    heard = words["reading_words"]
    for lang in LANGS:
        _add_all(phrases[lang], _names(lang, indicators, codelists, words))
        for kind, said in heard.items():
            if kind != "stop":
                _add_all(phrases[lang], ((phrase, (kind,)) for phrase in said[lang]))
        _add_all(phrases[lang], _places(areas, words["reading_provinces"]))
        for mark in ",;:().?!-–—+[]|…/":
            phrases[lang].setdefault(mark, {}).setdefault(END, ("mark", mark))
        phrases[lang]["\n"] = {END: ("line",)}
    known = {**words["reading_units"], **words["reading_counted"]}
    return Vocabulary(
        phrases,
        {lang: _unit_tree(lang, units, known) for lang in LANGS},
        {lang: _compact(words["reading_compact"][lang]) for lang in LANGS},
        {lang: _per(lang, words) for lang in LANGS},
        {lang: frozenset(heard["stop"][lang]) for lang in LANGS},
        frozenset(words["reading_units"]),
        tuple(_chain(entry) for entry in words["reading_chains"]),
        {code: units[entry.unit].dimension for code, entry in indicators.entries.items()},
    )


def _compact(forms: Mapping[str, list[Any]]) -> dict[str, tuple[str, int]]:
    return {lookup(form): (str(unit), int(power)) for form, (unit, power) in forms.items()}


def _chain(entry: Mapping[str, Any]) -> Chain:
    names = {unit: tuple(name.split(":")) for unit, name in entry["units"].items()}
    return Chain(
        frozenset(entry["opens"]),
        {lang: tuple(entry["words"][lang]) for lang in LANGS},
        {unit: (name[0], name[1]) for unit, name in names.items()},
    )


def _names(
    lang: Lang, indicators: Indicators, codelists: Mapping[str, Codelist], words: Mapping[str, Any]
) -> Iterator[tuple[str, Meaning]]:
    """Names of indicators and of parts; what comes first is kept where two are called alike."""
    for definition, phrase in words["phrases"].items():
        yield phrase[lang], ("indicator", *definition.split(":"))
    for definition, said in words["reading_indicators"].items():
        yield from ((name, ("indicator", *definition.split(":"))) for name in said.get(lang, ()))
    for indicator in indicators.entries.values():
        for coverage, text in indicator.coverages.items():
            yield text[lang], ("indicator", indicator.code, coverage)
    yield from ((name, ("other",)) for name in words["reading_others"][lang])
    for part, name in words["parts"].items():
        yield name[lang], ("part", *part.split("="))
    for part, said in words["reading_parts"].items():
        yield from ((name, ("part", *part.split("="))) for name in said.get(lang, ()))
    for dimension, entry in words["breakdowns"].items():
        for item in codelists[entry["codelist"]].items.values():
            plain = item.name[lang].split(" (")[0]
            proper = "proper" if entry.get("proper") else ""
            yield plain, ("part", dimension, item.code, proper)
            yield entry["pattern"][lang].format(item=plain), ("part", dimension, item.code, proper)


def _places(areas: AreaMap, provinces: Mapping[str, str]) -> Iterator[tuple[str, Meaning]]:
    for area in sorted(areas.areas, key=lambda area: len(area.code)):
        if area.level != "village":
            yield area.full_name, ("area", area.code)
        if area.level in ("province", "district"):
            yield area.name, ("area", area.code)
            yield f"{area.name} {area.level}", ("area", area.code)
    for code, name in provinces.items():
        yield name, ("area", code)
        yield f"tỉnh {name}", ("area", code)
        yield f"thành phố {name}", ("area", code)
        yield f"{name} province", ("area", code)


def _unit_tree(lang: Lang, units: Mapping[str, Unit], said: Mapping[str, Any]) -> Node:
    tree: Node = {}
    for code, forms in said.items():
        _add_all(tree, ((form, (code,)) for form in (*forms.get("both", ()), *forms.get(lang, ()))))
    for unit in units.values():
        if unit.multiplier == 1 and unit.code == unit.dimension:
            _add_all(tree, ((unit.name[lang], (unit.code,)),))
    return tree


def _per(lang: Lang, words: Mapping[str, Any]) -> dict[str, str]:
    return {form: code for code, forms in words["reading_per"].items() for form in forms[lang]}


def _add_all(tree: Node, entries: Iterable[tuple[str, Meaning]]) -> None:
    for phrase, meaning in entries:
        for variant in _variants(lookup(phrase)):
            node = tree
            for word in TOKEN.findall(variant):
                node = node.setdefault(word, {})
            if node is not tree:
                node.setdefault(END, meaning)


def _variants(phrase: str) -> Iterable[str]:
    """The phrase with the tone mark on either vowel, with `i` or `y`, with or without commas."""
    forms = {phrase, phrase.replace(" ,", ""), " ".join(phrase.replace(",", " ").split())}
    for one, other in _I_OR_Y:
        forms |= {re.sub(rf"\b{one}\b", other, form) for form in forms}
    return forms | {" ".join(_older(word) for word in form.split()) for form in forms}


def _older(word: str) -> str:
    ending = word[-2:]
    return word[:-2] + _PLACED[ending] if ending in _PLACED and not word.startswith("qu") else word
