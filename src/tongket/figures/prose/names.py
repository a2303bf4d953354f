"""What things are called inside a sentence: periods, areas, series, parts, amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tongket.figures.observations.observation import SeriesKey
from tongket.figures.prose.lexicon import Lexicon
from tongket.figures.prose.spans import Quote, Spans, fill
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.period import Period
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang, Text

# A period as an address writes it, or a run of them, inside the words of a cause.
_CODED = re.compile(r"(?P<first>\d{4}-(?:[SQ]\d|\d\d))(?:–(?P<last>\d{4}-(?:[SQ]\d|\d\d)))?(?![\d/])")


@dataclass(frozen=True)
class Names:
    """Names in one language, from the catalogue and the lexicon."""

    lexicon: Lexicon
    indicators: Indicators
    units: Mapping[str, Unit]
    codelists: Mapping[str, Codelist]
    areas: AreaMap
    lang: Lang

    def say(self, text: Text) -> str:
        return text[self.lang]

    def reason(self, words: Text) -> str:
        """A cause as a sentence has it: `thiếu số liệu của 2020-12` names its month; `91 %` closes up."""
        named = _CODED.sub(self._named, self.say(words))
        return re.sub(r"(?<=\d) %", "%", named)

    def _named(self, found: re.Match[str]) -> str:
        first, last = Period.parse(found["first"]), Period.parse(found["last"] or found["first"])
        return self.period(Period(first.first, last.last - first.first + 1))

    def subject(self, series: SeriesKey) -> str:
        """The series as the subject of a sentence; the part where it is a part, else the whole."""
        if series.breakdown:
            dimension, code = series.breakdown[0]
            return self.part(dimension, code)
        phrase = self.lexicon.phrases.get(str(series.definition))
        return (
            self.say(phrase) if phrase else uncapitalised(self.say(self.indicators.name(series.definition)))
        )

    def part(self, dimension: str, code: str) -> str:
        """A part inside a sentence, as `ngành khai khoáng`."""
        if short := self.lexicon.parts.get(f"{dimension}={code}"):
            return self.say(short)
        names = self.lexicon.breakdowns[dimension]
        item = self.item(dimension, code)
        return self.say(names.pattern).format(item=item if names.proper else uncapitalised(item))

    def item(self, dimension: str, code: str) -> str:
        """A part as it stands alone in a table."""
        return self.say(self.codelist(dimension)[code].name)

    def codelist(self, dimension: str) -> Codelist:
        return self.codelists[self.lexicon.breakdowns[dimension].codelist]

    def area(self, code: str, day: date) -> str:
        area = self.areas.at(code, day)
        pattern = self.lexicon.areas.get(area.type)
        return self.say(pattern).format(name=area.name) if pattern else area.full_name

    def unit(self, code: str) -> str:
        return self.say(self.units[code].symbol)

    def amount(self, number: Quote, unit: str, single: bool = False) -> Spans:
        """A number with its unit as the sentence has it: `20.217 tỷ đồng`, `13,5%`."""
        words = self.lexicon.amounts.get(unit)
        if words is None:
            return fill("{n} {unit}", n=(number,), unit=self.unit(unit))
        return fill(self.say(words.one if single else words.many), n=(number,))

    def during(self, period: Period) -> str:
        return self.say(self.lexicon.periods["during"]).format(period=self.period(period))

    def period(self, period: Period) -> str:
        """The period by the shortest name it has: `quý III/2020`, `10 tháng năm 2020`."""
        kind, slots = self._period(period)
        return self.say(self.lexicon.periods[kind]).format(**slots)

    def month(self, period: Period, short: bool = False) -> str:
        months = self.lexicon.short_months if short else self.lexicon.months
        return self.say(months[period.start_month - 1])

    def _period(self, period: Period) -> tuple[str, Mapping[str, object]]:
        year, month = period.start_year, period.start_month
        match period.frequency:
            case "A":
                return "year", {"year": year}
            case "S":
                return ("first_half" if month == 1 else "second_half"), {"year": year}
            case "Q":
                return "quarter", {
                    "year": year,
                    "quarter": self.say(self.lexicon.quarters[(month - 1) // 3]),
                }
            case "M":
                return "month", {"year": year, "month": self.month(period)}
        if month == 1 and period.length % 12 == 0:
            return "years", {"year": year, "until": year + period.length // 12 - 1}
        if month == 1 and period.length < 12:
            count = period.length if self.lang == "vi" else self.lexicon.month_counts[period.length]
            return "cumulated", {"year": year, "months": count}
        ends = (self.period(Period(end, 1)) for end in (period.first, period.last))
        return "span", dict(zip(("from", "to"), ends, strict=True))


def uncapitalised(name: str) -> str:
    """The name inside a sentence; an abbreviation such as IIP keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
