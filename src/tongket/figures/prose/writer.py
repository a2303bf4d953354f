"""The writer: sentences from the book.

A sentence is asked for by series, period and comparison, never by two figures: whatever stands in one
sentence as growth, share or attainment is the book's or the plan's own answer for one definition. An unlike
comparison therefore cannot be written; what can be written instead is the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import Address, Comparison, SeriesKey
from tongket.figures.prose.names import Names
from tongket.figures.prose.quoting import places, quote
from tongket.figures.prose.spans import Spans, fill, joined
from tongket.figures.terms.comparable import NotComparable
from tongket.figures.terms.figure import Cause, DataType, Figure, ObsStatus
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import round_half_away

YEAR_AGO = Comparison.SAME_PERIOD_LAST_YEAR


@dataclass(frozen=True)
class Writer:
    """Writes in the language of its names. Every method gives a clause without capital and full stop.

    `growth_places` are the places the office prints the growth of a whole series with. `decimals` overrides
    the places of one number; `when=False` leaves the period out where the sentence before has named it. A
    clause about what was never collected is empty.
    """

    book: Book
    names: Names
    growth_places: Mapping[str, int] = field(default_factory=dict)

    def level(
        self, series: SeriesKey, period: Period, decimals: int | None = None, when: bool = True
    ) -> Spans:
        """`giá trị sản xuất công nghiệp năm 2020 đạt 21.606 tỷ đồng`; an absent level says its cause."""
        figure = self.book.level(series, period)
        if figure.value is None:
            return self.absence(series, period, figure)
        return self.pattern(
            "level",
            subject=self.names.subject(series),
            when=self.names.during(period) if when else "",
            verb=self._verb("reach", figure),
            value=self.amount(Address.of(series, period), figure, decimals),
        )

    def level_with_growth(
        self, series: SeriesKey, period: Period, decimals: int | None = None, when: bool = True
    ) -> Spans:
        """The level, and its growth on the year before where the book has one."""
        level = self.level(series, period, decimals, when)
        growth = self.book.figure(series, period, YEAR_AGO)
        if growth.value is None:
            return level
        return self.pattern(
            "level_growth",
            level=level,
            turn=self.turn(series, period, YEAR_AGO),
            against=self.against(YEAR_AGO, period),
        )

    def growth(
        self,
        series: SeriesKey,
        period: Period,
        comparison: Comparison = YEAR_AGO,
        decimals: int | None = None,
        when: bool = True,
    ) -> Spans:
        """`chỉ số sản xuất công nghiệp năm 2020 tăng 13,5% so với năm 2019`."""
        figure = self.book.figure(series, period, comparison)
        if figure.value is None:
            return self.absence(series, period, figure)
        address = Address.of(series, period, comparison)
        way = self._way(address, figure, decimals)
        return self.pattern(
            "growth" if way in ("rise", "fall") else "no_growth",
            subject=self.names.subject(series),
            when=self.names.during(period) if when else "",
            verb=self._verb(way, figure) if way != "still" else "",
            growth=self.amount(address, figure, decimals, unsigned=True),
            against=self.against(comparison, period),
        )

    def growths_of_parts(
        self, series: SeriesKey, period: Period, dimension: str, codes: Sequence[str] = ()
    ) -> Spans:
        """`trong đó: ngành khai khoáng tăng 1,82%; …`; a part withheld says so."""
        told = self.part_growths(series, period, dimension, codes)
        return self.pattern("of_which", parts=self._listed(told)) if told else ()

    def part_growths(
        self, series: SeriesKey, period: Period, dimension: str, codes: Sequence[str] = ()
    ) -> list[Spans]:
        """The same, each part by itself."""
        parts = [series.within(**{dimension: code}) for code in codes or self.book.codes(series, dimension)]
        return [clause for part in parts if (clause := self._part_growth(part, period))]

    def largest_parts(
        self, series: SeriesKey, period: Period, dimension: str, most: int, decimals: int | None = None
    ) -> Spans:
        """`lớn nhất là Trung Quốc 41,2 triệu USD (chiếm 36,8%); …`, from the parts that have no parts.

        Where a part is withheld, only of those that are told can it be said.
        """
        told = self.part_levels(series, period, dimension, most, decimals)
        all_told = not any(
            self.book.level(part, period).cause is Cause.CONFIDENTIAL
            for part in self.leaves(series, dimension)
        )
        name = "largest" if all_told else "largest_told"
        return self.pattern(name, parts=self._listed(told)) if told else ()

    def part_levels(
        self, series: SeriesKey, period: Period, dimension: str, most: int, decimals: int | None = None
    ) -> list[Spans]:
        """The largest parts, each by itself; a part of nothing is none of them."""
        levels = [(part, self.book.level(part, period)) for part in self.leaves(series, dimension)]
        known = [(part, figure) for part, figure in levels if figure.value]
        known.sort(key=lambda pair: pair[1].value or 0, reverse=True)
        return [self._part_level(part, period, figure, decimals) for part, figure in known[:most]]

    def from_to(self, series: SeriesKey, first: Period, last: Period, decimals: int | None = None) -> Spans:
        """`tỷ lệ hộ được sử dụng điện tăng từ 86,7% (năm 2015) lên 97,5% (năm 2020)`."""
        before, now = self.book.level(series, first), self.book.level(series, last)
        if before.value is None or now.value is None:
            return self.level(series, last, decimals)
        left, right = Address.of(series, first), Address.of(series, last)
        digits = self.places(left, before) if decimals is None else decimals
        moved = round_half_away(now.value, digits) - round_half_away(before.value, digits)
        return self.pattern(
            "rate_still" if moved == 0 else "rate_rise" if moved > 0 else "rate_fall",
            subject=self.names.subject(series),
            first=self.amount(left, before, decimals),
            last=self.amount(right, now, decimals),
            first_when=self.names.period(first),
            last_when=self.names.period(last),
        )

    def counts(self, chain: Sequence[SeriesKey], period: Period) -> Spans:
        """`17.540 hộ tại 333 thôn, bản thuộc 66 xã của 11 huyện`: counts of one list, each its own figure."""
        first = self.book.level(chain[0], period)
        if first.value is None:
            return self.absence(chain[0], period, first)
        links: list[Spans] = []
        for series in chain[1:]:
            figure = self.book.level(series, period)
            if figure.value is not None:
                link = self.names.say(self.names.lexicon.links[figure.unit])
                links.append(fill(link, n=self.amount(Address.of(series, period), figure)))
        return fill(
            self.names.say(self.names.lexicon.counts[chain[0].definition.indicator]),
            when=self.names.during(period),
            first=self.amount(Address.of(chain[0], period), first),
            rest=joined(links, " "),
        )

    def fraction(self, rate: SeriesKey, periods: Sequence[Period]) -> Spans:
        """`năm 2020 có 286.771 hộ được sử dụng điện trên tổng số 294.124 hộ`, for each of the periods."""
        entry = self.book.indicators.of(rate.definition)
        told: list[Spans] = []
        for period in periods:
            slots: dict[str, Spans | str] = {"when": self.names.during(period)}
            for name, code in (("top", entry.numerator), ("bottom", entry.denominator)):
                side = self.book.series(code, rate.definition.coverage, rate.area)
                figure = self.book.level(side, period)
                if figure.value is not None:
                    slots[name] = self.amount(Address.of(side, period), figure)
            if len(slots) == 3:
                told.append(fill(self.names.say(self.names.lexicon.fractions[entry.code]), **slots))
        return self._listed(told)

    def absence(self, series: SeriesKey, period: Period, figure: Figure) -> Spans:
        """That there is no figure, and why; nothing about what was never collected."""
        reason = figure.reason()
        if reason is None or figure.cause is Cause.NOT_COLLECTED:
            return ()
        if figure.cause is Cause.CONFIDENTIAL:
            return self.pattern(
                "withheld", subject=self.names.subject(series), when=self.names.during(period)
            )
        return self.pattern(
            "absence",
            subject=self.names.subject(series),
            when=self.names.during(period),
            cause=self.names.reason(reason),
        )

    def refusal(self, unlike: NotComparable) -> Spans:
        """What stands in the place of an unlike comparison."""
        return (self.names.say(unlike.reason),)

    def turn(self, series: SeriesKey, period: Period, comparison: Comparison) -> Spans:
        """`tăng 5,2%`, after a comma or in a list."""
        figure, address = self.book.figure(series, period, comparison), Address.of(series, period, comparison)
        words = self.names.lexicon.turns[self._way(address, figure)]
        return fill(self.names.say(words), growth=self.amount(address, figure, unsigned=True))

    def trend(self, series: SeriesKey, period: Period) -> str | None:
        """`tăng`, `giảm` or `không đổi` on the year before, for a title, which holds no numbers."""
        figure, address = self.book.figure(series, period, YEAR_AGO), Address.of(series, period, YEAR_AGO)
        if figure.value is None:
            return None
        return self.names.say(self.names.lexicon.trends[self._way(address, figure)])

    def amount(
        self, address: Address, figure: Figure, decimals: int | None = None, unsigned: bool = False
    ) -> Spans:
        """The number with its unit; `unsigned` where a verb already says which way."""
        digits = self.places(address, figure) if decimals is None else decimals
        number = quote(address, figure, digits, self.names.lang, unsigned)
        return self.names.amount(number, figure.unit, single=figure.value == 1)

    def places(self, address: Address, figure: Figure) -> int:
        """The places the figure is printed with wherever nothing else is asked for."""
        return places(address, figure, self.book, self.growth_places)

    def leaves(self, series: SeriesKey, dimension: str) -> list[SeriesKey]:
        """The parts of a series that are not split further in the book."""
        codes = self.book.codes(series, dimension)
        codelist = self.names.codelist(dimension)
        groups = {above for code in codes for above in codelist.above(code)[1:]}
        return [series.within(**{dimension: code}) for code in codes if code not in groups]

    def _part_growth(self, part: SeriesKey, period: Period) -> Spans:
        figure = self.book.figure(part, period, YEAR_AGO)
        name, reason = self.names.subject(part), figure.reason()
        if reason is None:
            return self.pattern("part_growth", part=name, turn=self.turn(part, period, YEAR_AGO))
        if figure.cause is Cause.NOT_COLLECTED:
            return ()
        if figure.cause is Cause.CONFIDENTIAL:
            return self.pattern("part_withheld", part=name)
        return self.pattern("part_absent", part=name, cause=self.names.reason(reason))

    def _part_level(self, part: SeriesKey, period: Period, level: Figure, decimals: int | None) -> Spans:
        name, value = self.names.subject(part), self.amount(Address.of(part, period), level, decimals)
        address = Address.of(part, period, Comparison.SHARE)
        share = self.book.at(address)
        if share.value is None:
            return self.pattern("part_level", part=name, value=value)
        return self.pattern("part_share", part=name, value=value, share=self.amount(address, share))

    def _way(self, address: Address, figure: Figure, decimals: int | None = None) -> str:
        """Which way it went as printed: a growth that rounds to zero is told as no change."""
        assert figure.value is not None
        digits = self.places(address, figure) if decimals is None else decimals
        rounded = round_half_away(figure.value, digits)
        return "rise" if rounded > 0 else "fall" if rounded < 0 else "still"

    def _verb(self, verb: str, figure: Figure) -> str:
        return self.names.say(self.names.lexicon.verbs[verb][firmness(figure)])

    def against(self, comparison: Comparison, period: Period) -> str:
        """`so với năm 2019`, `so với cùng kỳ năm trước`."""
        base = period.previous() if comparison is Comparison.PREVIOUS_PERIOD else period.same_last_year()
        words = self.names.lexicon.against[comparison]["year" if period.frequency == "A" else "shorter"]
        return self.names.say(words).format(base=self.names.period(base))

    def _listed(self, parts: Sequence[Spans]) -> Spans:
        return joined(parts, self.names.say(self.names.lexicon.between_parts))

    def pattern(self, name: str, **slots: Spans | str) -> Spans:
        """A sentence pattern of the lexicon, filled."""
        return fill(self.names.say(self.names.lexicon.sentences[name]), **slots)


def firmness(figure: Figure) -> str:
    """How firm a figure is, which decides its verb (`đạt`, `sơ bộ đạt`, `ước đạt`)."""
    if figure.data_type is DataType.FORECAST:
        return "forecast"
    if figure.data_type is DataType.ESTIMATE or figure.status is ObsStatus.ESTIMATED:
        return "estimate"
    return "provisional" if figure.status is ObsStatus.PROVISIONAL else "firm"
