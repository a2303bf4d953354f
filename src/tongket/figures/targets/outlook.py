"""The chance of reaching a target of a running year, and whether such chances were worth stating before.

Source: METHODS §3.3. Both kinds of error are shown and the band goes by the smaller chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.methods.time_series.chance import (
    Bands,
    Chance,
    Direction,
    Growths,
    YearPaths,
    chance_of,
    growths,
    simulate_year,
)
from tongket.figures.methods.time_series.chance_scores import Skill, Trial, back_tested
from tongket.figures.methods.time_series.series import MONTHS, Unanswered
from tongket.figures.methods.time_series.vintages import Known, Release, Triangle, first_revisions
from tongket.figures.methods.time_series.year_ladder import by_growth
from tongket.figures.observations.book import Book
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.targets.pace import NEVER_ADD, NO_MONTHS, months_in, planned_total
from tongket.figures.targets.target import Target, resolved_places
from tongket.figures.terms.figure import CAUSES, Cause, Figure
from tongket.figures.terms.indicator import Direction as Better
from tongket.figures.terms.indicator import Shape
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

Recorded = Callable[[SeriesKey], Mapping[Period, Sequence[Release]]]
YEARS_TRIED = 10
JANUARY_AND_FEBRUARY = (1, 2)
NOW = float("inf")  # the book is what became known last


@dataclass(frozen=True, slots=True)
class Outlook:
    """The chance with its back-test, each of which may be unanswered with its reason."""

    target: Target
    chance: Chance | Unanswered
    skill: Skill | Unanswered


def outlook_of(
    target: Target, book: Book, bands: Bands | None = None, recorded: Recorded = lambda series: {}
) -> Outlook:
    """The outlook of a target from the months that are in and from the same months of last year.

    `recorded` gives what a series was recorded as before, for the revisions still to come and for the
    back-test, which asks the same growth of past years as the target asks of this one.
    """
    so_far, wanted = months_in(target, book), _wanted(target, book)
    if isinstance(wanted, Unanswered):
        return Outlook(target, wanted, wanted)
    if so_far is None:
        why = Unanswered(Cause.NOT_DUE, NO_MONTHS)
        return Outlook(target, why, why)
    triangle = _triangle(target.series, book, recorded)
    year, months = target.period.start_year, so_far.length
    direction = Direction.AT_MOST if target.direction is Better.DOWN else Direction.AT_LEAST
    revisions = [float(one) for one in first_revisions(triangle)]
    paths = _paths(triangle.latest(), year, months, revisions)
    if isinstance(paths, Unanswered):
        return Outlook(target, paths, paths)
    chance = chance_of(paths, wanted, direction, bands)
    skill = back_tested(_trials(triangle, year, months, wanted, direction))
    return Outlook(target, chance, skill)


def _wanted(target: Target, book: Book) -> Decimal | Unanswered:
    """The total the target comes to; one resolved as `about` is reached from half its last place below."""
    value = target.figure.value
    if value is None:
        return Unanswered(target.figure.cause or Cause.UNDEFINED, target.figure.reason() or NOT_A_YEAR)
    if target.period.frequency != "A":
        return Unanswered(Cause.UNDEFINED, NOT_A_YEAR)
    shape = book.indicators.of(target.series.definition).shape
    if target.shape == "ratio" or shape not in (Shape.FLOW, Shape.INDEX):
        return Unanswered(Cause.UNDEFINED, NEVER_ADD)
    if target.bound == "about":
        half = Decimal("0.5").scaleb(-resolved_places(value))
        value = value + half if target.direction is Better.DOWN else value - half
    plan = planned_total(target, value, book)
    if isinstance(plan, Figure):
        return Unanswered(plan.cause or Cause.UNDEFINED, plan.reason() or CAUSES[Cause.UNDEFINED])
    return plan


def _triangle(series: SeriesKey, book: Book, recorded: Recorded) -> Triangle:
    """What was recorded of each month, the book's own value last."""
    releases = {period.first: list(found) for period, found in recorded(series).items() if period.length == 1}
    for period in book.periods(series):
        value = book.level(series, period).value
        if period.length == 1 and value is not None:
            releases.setdefault(period.first, []).append(Release(NOW, value))
    return Triangle(releases)


def _paths(known: Known, year: int, months: int, revisions: Sequence[float]) -> YearPaths | Unanswered:
    done = known.sum(year, 1, months)
    if isinstance(done, Cause):
        return Unanswered(done, CAUSES[done])
    past = _growths(known, year, months)
    if isinstance(past, Unanswered):
        if months < MONTHS:
            return past
        past = Growths(months, 0.0, 0.0)  # nothing is left to grow
    return simulate_year(done, known.of(year - 1, months + 1), past, revisions=revisions)


def _growths(known: Known, year: int, months: int) -> Growths | Unanswered:
    """Growth of each month on last year's, January and February together: Tết moves between the two."""
    found = growths(_joined(known.of(year, 1, months)), _joined(known.of(year - 1, 1, months)))
    if isinstance(found, Growths) or months < len(JANUARY_AND_FEBRUARY):
        return found
    return Unanswered(found.cause, AS_ONE.format(why=found.because))


def _joined(values: tuple[Decimal | None, ...]) -> tuple[Decimal | None, ...]:
    if len(values) < len(JANUARY_AND_FEBRUARY):
        return values
    january, february, *rest = values
    both = None if january is None or february is None else january + february
    return (both, *rest)


def _trials(triangle: Triangle, year: int, months: int, wanted: Decimal, direction: Direction) -> list[Trial]:
    """Past years as they were known when the same months had first come out."""
    before = triangle.latest().sum(year - 1)
    if isinstance(before, Cause) or before <= 0:
        return []
    tried = (
        _trial(triangle, past, months, wanted / before, direction) for past in range(year - YEARS_TRIED, year)
    )
    return [trial for trial in tried if trial is not None]


def _trial(triangle: Triangle, year: int, months: int, growth: Decimal, direction: Direction) -> Trial | None:
    truth, moment = triangle.latest().sum(year), triangle.first_known(year, months)
    if isinstance(truth, Cause) or moment is None:
        return None
    known = triangle.as_of(moment)
    before, naive = known.sum(year - 1), by_growth(known, year, Decimal(1))
    paths = _paths(known, year, months, ())
    if known.in_hand(year) != months or isinstance(before, Cause):
        return None
    if isinstance(naive, Cause) or isinstance(paths, Unanswered):
        return None
    wanted = growth * before
    chance = chance_of(paths, wanted, direction)
    hit = truth >= wanted if direction is Direction.AT_LEAST else truth <= wanted
    return Trial(min(chance.independent, chance.persistent), hit, paths.independent, truth, naive.value)


AS_ONE = Text("{why} (tháng 1 và 2 tính một)", "{why} (January and February count as one)")
NOT_A_YEAR = Text(
    "khả năng đạt chỉ tính cho chỉ tiêu của một năm", "a chance is stated for the target of one year only"
)
