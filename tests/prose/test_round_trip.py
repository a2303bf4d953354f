"""What the writer writes, the reader reads back: every indicator, unit, period and status, both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.review.invented import PROVINCE, area_map, catalogue, lexicon

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Comparison, Observation, SeriesKey
from tongket.figures.prose.names import Names
from tongket.figures.prose.reading import Mention, Vocabulary, read_text, vocabulary
from tongket.figures.prose.spans import plain, sentence
from tongket.figures.prose.writer import Writer
from tongket.figures.terms.figure import DataType, Figure, ObsStatus
from tongket.figures.terms.indicator import Definition, Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import round_half_away

DEFINITIONS = [
    indicator.definition(coverage)
    for indicator in catalogue().indicators.entries.values()
    for coverage in indicator.coverages
]
# An index is told by its growth; how many households there are is told inside other sentences.
LEVELS = [d for d in DEFINITIONS if catalogue().indicators.of(d).shape is not Shape.INDEX]
# Of what is not added up over months nobody writes a growth.
GROWN = [d for d in DEFINITIONS if catalogue().indicators.of(d).shape in (Shape.FLOW, Shape.INDEX)]
STATUSES = {
    "actual": {},
    "provisional": {"status": ObsStatus.PROVISIONAL},
    "estimate": {"data_type": DataType.ESTIMATE, "status": ObsStatus.ESTIMATED},
    "forecast": {"data_type": DataType.FORECAST, "status": ObsStatus.FORECAST},
}
years = st.integers(2010, 2035)
periods = st.one_of(
    st.builds(Period.year, years),
    st.builds(lambda year, quarter: Period(year * 12 + 3 * quarter, 3), years, st.integers(0, 3)),
    st.builds(lambda year, half: Period(year * 12 + 6 * half, 6), years, st.integers(0, 1)),
    st.builds(Period.month, years, st.integers(1, 12)),
    st.builds(Period.cumulated, years, st.integers(2, 11).filter(lambda months: months != 3)),
    st.builds(lambda year, span: Period(year * 12, 12 * span), years, st.integers(2, 9)),
    st.builds(
        lambda year, first, length: Period(year * 12 + first, length),
        years, st.integers(1, 5), st.sampled_from([2, 4, 5]),
    ),
)  # fmt: skip
languages = st.sampled_from(["vi", "en"])
amounts = st.decimals("0.01", "99999999", places=3)


def words() -> Vocabulary:
    known = catalogue()
    return vocabulary(known.indicators, known.units, known.codelists, area_map(), known.words["prose"])


WORDS = words()


def writer(lang: str, *observations: Observation) -> Writer:
    known = catalogue()
    names = Names(lexicon(), known.indicators, known.units, known.codelists, area_map(), lang)
    return Writer(Book(known.indicators, observations), names)


def seen(series: SeriesKey, period: Period, value: Decimal, status: str = "actual") -> Observation:
    return Observation(series, period, Figure(value, series.definition.unit, **STATUSES[status]), "invented")


def read_back(spans: object) -> tuple[str, tuple[Mention, ...]]:
    text = plain(sentence(spans))
    return text, read_text(text, WORDS).mentions


def period_of(mention: Mention) -> Period:
    """The period of a mention as the book has it: cumulated months are a span."""
    first, _, last = mention.period.partition("..")
    begin = Period.parse(first)
    return Period(begin.first, Period.parse(last).last - begin.first + 1) if last else begin


def means(mention: Mention, definition: Definition, value: Decimal, unit: str) -> bool:
    measured = catalogue().units[unit]
    amount = mention.value * mention.scale
    code = "market" if mention.unit == "country" else mention.unit
    return code == measured.dimension and amount == value * measured.multiplier


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(LEVELS), periods, amounts, st.sampled_from(sorted(STATUSES)), languages)
def test_a_level_is_read_back(definition, period, amount, status, lang):
    series = SeriesKey(definition, PROVINCE)
    decimals = catalogue().indicators.of(definition).decimals
    value = round_half_away(amount, decimals)
    text, mentions = read_back(writer(lang, seen(series, period, amount, status)).level(series, period))
    assert len(mentions) == 1, text
    (mention,) = mentions
    assert means(mention, definition, value, definition.unit), (text, mention)
    assert (mention.indicator, mention.coverage) == (definition.indicator, definition.coverage), text
    assert (period_of(mention), mention.status) == (period, status), (text, mention)
    legal = ("ratio",) if definition.unit == "times" else ("level", "count", "rate")
    assert mention.comparison in legal, (text, mention)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(GROWN), periods.filter(lambda p: p.length <= 12), st.decimals("50", "900000", places=2),
    st.decimals("-60", "150", places=2), st.sampled_from(sorted(STATUSES)), languages,
)  # fmt: skip
def test_a_growth_is_read_back(definition, period, base, growth, status, lang):
    series = SeriesKey(definition, PROVINCE)
    now = base * (100 + growth) / 100
    told = writer(lang, seen(series, period.same_last_year(), base), seen(series, period, now, status))
    printed = told.book.figure(series, period, Comparison.SAME_PERIOD_LAST_YEAR)
    places = catalogue().indicators.of(definition).growth_decimals
    text, mentions = read_back(told.growth(series, period))
    if printed.value is None or not round_half_away(printed.value, places):
        return
    (mention,) = mentions
    assert mention.value == round_half_away(printed.value, places), (text, mention)
    assert (mention.unit, mention.comparison, mention.base) == ("percent", "growth", "yoy"), (text, mention)
    assert (mention.indicator, mention.coverage) == (definition.indicator, definition.coverage), text
    assert (period_of(mention), mention.status) == (period, status), (text, mention)


@settings(max_examples=200, deadline=None)
@given(years, amounts, amounts, languages)
def test_a_rate_is_read_back_from_one_year_to_another(year, before, now, lang):
    rate = SeriesKey(catalogue().indicators["electrification_rate"].definition(), PROVINCE)
    first, last = Period.year(year), Period.year(year + 5)
    spans = writer(lang, seen(rate, first, before), seen(rate, last, now)).from_to(rate, first, last)
    text, mentions = read_back(spans)
    assert [(m.value, m.period, m.comparison, m.indicator) for m in mentions] == [
        (round_half_away(value, 1), str(period), "rate", "electrification_rate")
        for value, period in ((before, first), (now, last))
    ], text


@settings(max_examples=200, deadline=None)
@given(periods, st.lists(st.integers(2, 99999), min_size=4, max_size=4), languages)
def test_counts_of_one_list_are_read_back(period, counts, lang):
    names = [f"{what}_connected" for what in ("households", "villages", "communes", "districts")]
    chain = [SeriesKey(catalogue().indicators[name].definition(), PROVINCE) for name in names]
    seen_all = [seen(series, period, Decimal(count)) for series, count in zip(chain, counts, strict=True)]
    text, mentions = read_back(writer(lang, *seen_all).counts(chain, period))
    assert [(m.indicator, m.value, period_of(m)) for m in mentions] == [
        (name, count, period) for name, count in zip(names, counts, strict=True)
    ], text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_parts_are_read_back_with_their_codes(lang):
    output = SeriesKey(catalogue().indicators["IIP"].definition(), PROVINCE)
    year, parts = Period.year(2020), {"B": "-1.82", "C": "6.14", "D": "16.81", "E": "2.75"}
    told = []
    for code, growth in parts.items():
        part = replace(output, breakdown=(("activity", code),))
        told += [seen(part, Period.year(2019), Decimal(100)), seen(part, year, 100 + Decimal(growth))]
    w = writer(
        lang, seen(output, Period.year(2019), Decimal(100)), seen(output, year, Decimal("113.5")), *told
    )
    of_parts = w.growths_of_parts(output, year, "activity", tuple(parts))
    text = f"{plain(sentence(w.growth(output, year)))} {plain(sentence(of_parts))}"
    mentions = read_text(text, WORDS).mentions
    assert [(m.indicator, m.breakdown, m.value) for m in mentions[1:]] == [
        ("IIP", (("activity", code),), Decimal(growth)) for code, growth in parts.items()
    ], text
