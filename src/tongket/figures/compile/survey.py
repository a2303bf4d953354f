"""Method `survey_total`: a total estimated from the units drawn, by stratum, with how far it may be off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.grid import Grid, grid
from tongket.figures.compile.parameters import A_CODE, Parameter, number, one_of, word
from tongket.figures.compile.places import last_day
from tongket.figures.compile.survey_words import estimated, joined_notes
from tongket.figures.compile.tally import Job, tallies
from tongket.figures.compile.total import add_things
from tongket.figures.compile.units import conversion
from tongket.figures.facts import columns
from tongket.figures.facts.reduction import Reduction
from tongket.figures.methods.estimation.estimate import Estimate
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.frame import Frame
from tongket.figures.methods.estimation.growth import carried_by_growth
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.totals import Estimator, domain_total, estimate_total
from tongket.figures.methods.totals import total_of_parts
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

FRAME = Parameter("frame", A_CODE, word)
ESTIMATORS: Mapping[str, Estimator] = {"expansion": expansion, "ratio": ratio_estimate}
MATCHED = "matched_growth"
ESTIMATOR = Parameter(
    "estimator", Text.same(", ".join((*ESTIMATORS, MATCHED))), one_of(*ESTIMATORS, MATCHED), "expansion"
)
CONFIDENCE = Parameter(
    "confidence",
    Text("một số từ 0,5 đến 0,999", "a number from 0.5 to 0.999"),
    number(0.5, 0.999),
    Decimal("0.95"),
)
UNRELIABLE = Parameter(
    "unreliable_above",
    Text("CV tính bằng phần trăm, từ 0 đến 1000", "a CV in percent, from 0 to 1000"),
    number(0, 1000),
    Decimal(100),
)

PARAMETERS = (FRAME, ESTIMATOR, CONFIDENCE, UNRELIABLE)


@dataclass(frozen=True)
class Survey:
    """The sample of a recipe with its answers, laid out over the periods of its dataflow.

    A drawn unit has answered for a period when any fact of the measure came from it; what it did not name
    is then a true 0, and without any fact its answer is missing.
    """

    job: Job
    frame: Frame
    laid: Grid

    @cached_property
    def answered(self) -> frozenset[tuple[str, Period]]:
        recipe = self.job.recipe
        by = (columns.REPORTER, columns.PERIOD, columns.MONTHS)
        table = self.job.reduce(Reduction(recipe.dataflow, recipe.measure, by, {}, self.job.as_of)).table
        rows = zip(*(table[name].to_pylist() for name in by), strict=True)
        return frozenset((reporter, Period(first, months)) for reporter, first, months in rows)

    def strata(self, key: SeriesKey, period: Period) -> tuple[Stratum, ...]:
        """The strata in the frame's order, each unit with what it reported of the series' part."""
        tally = self.laid.tallies.get(key, {}).get(period)
        sums = tally.sums if tally else {}
        drawn: dict[str, list[SampledUnit]] = {code: [] for code in self.frame.strata}
        for unit, one in self.frame.units.items():
            y = sums.get(unit, Decimal(0)) if (unit, period) in self.answered else None
            drawn[one.stratum].append(SampledUnit(unit, y, one.x, one.response_class))
        return tuple(
            Stratum(code, stratum.population, tuple(drawn[code]), stratum.x_total, stratum.group)
            for code, stratum in self.frame.strata.items()
        )

    def total(self, key: SeriesKey, period: Period, estimator: Estimator) -> Estimate | Cause:
        """The total of the frame, or of the part of it that lies in another area than the office's own."""
        strata = self.strata(key, period)
        if key.area == self.job.context.home:
            return estimate_total(strata, estimator)
        inside = self._inside(key.area, period)
        return domain_total(strata, lambda unit: unit.unit in inside, estimator)

    def _inside(self, area: str, period: Period) -> frozenset[str]:
        areas, day = self.job.context.areas, last_day(period)
        unplaced = [unit for unit, one in self.frame.units.items() if not areas.knows(one.area, day)]
        if unplaced:
            recipe = self.job.recipe
            raise RecipeRefused(_UNPLACED.format(recipe=recipe.code, frame=self.frame.code, unit=unplaced[0]))
        return frozenset(
            unit
            for unit, one in self.frame.units.items()
            if area in {place.code for place in areas.lineage(one.area, day)}
        )

    def strangers(self, period: Period) -> int:
        """Units that answered and were not drawn; they stand for nobody and are left out."""
        return sum(1 for unit, when in self.answered if when == period and unit not in self.frame.units)


def survey_total(job: Job) -> Iterator[Observation]:
    """Every period of every series, and the year as the sum of its periods.

    The year's standard error is the sum of its periods': the same units answer month after month, so
    their errors do not cancel, and the sum is never too small.
    """
    survey = _survey(job)
    for key in survey.laid.series:
        found = dict(_periods(survey, key))
        for period, figure in found.items():
            yield survey.laid.observed(key, period, figure)
        for year in survey.laid.timeline.years():
            yield survey.laid.observed(key, year, _year(survey, year, found))


