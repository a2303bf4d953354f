"""Sentences the writer makes from a book, and each of them with one thing in it wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.plans import target_line
from tongket.figures.prose.spans import Quote, Spans, plain, sentence
from tongket.figures.prose.writer import Writer
from tongket.figures.targets.quoted import PLANNED
from tongket.figures.targets.target import Target
from tongket.figures.terms.period import Period

KINDS = ("digit", "swap", "unit", "sign", "year", "name", "scope")
UNITS = {
    "vi": (("tỷ đồng", "triệu đồng"), ("tỷ đồng", "triệu USD"), ("triệu USD", "tỷ USD"),
           ("triệu USD", "tỷ đồng"), ("triệu kWh", "nghìn kWh"), ("triệu kWh", "tấn"),
           ("%", " điểm phần trăm"), (" hộ", " xã"), (" xã", " huyện")),
    "en": (("billion VND", "million VND"), ("billion VND", "million USD"), ("million USD", "billion USD"),
           ("million USD", "billion VND"), ("million kWh", "thousand kWh"), ("million kWh", "tonnes"),
           ("%", " percentage points"), (" households", " communes"), (" communes", " districts")),
}  # fmt: skip
TURNS = {
    "vi": (("tăng", "giảm"), ("giảm", "tăng")),
    "en": (("rose", "fell"), ("fell", "rose"), ("up", "down"), ("down", "up")),
}


@dataclass(frozen=True)
class Told:
    """A sentence with the series and period it is about."""

    series: SeriesKey
    period: Period
    spans: Spans

    @property
    def text(self) -> str:
        return plain(sentence(self.spans))

    @property
    def quotes(self) -> list[Quote]:
        return [span for span in self.spans if isinstance(span, Quote)]


@dataclass(frozen=True)
class Mutant:
    """`wrong` differs from `right` in one thing."""

    kind: str
    right: str
    wrong: str


def told(writer: Writer, targets: Sequence[Target]) -> list[Told]:
    """Every sentence the writer has for whole years and halves, quarters and months of a book."""
    found: list[Told] = []
    seen = dict.fromkeys((one.series, one.period) for one in writer.book.observations)
    periods = {(series, Period.year(period.start_year)) for series, period in seen}
    for series, period in sorted({*seen, *periods}, key=lambda pair: (str(pair[0]), pair[1])):
        if len(series.breakdown) > 1:
            continue
        found += [Told(series, period, spans) for spans in _about(writer, series, period) if _numbers(spans)]
    found += [
        Told(target.series, target.period, spans)
        for target in targets
        if target.period.length == 12 and (spans := _plan(writer, target))
    ]
    return found


def _plan(writer: Writer, target: Target) -> Spans:
    when = (
        f"Mục tiêu năm {target.period}: "
        if writer.names.lang == "vi"
        else f"The targets for {target.period}: "
    )
    line = target_line(writer, target)
    return (when, *line) if line else ()


def _about(writer: Writer, series: SeriesKey, period: Period) -> Iterator[Spans]:
    if not series.breakdown:
        yield writer.level(series, period)
        yield writer.growth(series, period)
        if period.length == 12:
            yield writer.level_with_growth(series, period)
    elif period.length == 12:
        whole = series.whole()
        dimension, code = series.breakdown[0]
        parts = writer.growths_of_parts(whole, period, dimension, [code])
        head = writer.growth(whole, period)
        if parts and head:
            yield (*head, "; ", *parts)


def _numbers(spans: Spans) -> bool:
    return any(isinstance(span, Quote) for span in spans)


@dataclass(frozen=True)
class Mutator:
    """Makes one thing of a sentence wrong; gives nothing where the wrong sentence would still be true, or
    where the book has no figure to know better by."""

    writer: Writer
    chance: random.Random

    def mutant(self, one: Told, kind: str) -> Mutant | None:
        make: dict[str, Callable[[Told], str | None]] = {
            "digit": self._digit, "swap": self._swap, "unit": self._unit, "sign": self._sign,
            "year": self._year, "name": self._name, "scope": self._scope,
        }  # fmt: skip
        wrong = make[kind](one)
        return Mutant(kind, one.text, wrong) if wrong and wrong != one.text else None

    def _with_quote(self, one: Told, change: Callable[[str], str | None]) -> str | None:
        index = self.chance.choice([n for n, span in enumerate(one.spans) if isinstance(span, Quote)])
        changed = change(one.spans[index].text)
        if changed is None:
            return None
        return plain(sentence((*one.spans[:index], Quote(changed, ""), *one.spans[index + 1 :])))

    def _digit(self, one: Told) -> str | None:
        def change(text: str) -> str | None:
            places = [n for n, letter in enumerate(text) if letter.isdigit()]
            at = self.chance.choice(places)
            others = [d for d in "0123456789" if d != text[at] and not (d == "0" and at == places[0])]
            return text[:at] + self.chance.choice(others) + text[at + 1 :]

        return self._with_quote(one, change)

    def _swap(self, one: Told) -> str | None:
        def change(text: str) -> str | None:
            pairs = [
                n
                for n in range(len(text) - 1)
                if text[n].isdigit() and text[n + 1].isdigit() and text[n] != text[n + 1]
                and not (n == 0 and text[1] == "0")
            ]  # fmt: skip
            if not pairs:
                return None
            at = self.chance.choice(pairs)
            return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

        return self._with_quote(one, change)

    def _unit(self, one: Told) -> str | None:
        """The unit behind one of the numbers; of nothing every unit is true."""
        spans = sentence(one.spans)
        behind = [
            (index + 1, old, new)
            for index, (span, after) in enumerate(pairwise(spans))
            if isinstance(span, Quote) and isinstance(after, str) and span.text.strip("0.,")
            for old, new in UNITS[self.writer.names.lang]
            if after.lstrip().startswith(old.strip())
        ]
        if not behind:
            return None
        index, old, new = self.chance.choice(behind)
        after = str(spans[index])
        if old == "%" or old in after[: len(old)]:
            changed = after.replace(old, new, 1)
        else:
            changed = after.replace(old.strip(), new.strip(), 1)
        return plain((*spans[:index], changed, *spans[index + 1 :]))

    def _sign(self, one: Told) -> str | None:
        """Only where the figure is not nothing: no change has no way to go."""
        lang = self.writer.names.lang
        for old, new in TURNS[lang]:
            found = re.search(rf"\b{old}(?= \S*?\d| by )", one.text)
            number = re.search(r"\d[\d.,]*", one.text[found.end() :]) if found else None
            if found and number and number[0].strip("0.,"):
                return one.text[: found.start()] + new + one.text[found.end() :]
        return None

    def _year(self, one: Told) -> str | None:
        year = str(one.period.start_year)
        others = [
            n for n in range(2015, 2022) if str(n) != year and self._knows(one, one.series, n - int(year))
        ]
        if year not in one.text or not others:
            return None
        return one.text.replace(year, str(self.chance.choice(others)), 1)

    def _name(self, one: Told) -> str | None:
        unit = one.series.definition.unit
        others = [
            series
            for series in dict.fromkeys(seen.series for seen in self.writer.book.observations)
            if series.area == one.series.area and not series.breakdown and series.definition.unit == unit
            and series.definition.indicator != one.series.definition.indicator
        ]  # fmt: skip
        return self._renamed(one, [other for other in others if self._knows(one, other)])

    def _scope(self, one: Told) -> str | None:
        indicator = self.writer.book.indicators.of(one.series.definition)
        others = [
            SeriesKey(indicator.definition(coverage), one.series.area)
            for coverage in indicator.coverages
            if coverage != one.series.definition.coverage
        ]
        return self._renamed(one, [other for other in others if self._knows(one, other)])

    def _renamed(self, one: Told, others: Sequence[SeriesKey]) -> str | None:
        old = self.writer.names.subject(one.series.whole())
        at = one.text.casefold().find(old.casefold())
        if at < 0 or not others or one.series.breakdown:
            return None
        new = self.writer.names.subject(self.chance.choice(list(others)))
        new = new[:1].upper() + new[1:] if one.text[at].isupper() else new
        return one.text[:at] + new + one.text[at + len(old) :]

    def _moves(self, one: Told, year: int) -> bool:
        """Whether another year has another level, so that against a year named it cannot be right either."""
        level = self.writer.book.level
        other = level(one.series, one.period.years_back(one.period.start_year - year))
        return other.value != level(one.series, one.period).value

    def _knows(self, one: Told, series: SeriesKey, years: int = 0) -> bool:
        """Whether the book has another figure for what the wrong sentence would say of the first number."""
        address = Address.parse(one.quotes[0].address)
        if address.comparison in PLANNED:
            return False
        period = address.period.years_back(-years)
        comparison = address.comparison
        right = self.writer.book.at(address)
        wrong = self.writer.book.figure(
            SeriesKey(series.definition, series.area, address.breakdown), period, comparison
        )
        if wrong.value is None or right.value is None:
            return False
        places = self.writer.places(address, right) if comparison is not Comparison.LEVEL else 0
        return round(wrong.value, places) != round(right.value, places)


def mutants(writers: Sequence[tuple[Writer, Sequence[Told]]], count: int, seed: int) -> Iterator[Mutant]:
    """So many mutants, all kinds by turns, over the sentences of all writers."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        writer, sentences = chance.choice(list(writers))
        mutant = Mutator(writer, chance).mutant(chance.choice(sentences), KINDS[made % len(KINDS)])
        if mutant is not None:
            made += 1
            yield mutant
