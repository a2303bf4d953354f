"""Contract rows of series in time, targets, areas and revisions."""

from decimal import Decimal

import pytest
from tests.spec.pages.targets._plans import OUTPUT, book, plan
from tests.unit.methods.contracts import COLUMNS, REFUSED, Row, d
from tests.unit.review.invented import seen

from tongket.desks.ledger.x13 import X13Program
from tongket.figures.methods.crosswalk.convert import convert
from tongket.figures.methods.crosswalk.walk import Crosswalk, Spread
from tongket.figures.methods.revisions.statistics import relative_revisions, revision_statistics, revisions
from tongket.figures.methods.time_series.benchmarking import ADDITIVE, denton
from tongket.figures.methods.time_series.seasonal_adjustment import seasonally_adjust
from tongket.figures.methods.time_series.series import Alignment
from tongket.figures.methods.time_series.year_ladder import (
    PastYear,
    additive_rest,
    growth_carry,
    run_rate,
    seasonal_share,
)
from tongket.figures.targets.against import percent_of_plan
from tongket.figures.targets.judge import judge
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.indicator import Direction
from tongket.figures.terms.period import Period

FIRST, TWO = Period.month(2012, 1), Alignment(2)
EXACT = Crosswalk({"a": Spread({"x": 1}), "b": Spread({"y": 1})}, ("x", "y"))


def moved(**values):
    found = convert({code: None if v is None else Decimal(v) for code, v in values.items()}, EXACT, "flow")
    return [one.cause if one.value is None else one.value for one in found.units.values()]


def stands(result, value, **more):
    told = book() if result is None else book(seen(OUTPUT, 2020, result))
    return judge(plan(OUTPUT, 2020, value, **more), told).outcome.value


def attained(result, value):
    told = book() if result is None else book(seen(OUTPUT, 2020, result))
    return percent_of_plan(plan(OUTPUT, 2020, value), told)


def adjusted(values):
    found = seasonally_adjust(values, FIRST, X13Program())
    return getattr(found, "cause", None) or ("additive" if not found.multiplicative else "multiplicative")


def wave(add=0.0):
    """Ten years of months with a season, a trend and a little that is neither."""
    return [100 + m + 20 * ((m % 12) in (0, 11)) + ((m * 7919) % 13) / 5 + add for m in range(120)]


CONTRACTS = {
    "year_estimate": [
        Row("zero base", lambda: seasonal_share(Decimal(5), [PastYear(*d(0, 0))] * 2), Cause.ZERO_BASE),
        Row("zero base", lambda: growth_carry(*d(5, 0), d(1)), Cause.ZERO_BASE),
        Row("missing", lambda: growth_carry(*d(5, 5), d(1, None)), Cause.NOT_ANSWERED),
        Row("negative", lambda: additive_rest(Decimal(-5), d(3, 5)), -1),
        Row("nothing left", lambda: run_rate(None, 3), Cause.NOT_ANSWERED),
    ],
    "target_status": [
        Row("zero base", lambda: attained(5, 0), Cause.ZERO_BASE),
        Row("missing", lambda: stands(None, 200), "cannot_say"),
        Row("negative", lambda: stands(180, 200, direction=Direction.DOWN), "met"),
        Row("nothing left", lambda: attained(None, 200), Cause.NOT_COLLECTED),
    ],
    "benchmark": [
        Row("zero base", lambda: denton([0, 0], [4], TWO), Cause.UNDEFINED),
        Row("zero base", lambda: denton([0, 0], [4], TWO, ADDITIVE).values, [2, 2]),
        Row("missing", lambda: denton([1, None], [4], TWO), Cause.NOT_ANSWERED),
        Row("missing", lambda: denton([1, 1, 1, 1], [None, 4], TWO).unbound, [0]),
        Row("negative", lambda: denton([-1, 1], [4], TWO), Cause.UNDEFINED),
        Row("nothing left", lambda: denton([1, 1], [None], TWO), Cause.NOT_ANSWERED),
    ],
    "seasonal_adjust": [
        Row("zero base", lambda: adjusted([0.0, *wave()[1:]]), "additive"),
        Row("missing", lambda: adjusted([None, *wave()[1:]]), Cause.NOT_ANSWERED),
        Row("negative", lambda: adjusted(wave(-160)), "additive"),
        Row("nothing left", lambda: adjusted(wave()[:48]), Cause.UNDEFINED),
    ],
    "convert_geo": [
        Row("zero base", lambda: moved(a="0", b="5"), [0, 5]),
        Row("missing", lambda: moved(a=None, b="5"), [Cause.NOT_ANSWERED, 5]),
        Row("negative", lambda: moved(a="-7", b="5"), [-7, 5]),
        Row("nothing left", lambda: list(convert({}, EXACT, "flow").values().values()), [None, None]),
        Row("nothing left", lambda: moved(z="5"), REFUSED),
    ],
    "revisions": [
        Row("zero base", lambda: relative_revisions(d(0), d(5)), [Cause.ZERO_BASE]),
        Row("missing", lambda: revisions([Cause.NOT_DUE, *d(1)], d(5, 3)), [None, 2]),
        Row("negative", lambda: revisions(d(-3), d(-5)), [-2]),
        Row("nothing left", lambda: revision_statistics([], []).mr, Cause.NOT_PUBLISHED),
    ],
}  # fmt: skip
ROWS = [pytest.param(row, id=f"{module}: {row.column}") for module, rows in CONTRACTS.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_a_contract_row(row):
    assert row.holds()


@pytest.mark.parametrize("module", CONTRACTS)
def test_every_column_of_the_table_is_asked(module):
    assert {row.column for row in CONTRACTS[module]} == set(COLUMNS)
