"""What a wrong number looks like: swapped digits, a thousandfold, another year, another name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.figures.observations.observation import SeriesKey
from tongket.figures.prose.proofing import words
from tongket.figures.prose.proofing.agreement import as_printed, places, tells
from tongket.figures.prose.proofing.asking import Answer, Asked, answers
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.indicator import Indicators
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import round_half_away
from tongket.figures.terms.words import Text

_POWERS = (1, 2, 3, 6)
_TELLING_DIGITS = 3  # shorter numbers meet by chance too often to be told by


@dataclass(frozen=True, slots=True)
class Slip:
    """A code for programs, and the clause for people."""

    code: str
    clause: Text


def slip_of(mention: Mention, about: Asked, answer: Answer | None, reference: Reference) -> Slip | None:
    """The likeliest slip behind a number that does not tell the answer's figure."""
    misprint = _misprint(mention, answer, reference) if answer and answer.figure.value is not None else None
    return misprint or _misplaced(mention, about, reference)


def _misprint(mention: Mention, answer: Answer, reference: Reference) -> Slip | None:
    exact = as_printed(mention, answer.figure, reference)
    if exact is None:
        return Slip("unit", words.UNIT)
    if mention.value is None or isinstance(mention.value, tuple):
        return None
    value, decimals = mention.value, places(mention)
    right = round_half_away(exact, decimals)
    if right == -value:
        return Slip("sign", words.SIGN)
    for power in _POWERS:
        for moved in (value.scaleb(power), value.scaleb(-power)):
            if _alike(moved, exact):
                return Slip("scale", words.SCALE.format(times=f"{10**power:,}".replace(",", " ")))
    printed, meant = _digits(value), _digits(right)
    if len(printed) == len(meant):
        differing = [
            index for index, pair in enumerate(zip(printed, meant, strict=True)) if pair[0] != pair[1]
        ]
        if len(differing) == 1 and len(printed) > 1:
            return Slip("digit", words.DIGIT)
        if len(differing) == 2 and sorted(printed) == sorted(meant):
            return Slip("transposed", words.TRANSPOSED)
    return None


def _alike(moved: Decimal, exact: Decimal) -> bool:
    """Whether two numbers are one as far as the shorter of them is printed."""
    exponent = moved.as_tuple().exponent
    return isinstance(exponent, int) and moved != 0 and round_half_away(exact, -exponent) == moved


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits))


def _misplaced(mention: Mention, about: Asked, reference: Reference) -> Slip | None:
    """Whose figure the number is, if it is anybody's: of another release, period, coverage, area or name."""
    for edition in reference.others:
        if _told(mention, about, reference, answers(mention, about, reference, edition.book)):
            return Slip("vintage", words.OF_EDITION.format(name=edition.name))
    if not _is_telling(mention):
        return None
    for others, slip in _elsewhere(mention, about, reference):
        for other in others:
            if other != about and _told(mention, other, reference, answers(mention, other, reference)):
                return slip(other)
    return None


def _elsewhere(
    mention: Mention, about: Asked, reference: Reference
) -> Iterator[tuple[list[Asked], Callable[[Asked], Slip]]]:
    names = reference.book.indicators
    series, period = about.series, about.period
    yield _periods(about, reference), _of_period
    others = _akin(about, reference)
    yield [Asked(one, period) for one in others], lambda other: Slip("coverage", _of(other, names))
    alike = [one for one in reference.series if one.definition == series.definition]
    parts = [one for one in alike if one.area == series.area]
    yield [Asked(one, period) for one in parts], lambda other: Slip("part", _of(other, names))
    areas = [one for one in alike if one.breakdown == series.breakdown]
    yield [Asked(one, period) for one in areas], lambda other: Slip("area", _of(other, names))
    wholes = [one for one in reference.series if not one.breakdown and one.area == series.area]
    yield [Asked(one, period) for one in wholes], lambda other: Slip("name", _of(other, names))


def _of(other: Asked, names: Indicators) -> Text:
    """Whose the number is: the name with the codes of part and area, for the name alone may be the same."""
    name, series = names.name(other.series.definition), other.series
    codes = ", ".join((*(code for _, code in series.breakdown), f"@{series.area}"))
    return words.OF_OTHER.format(name=Text(f"{name.vi} ({codes})", f"{name.en} ({codes})"))


def _of_period(other: Asked) -> Slip:
    return Slip("period", words.OF_PERIOD.format(period=other.period))


def _periods(about: Asked, reference: Reference) -> list[Asked]:
    """The years around, and the other periods of the same length in the book."""
    around = [about.period.years_back(years) for years in (1, -1, 2, -2, 3, -3, 5, -5)]
    length = about.period.length
    stored = [period for period in reference.periods(about.series) if period.length in (length, 12)]
    parts = [Period.year(about.period.start_year)]
    return [Asked(about.series, period) for period in dict.fromkeys((*around, *parts, *stored))]


def _akin(about: Asked, reference: Reference) -> list[SeriesKey]:
    """The other coverages of the indicator, for the same area and part."""
    indicator = reference.book.indicators.of(about.series.definition)
    others = [replace(about.series, definition=indicator.definition(one)) for one in indicator.coverages]
    return [*others, about.series.whole()]


def _told(mention: Mention, about: Asked, reference: Reference, found: list[Answer]) -> bool:
    return any(tells(mention, answer.figure, reference) for answer in found)


def _is_telling(mention: Mention) -> bool:
    value = mention.value
    return value is not None and not isinstance(value, tuple) and len(_digits(value)) >= _TELLING_DIGITS
