"""Contract rows of estimation, editing, imputation and disclosure."""

from decimal import Decimal

import pytest
from tests.unit.methods.contracts import COLUMNS, REFUSED, Row, d

from tongket.figures.methods.disclosure.cells import Cell, Contribution, Equation
from tongket.figures.methods.disclosure.protect import protect
from tongket.figures.methods.disclosure.rules import Dominance, Rules, Threshold, primary
from tongket.figures.methods.editing.identities import SumOfParts, YearToDate
from tongket.figures.methods.editing.outliers import hidiroglou_berthelot
from tongket.figures.methods.editing.selective import Item, call_list, local_score, scale
from tongket.figures.methods.estimation.expansion import expansion
from tongket.figures.methods.estimation.ratio_estimator import ratio_estimate
from tongket.figures.methods.estimation.sample import SampledUnit, Stratum
from tongket.figures.methods.estimation.totals import estimate_total
from tongket.figures.methods.imputation.donors import Donors
from tongket.figures.methods.imputation.ladder import impute
from tongket.figures.methods.imputation.record import Record
from tongket.figures.methods.imputation.rungs import ratio_to_previous
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

HERE, RULES = Text.same("x"), Rules((Threshold(3, Decimal(20)),), Decimal(20))


def stratum(*pairs, population=4, x_total=None):
    units = (SampledUnit(str(i), *d(y, x)) for i, (y, x) in enumerate(pairs))
    return Stratum("h", population, tuple(units), *d(x_total))


def verdict(rule):
    return [one.verdict for one in rule.judge()]


def hb(now, before):
    return hidiroglou_berthelot(d(*now), d(*before))


def record(unit, now, before=None, year=None):
    return Record(unit, ("10",), *d(now, before, year))


def by_ratio(receiver, donor):
    return ratio_to_previous(receiver, Donors([donor], 1), "")


def filled(*donors):
    """What stands for unit x, 5 last month, beside donors of its class."""
    return impute([record("x", None, 5), *donors], least_donors=1)["x"].value


def cell(key, value, *amounts, **more):
    parts = tuple(Contribution(f"{key}{i}", a) for i, a in enumerate(d(*amounts)))
    return Cell(key, *d(value), parts, **more)


def unsafe(rule, one):
    return list(primary([one], Rules((rule,), Decimal(20))))


def withheld(*cells):
    whole = Cell("w", sum(one.value or Decimal(0) for one in cells))
    return list(protect([*cells, whole], [Equation.total("w", [c.key for c in cells])], RULES).withheld)


MANY = [10] * 6
CONTRACTS = {
    "estimate_total": [
        Row("zero base", lambda: ratio_estimate(stratum((4, 0), (6, 0), x_total=9)).value, 20),
        Row("missing", lambda: expansion(stratum((4, 1), (None, 1), (6, 1))).value, 20),
        Row("negative", lambda: sorted(expansion(stratum((-4, 1), (6, 1))).notes), ["negative"]),
        Row("nothing left", lambda: estimate_total([stratum((None, 1))], expansion), Cause.NOT_ANSWERED),
        Row("nothing left", lambda: estimate_total([], expansion), Cause.NOT_ANSWERED),
    ],
    "ytd_check": [
        Row("zero base", lambda: verdict(YearToDate(HERE, d(0), d(0), d(0))), [True]),
        Row("missing", lambda: verdict(YearToDate(HERE, d(5, 6), d(None, 6), d(5, 11))), [True, None]),
        Row("negative", lambda: verdict(YearToDate(HERE, d(-5), d(-5), d(-5))), [True]),
        Row("nothing left", lambda: verdict(YearToDate(HERE, (), (), ())), []),
    ],
    "validate": [
        Row("zero base", lambda: verdict(SumOfParts(HERE, Decimal(0), tuple(d(0, 0)))), [True]),
        Row("missing", lambda: verdict(SumOfParts(HERE, Decimal(5), tuple(d(5, None)))), [None]),
        Row("negative", lambda: verdict(SumOfParts(HERE, Decimal(-1), tuple(d(2, -3)))), [True]),
        Row("nothing left", lambda: verdict(SumOfParts(HERE, Decimal(5), ())), [None]),
    ],
    "hb_outlier": [
        Row("zero base", lambda: list(hb([1] * 6, [0, 1, 1, 1, 1, 1]).excluded), [0]),
        Row("missing", lambda: list(hb([None, 1, 1, 1, 1, 1], [1] * 6).excluded), [0]),
        Row("negative", lambda: list(hb([-1, 1, 1, 1, 1, 1], [1] * 6).excluded), [0]),
        Row("nothing left", lambda: hb([1, 2], [1, 1]).how, "none"),
    ],
    "selective_score": [
        Row("zero base", lambda: local_score(*d(5, 4, 1, 1, 0)), Cause.ZERO_BASE),
        Row("zero base", lambda: scale(Decimal(0), d(3, None, 7)), 7),
        Row("missing", lambda: local_score(*d(None, 50, 2, 0, 100)), 1),
        Row("negative", lambda: local_score(*d(-5, 5, 1, 1, -100)), 0.1),
        Row("nothing left", lambda: list(call_list({}, {}).calls), []),
        Row("nothing left", lambda: call_list({"u": {"i": Item(None, None)}}, {"i": 1}).unscored, ["u"]),
    ],
    "impute": [
        Row("zero base", lambda: by_ratio(record("x", None, 5), record("a", 5, 0)), None),
        Row("missing", lambda: filled(record("a", 6, 3)), 10),
        Row("negative", lambda: filled(record("a", -6, 3)), 0),
        Row("nothing left", lambda: impute([record("x", None)])["x"], Cause.NOT_ANSWERED),
    ],
    "primary_sdc": [
        Row("zero base", lambda: unsafe(Threshold(3, Decimal(20)), Cell("x", Decimal(0), ())), []),
        Row("missing", lambda: unsafe(Threshold(3, Decimal(20)), cell("x", 9, 3, 3, None)), []),
        Row("negative", lambda: unsafe(Dominance(1, Decimal(50)), cell("x", 9, 10, -1)), []),
        Row("negative", lambda: unsafe(Threshold(3, Decimal(20)), cell("x", 9, 10, -1)), ["x"]),
        Row("nothing left", lambda: unsafe(Threshold(3, Decimal(20)), cell("x", None, 3)), []),
    ],
    "secondary_sdc": [
        Row("zero base", lambda: withheld(cell("a", 50, 50), Cell("b", Decimal(0), ()), cell("c", 60, *MANY)),
            ["a", "c"]),
        Row("missing", lambda: protect([cell("a", 50, 50), Cell("b", None)], [], RULES).safe, True),
        Row("negative", lambda: withheld(Cell("a", Decimal(-5), ()), cell("c", 60, *MANY)), REFUSED),
        Row("nothing left", lambda: withheld(cell("a", 50, 50), cell("b", 60, *MANY)), ["a", "b"]),
    ],
}  # fmt: skip
ROWS = [pytest.param(row, id=f"{module}: {row.column}") for module, rows in CONTRACTS.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_a_contract_row(row):
    assert row.holds()


@pytest.mark.parametrize("module", CONTRACTS)
def test_every_column_of_the_table_is_asked(module):
    assert {row.column for row in CONTRACTS[module]} == set(COLUMNS)
