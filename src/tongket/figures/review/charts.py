"""Charts as data: points with their addresses, and a sentence for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.prose.names import capitalised
from tongket.figures.prose.quoting import quote
from tongket.figures.prose.spans import Quote, plain, sentence
from tongket.figures.prose.writer import firmness
from tongket.figures.review.cells import text_notes
from tongket.figures.review.content import Chart, Note, Series
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.rounding import round_half_away

MANY_POINTS = 25  # a chart with more points prints only the first and last of each line


def months_chart(draft: Draft, exhibit: Exhibit) -> Chart | None:
    """The twelve months of the year, then those of years before it where `back` asks for them."""
    assert exhibit.of is not None
    series, told = draft.series(exhibit.of), _told(exhibit)
    categories = [draft.names.month(month, short=True) for month in draft.year.months()]
    lines, withheld = [], False
    for back in range(exhibit.back + 1):
        year = draft.year.years_back(back)
        addresses = [Address.of(series, month, told) for month in year.months()]
        lines.append(_series(draft, exhibit, draft.names.period(year), addresses))
        withheld = withheld or _withholds(draft, addresses)
    return _chart(draft, exhibit, categories, lines, withheld)


def years_chart(draft: Draft, exhibit: Exhibit) -> Chart | None:
    """The years from the first of the last `back` that the book has; a year without a figure stays a gap."""
    assert exhibit.of is not None
    series, told = draft.series(exhibit.of), _told(exhibit)
    years = [draft.year.years_back(back) for back in range(exhibit.back, -1, -1)]
    while years and draft.book.figure(series, years[0], told).value is None:
        years.pop(0)
    addresses = [Address.of(series, year, told) for year in years]
    lines = [_series(draft, exhibit, draft.names.subject(series), addresses)]
    withheld = _withholds(draft, addresses)
    return _chart(draft, exhibit, [str(year) for year in years], lines, withheld)


def largest_chart(draft: Draft, exhibit: Exhibit) -> Chart | None:
    """The largest parts of a whole."""
    assert exhibit.of is not None
    whole = draft.series(exhibit.of)
    levels = {p: draft.book.level(p, draft.year).value for p in draft.writer.leaves(whole, exhibit.by)}
    known = sorted((p for p in levels if levels[p]), key=lambda p: -(levels[p] or Decimal(0)))
    parts = known[: exhibit.most]
    addresses = [Address.of(part, draft.year) for part in parts]
    lines = [_series(draft, exhibit, draft.names.period(draft.year), addresses)]
    withheld = _withholds(draft, [Address.of(part, draft.year) for part in levels])
    categories = [draft.names.item(*part.breakdown[0]) for part in parts]
    return _chart(draft, exhibit, categories, lines, withheld)


def _withholds(draft: Draft, addresses: Sequence[Address]) -> bool:
    return any(draft.book.at(address).cause is Cause.CONFIDENTIAL for address in addresses)


def _told(exhibit: Exhibit) -> Comparison:
    return Comparison.SAME_PERIOD_LAST_YEAR if exhibit.growth else Comparison.LEVEL


def _series(draft: Draft, exhibit: Exhibit, name: str, addresses: Sequence[Address]) -> Series:
    points: list[Quote | None] = []
    values: list[float | None] = []
    for address in addresses:
        figure = draft.book.at(address)
        if figure.value is None:
            points.append(None)
            values.append(None)
            continue
        digits = _digits(draft, exhibit, address)
        points.append(quote(address, figure, digits, draft.lang))
        values.append(float(round_half_away(figure.value, digits)))
    return Series(capitalised(name), tuple(points), tuple(values))


def _digits(draft: Draft, exhibit: Exhibit, address: Address) -> int:
    if exhibit.decimals is not None:
        return exhibit.decimals
    return draft.writer.places(address, draft.book.at(address))


def _chart(
    draft: Draft, exhibit: Exhibit, categories: Sequence[str], lines: Sequence[Series], withheld: bool
) -> Chart | None:
    told = [line for line in lines if any(point is not None for point in line.points)]
    if not told:
        return None
    address = next(Address.parse(p.address) for line in told for p in line.points if p is not None)
    return Chart(
        exhibit.name,
        draft.say(exhibit.caption),
        _alt(draft, categories, told),
        exhibit.style,
        draft.names.unit(draft.book.at(address).unit),
        tuple(categories),
        tuple(told),
        _digits(draft, exhibit, address),
        label_points=sum(len(line.points) for line in told) < MANY_POINTS,
        notes=_notes(draft, told, withheld),
        source=draft.word("source"),
    )


def _notes(draft: Draft, lines: Sequence[Series], withheld: bool) -> tuple[Note, ...]:
    """That some of it is an estimate or preliminary, or left out because it is withheld."""
    points = (point for line in lines for point in line.points if point is not None)
    firm = {firmness(draft.book.at(Address.parse(point.address))) for point in points}
    words = {"estimate": "partly_estimated", "provisional": "partly_provisional"}
    told = [(draft.word(words[kind]),) for kind in words if kind in firm]
    return text_notes([*told, (draft.word("partly_withheld"),)] if withheld else told)


def _alt(draft: Draft, categories: Sequence[str], lines: Sequence[Series]) -> str:
    told = []
    for line in lines:
        known = [
            (value, category, point)
            for value, category, point in zip(line.values, categories, line.points, strict=True)
            if value is not None and point is not None
        ]
        low, high = min(known, key=lambda k: k[0]), max(known, key=lambda k: k[0])
        spans = draft.writer.pattern(
            "chart_range",
            series=line.name,
            highest=high[1],
            high=high[2].text,
            lowest=low[1],
            low=low[2].text,
        )
        told.append(plain(sentence(spans)))
    return " ".join(told)
