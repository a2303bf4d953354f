"""The office's policy of disclosure control as data: rules, what is public anyway, who belongs together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tongket.figures.methods.disclosure.policy import Policy
from tongket.figures.methods.disclosure.rules import Rules
from tongket.figures.observations.observation import Breakdown, SeriesKey
from tongket.figures.terms.indicator import LegalReference
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Refusal, Text


class NoPolicy(Refusal):
    """No policy of disclosure control is in force on the day."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What holds from the first day to the last; None has no end on that side."""

    valid_from: date | None = None
    valid_to: date | None = None

    def on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Holding(Dated):
    """Reporters under one parent, who know each other's figures and count as one."""

    code: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver(Dated):
    """A reporter's written consent that its figures may be told, with the document that holds it."""

    reporter: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PublicSeries:
    """One series by indicator, coverage and part."""

    indicator: str
    coverage: str
    breakdown: Breakdown


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """Figures that are public whatever the rules say: published already, or by law. None can be taken back.

    `months_of`: every month of these years; `periods`: these periods themselves.
    """

    code: str
    series: tuple[PublicSeries, ...]
    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    months_of: tuple[int, ...]
    reference: Text

    def takes_in(self, series: SeriesKey, period: Period) -> bool:
        own = series.definition
        named = PublicSeries(own.indicator, own.coverage, series.breakdown)
        monthly = period.length == 1 and period.start_year in self.months_of
        return named in self.series and series.area in self.areas and (monthly or period in self.periods)


@dataclass(frozen=True, kw_only=True)
class ReleasePolicy(Dated):
    """What a release is protected by from one day to another.

    Every dataflow is protected but those that `open` names with a reason. `stands_for`: for reporters of a
    kind that are a whole stratum of small businesses, how many units each stands for at least.
    """

    code: str
    legal: LegalReference
    open: Mapping[str, Text]
    rules: Rules
    search: Policy
    stands_for: Mapping[str, int]
    holdings: tuple[Holding, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    public: tuple[PublicFigures, ...] = ()

    def protects(self, dataflow: str) -> bool:
        return dataflow not in self.open

    def public_by(self, series: SeriesKey, period: Period) -> PublicFigures | None:
        """What makes the figure public anyway; None where nothing does."""
        return next((one for one in self.public if one.takes_in(series, period)), None)


def policy_on(policies: Sequence[ReleasePolicy], day: date) -> ReleasePolicy:
    """The policy in force on the day, the one that began last; refuses when there is none."""
    found = [one for one in policies if one.on(day)]
    if not found:
        raise NoPolicy(_NONE.format(day=day))
    return max(found, key=lambda one: (one.valid_from or date.min, one.code))


_NONE = Text(
    "Ngày {day} chưa có chính sách bảo mật số liệu nào có hiệu lực. Hãy thêm vào disclosure.yaml của danh "
    "mục.",
    "No policy of disclosure control is in force on {day}. Add one to the catalogue's disclosure.yaml.",
)
