"""What stands in the place of returns that are out, by the ladder a recipe names. GSBPM 5.4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pyarrow as pa

from tongket.figures.compile.context import Context, Due
from tongket.figures.compile.places import last_day
from tongket.figures.compile.unit_values import Codes, UnitValues
from tongket.figures.facts import columns
from tongket.figures.methods.imputation.ladder import impute
from tongket.figures.methods.imputation.policy import Policy
from tongket.figures.methods.imputation.record import Escalated, Imputed, Outcome, Record
from tongket.figures.methods.ratios import ratio
from tongket.figures.terms.area import LEVELS
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.period import Period
from tongket.figures.terms.words import Text

PLACES = Decimal(1).scaleb(-columns.DECIMALS)


@dataclass(frozen=True)
class StandIn:
    """What stands for one return: a value for each combination of codes, with rung and donors."""

    due: Due
    values: Mapping[Codes, Imputed]

    @property
    def told(self) -> str:
        """The reporter, its rungs, and of how many donors the widest is made."""
        rungs = sorted({one.method.value for one in self.values.values()})
        donors = max((len(one.donors) for one in self.values.values()), default=0)
        return f"{self.due.reporter} ({', '.join(rungs)}; {donors})" if rungs else f"{self.due.reporter} (0)"


@dataclass(frozen=True)
class StandIns:
    """By period: what stands for whom, and why nothing may stand for the others."""

    dimensions: Codes = ()
    filled: Mapping[Period, Mapping[str, StandIn]] = field(default_factory=dict)
    refused: Mapping[Period, Mapping[str, Text]] = field(default_factory=dict)

    def rows(self, schema: pa.Schema) -> pa.Table:
        """The stand-ins as cells: one row for each value, of no answers."""
        rows = [
            {
                columns.AREA: one.due.area,
                columns.PERIOD: period.first,
                columns.MONTHS: period.length,
                **dict(zip(self.dimensions, codes, strict=True)),
                columns.VALUE: found.value.quantize(PLACES),
                "answers": 0,
            }
            for period, those in self.filled.items()
            for one in those.values()
            for codes, found in one.values.items()
        ]
        return pa.Table.from_pylist([{name: row[name] for name in schema.names} for row in rows], schema)


def stand_ins(
    policy: Policy, context: Context, dataflow: str, seed: str, known: UnitValues, dimensions: Codes
) -> StandIns:
    """The ladder climbed for every return that is out, in every period with some in.

    A reporter is filled whole or not at all. Missing: a dominant one is escalated with the proposal; one
    that no rung reaches stays out. Source: METHODS §4.4.
    """
    filled: dict[Period, dict[str, StandIn]] = {}
    refused: dict[Period, dict[str, Text]] = {}
    for period, due in context.due.get(dataflow, {}).items():
        if not any(one.answered for one in due):
            continue
        climbed = _climb(policy, context, period, due, f"{seed}|{period}", known)
        for one in due:
            if one.answered:
                continue
            outcomes = climbed[one.reporter]
            why = _refusal(one.reporter, outcomes.values())
            if why is None:
                values = {
                    codes: got for codes, got in outcomes.items() if isinstance(got, Imputed) and got.value
                }
                filled.setdefault(period, {})[one.reporter] = StandIn(one, values)
            else:
                refused.setdefault(period, {})[one.reporter] = why
    return StandIns(dimensions, filled, refused)


def _climb(
    policy: Policy, context: Context, period: Period, due: tuple[Due, ...], seed: str, known: UnitValues
) -> dict[str, dict[Codes, Outcome]]:
    before, year_ago = period.previous(), period.same_last_year()
    large = {
        one.reporter for one in due if _share(one.reporter, known, before, year_ago) >= policy.take_all_share
    }
    classes = {one.reporter: _classes(policy, context, one, period) for one in due}
    climbed: dict[str, dict[Codes, Outcome]] = {one.reporter: {} for one in due}
    for codes in known.codes(period, before, year_ago):
        records = [
            Record(
                one.reporter,
                classes[one.reporter],
                known.of(one.reporter, period, codes) if one.answered else None,
                known.of(one.reporter, before, codes),
                known.of(one.reporter, year_ago, codes),
                take_all=one.reporter in large,
            )
            for one in due
        ]
        outcomes = impute(records, policy.ladder, seed, least_donors=policy.least_donors)
        for unit, outcome in outcomes.items():
            climbed[unit][codes] = outcome
    return climbed


def _share(reporter: str, known: UnitValues, *periods: Period) -> Decimal:
    """The largest share a reporter had of the total in one of the periods."""
    shares = [ratio(known.whole(reporter, period), known.total(period)) for period in periods]
    return max((share for share in shares if not isinstance(share, Cause)), default=Decimal(0))


def _classes(policy: Policy, context: Context, due: Due, period: Period) -> tuple[str, ...]:
    day = last_day(period)
    above = context.areas.lineage(due.area, day) if context.areas.knows(due.area, day) else ()
    parts = {unit.level: unit.code for unit in above}
    known = {"division": due.activity[:2], "activity": due.activity, "kind": due.kind}
    known |= {level: parts.get(level, "") for level in LEVELS}
    return tuple("/".join(f"{part}={known[part]}" for part in one) or "all" for one in policy.classes)


def _refusal(reporter: str, outcomes: Iterable[Outcome]) -> Text | None:
    """Why nothing may stand for a reporter; None where something may."""
    found = list(outcomes)
    if any(isinstance(one, Escalated) for one in found):
        return _ASK.format(reporter=reporter)
    return _NO_RUNG.format(reporter=reporter) if any(isinstance(one, Cause) for one in found) else None


_ASK = Text(
    "{reporter} chiếm phần lớn nên không ước thay, phải hỏi đơn vị",
    "{reporter} is too large to be guessed and has to be asked",
)
_NO_RUNG = Text(
    "{reporter} chưa có đủ số liệu cũ và đơn vị tương tự để ước thay",
    "{reporter} has neither a past nor enough like it to stand in for it",
)