def _survey(job: Job) -> Survey:
    recipe, code = job.recipe, FRAME.of(job.recipe)
    if code not in job.context.frames:
        legal = ", ".join(sorted(job.context.frames)) or "—"
        raise RecipeRefused(_NO_FRAME.format(recipe=recipe.code, code=code, legal=legal))
    things, convert = conversion(recipe, job.context, recipe.measure, recipe.definition.unit)
    if things:
        raise RecipeRefused(_BY_ITEM.format(recipe=recipe.code, measure=recipe.measure))
    by_unit = tallies(job, recipe.measure, columns.REPORTER, convert)
    return Survey(job, job.context.frames[code], grid(job, by_unit, add_things, zeros=True))


def _periods(survey: Survey, key: SeriesKey) -> Iterator[tuple[Period, Figure]]:
    carry = ESTIMATOR.of(survey.job.recipe) == MATCHED
    before: dict[str, Decimal] = {}
    for period in survey.laid.timeline.periods:
        if not survey.job.context.areas.knows(key.area, last_day(period)):
            continue
        absence = survey.laid.timeline.absences.get(period)
        if absence and absence.cause is Cause.NOT_DUE:
            yield period, survey.laid.absent(absence)
        elif carry:
            before = _carried(survey, key, period, before)
            yield period, _of_levels(survey, period, before)
        else:
            estimator = ESTIMATORS[ESTIMATOR.of(survey.job.recipe)]
            yield period, _figure(survey, period, survey.total(key, period, estimator))


def _figure(survey: Survey, period: Period, found: Estimate | Cause) -> Figure:
    recipe, unit = survey.job.recipe, survey.job.recipe.definition.unit
    if isinstance(found, Cause):
        return Figure.absent(unit, found, _NOBODY if found is Cause.NOT_ANSWERED else None, 0)
    because = joined_notes(found, survey.frame, ESTIMATOR.of(recipe), survey.strangers(period))
    return estimated(found, unit, CONFIDENCE.of(recipe), UNRELIABLE.of(recipe), because)


def _carried(
    survey: Survey, key: SeriesKey, period: Period, before: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    """Each stratum's level by the growth of the units that answered in both periods; the first expanded."""
    now = survey.strata(key, period)
    earlier = {one.code: one for one in survey.strata(key, period.previous())}
    levels: dict[str, Decimal] = {}
    for stratum in now:
        level: Decimal | Cause
        if stratum.code in before:
            level = carried_by_growth(before[stratum.code], _given(stratum), _given(earlier[stratum.code]))
        else:
            found = expansion(stratum)
            level = found if isinstance(found, Cause) else found.value
        if isinstance(level, Decimal):
            levels[stratum.code] = level
    return levels


def _given(stratum: Stratum) -> dict[str, Decimal | None]:
    return {unit.unit: unit.y for unit in stratum.sample}


def _of_levels(survey: Survey, period: Period, levels: Mapping[str, Decimal]) -> Figure:
    value = total_of_parts([levels.get(code) for code in survey.frame.strata])
    if isinstance(value, Cause):
        return _figure(survey, period, value)
    answers = sum(1 for unit in survey.frame.units if (unit, period) in survey.answered)
    return _figure(survey, period, Estimate(value, Cause.UNDEFINED, answers))


def _year(survey: Survey, year: Period, found: Mapping[Period, Figure]) -> Figure:
    recipe, parts = survey.job.recipe, survey.laid.timeline.parts(year)
    figures = [found[part] for part in parts if part in found and found[part].value is not None]
    if len(figures) < len(parts):
        missing = [part for part in parts if part not in found or found[part].value is None]
        return survey.laid.absent(survey.laid.timeline.lacking(missing))
    value = sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
    errors = [figure.margin.error if figure.margin else None for figure in figures]
    error = total_of_parts(errors)
    variance = error if isinstance(error, Cause) else error * error
    answers = sum(figure.answers or 0 for figure in figures)
    whole = Estimate(value, variance, answers)
    return estimated(
        whole, recipe.definition.unit, CONFIDENCE.of(recipe), UNRELIABLE.of(recipe), _ADDED, figures
    )


_ADDED = Text(
    "cộng các kỳ trong năm; sai số chuẩn của năm không vượt quá tổng sai số chuẩn các kỳ",
    "the sum of the year's periods; its standard error is at most the sum of theirs",
)
_NOBODY = Text(
    "có tầng chưa đơn vị mẫu nào trả lời và không có tầng cùng nhóm để ghép",
    "a stratum has no answer, and no neighbour of its group to be joined with",
)
_NO_FRAME = Text(
    "Công thức “{recipe}”: không có dàn mẫu “{code}”. Hiện có: {legal}. "
    "Hãy thêm tệp vào frames/ của danh mục.",
    "Recipe “{recipe}”: there is no frame “{code}”. There are: {legal}. "
    "Add a file to frames/ of the catalogue.",
)
_BY_ITEM = Text(
    "Công thức “{recipe}”: chỉ số đo “{measure}” có đơn vị theo từng mặt hàng, không ước lượng chung được. "
    "Hãy chọn chỉ số đo có một đơn vị.",
    "Recipe “{recipe}”: the measure “{measure}” is in the unit of each item and has no common total. "
    "Choose a measure with a unit of its own.",
)
_UNPLACED = Text(
    "Công thức “{recipe}”: đơn vị “{unit}” của dàn mẫu “{frame}” không có địa bàn còn hiệu lực, nên không "
    "ước lượng được cho địa bàn nhỏ hơn. Hãy ghi cột area.",
    "Recipe “{recipe}”: the unit “{unit}” of the frame “{frame}” lies in no area in force, so there is no "
    "estimate for smaller areas. Fill in its column area.",
)
