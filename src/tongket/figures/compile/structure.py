"""Methods `location_quotient` and `shift_share`: the office's industries against a reference economy's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.figures.compile.context import RecipeRefused
from tongket.figures.compile.parameters import A_CODE, Parameter, least, one_of, source, word
from tongket.figures.compile.sourced import Sourced
from tongket.figures.compile.tally import Job
from tongket.figures.methods.structure.location_quotient import location_quotient
from tongket.figures.methods.structure.shift_share import Industry, Shift, shift_share
from tongket.figures.observations.levels import firmest
from tongket.figures.observations.observation import Observation, SeriesKey
from tongket.figures.terms.figure import Cause, Figure
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

SERIES = source("series")
REFERENCE = source("reference")
REFERENCE_AREA = Parameter("reference_area", A_CODE, word)
DIMENSION = Parameter("dimension", A_CODE, word)
CODELIST = Parameter("codelist", A_CODE, word)
DEPTH = Parameter("depth", Text("số nguyên từ 0 trở lên", "a whole number from 0"), least(0), 0)
PARTS = ("change", "national", "industry", "regional")
PART = Parameter("part", Text.same(", ".join(PARTS)), one_of(*PARTS))

COMPARED = (SERIES, REFERENCE, REFERENCE_AREA, DIMENSION, CODELIST, DEPTH)


@dataclass(frozen=True)
class Economies:
    """Yearly figures of one area and of the reference economy, by industries of one depth of a list."""

    job: Job
    own: Sourced
    reference: Sourced
    area: str
    industries: tuple[str, ...]

    def years(self) -> list[Period]:
        """Years of which the area's whole is known."""
        found = [period for period in self.own.periods.get(self._own(), ()) if period.frequency == "A"]
        return [year for year in found if self.own.at(self._own(), year).value is not None]

    def _own(self) -> SeriesKey:
        return SeriesKey(self.own.definition, self.area)

    def _reference(self) -> SeriesKey:
        return SeriesKey(self.reference.definition, REFERENCE_AREA.of(self.job.recipe))

    def region(self, year: Period, code: str = "") -> Decimal | None:
        """The area's figure; an industry no return names is a true 0 where the whole is known."""
        whole = self._own()
        series = whole.within(**{DIMENSION.of(self.job.recipe): code}) if code else whole
        if code and series not in self.own.periods and self.own.at(whole, year).value is not None:
            return Decimal(0)
        return self.own.at(series, year).value

    def nation(self, year: Period, code: str = "") -> Decimal | None:
        whole = self._reference()
        series = whole.within(**{DIMENSION.of(self.job.recipe): code}) if code else whole
        return self.reference.at(series, year).value

    def observed(self, year: Period, code: str, value: Decimal | Cause) -> Observation:
        recipe = self.job.recipe
        series = SeriesKey(recipe.definition, self.area)
        series = series.within(**{DIMENSION.of(recipe): code}) if code else series
        if isinstance(value, Cause):
            figure = Figure.absent(recipe.definition.unit, value)
        else:
            whole = (self.own.at(self._own(), year), self.reference.at(self._reference(), year))
            told = whole[1].because  # whose figures the reference economy's are
            unit, answers = recipe.definition.unit, whole[0].answers
            figure = Figure(value, unit, *firmest(whole), because=told, answers=answers)
        return Observation(series, year, figure, recipe.code)


def quotients(job: Job) -> Iterator[Observation]:
    """How much more the area is given to each industry than the reference economy; 1 is alike."""
    for both in _economies(job):
        for year in both.years():
            whole = both.region(year), both.nation(year)
            for code in both.industries:
                found = location_quotient(
                    both.region(year, code), whole[0], both.nation(year, code), whole[1]
                )
                yield both.observed(year, code, found)


def shifts(job: Job) -> Iterator[Observation]:
    """One part of each industry's change on the year before, and of all industries together."""
    for both in _economies(job):
        for year in both.years():
            before = year.same_last_year()
            found = shift_share({code: _industry(both, code, before, year) for code in both.industries})
            for code, shift in (("", found.total), *found.industries.items()):
                yield both.observed(year, code, _part(job, shift))


def _industry(both: Economies, code: str, before: Period, now: Period) -> Industry:
    return Industry(
        both.region(before, code), both.region(now, code), both.nation(before, code), both.nation(now, code)
    )


def _part(job: Job, shift: Shift | Cause) -> Decimal | Cause:
    if isinstance(shift, Cause):
        return shift
    parts: Mapping[str, Decimal] = {
        "change": shift.change,
        "national": shift.national,
        "industry": shift.industry,
        "regional": shift.regional,
    }
    return parts[PART.of(job.recipe)]


def _economies(job: Job) -> Iterator[Economies]:
    """Each area the source has a whole for, at the levels the recipe asks for."""
    recipe, indicators = job.recipe, job.context.indicators
    own = Sourced(job, SERIES.of(recipe).definition(indicators))
    reference = Sourced(job, REFERENCE.of(recipe).definition(indicators))
    if own.definition.unit != reference.definition.unit:
        raise RecipeRefused(
            _UNLIKE.format(recipe=recipe.code, own=own.definition, reference=reference.definition)
        )
    if not any(series.area == REFERENCE_AREA.of(recipe) for series in reference.periods):
        return  # nobody has given figures of the reference economy yet
    industries = _industries(job, own, reference)
    for area in dict.fromkeys(series.area for series in own.whole_series()):
        yield Economies(job, own, reference, area, industries)


def _industries(job: Job, own: Sourced, reference: Sourced) -> tuple[str, ...]:
    """The codes of the depth asked for that either economy has figures of, as their list has them."""
    recipe, lists = job.recipe, job.context.codelists
    name, code = DIMENSION.of(recipe), CODELIST.of(recipe)
    if code not in lists:
        raise RecipeRefused(_NO_LIST.format(recipe=recipe.code, code=code, legal=", ".join(sorted(lists))))
    known = {dict(series.breakdown).get(name) for one in (own, reference) for series in one.periods}
    depth = DEPTH.of(recipe)
    return tuple(
        item for item in lists[code].items if item in known and len(lists[code].above(item)) == depth + 1
    )


_UNLIKE = Text(
    "Công thức “{recipe}”: “{own}” và “{reference}” không cùng đơn vị tính. Hãy so hai chỉ tiêu cùng đơn vị.",
    "Recipe “{recipe}”: “{own}” and “{reference}” are not in one unit. Compare two indicators of one unit.",
)
_NO_LIST = Text(
    "Công thức “{recipe}”: không có danh mục “{code}”. Các danh mục hiện có: {legal}.",
    "Recipe “{recipe}”: there is no code list “{code}”. Code lists: {legal}.",
)
