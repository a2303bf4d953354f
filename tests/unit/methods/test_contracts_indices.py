"""Contract rows of the index numbers and comparisons: zero base, missing, negative, nothing left."""

import numpy as np
import pytest
from tests.unit.methods.contracts import COLUMNS, REFUSED, Row, d

from tongket.figures.methods.comparisons import cumulated_change, percent_change, ratio_of_sums
from tongket.figures.methods.estimation.deflation import deflated
from tongket.figures.methods.index_numbers.aggregate import aggregate, coverage
from tongket.figures.methods.index_numbers.contributions import year_on_year
from tongket.figures.methods.index_numbers.elementary import carli, dutot, jevons
from tongket.figures.methods.index_numbers.links import chained, links
from tongket.figures.methods.index_numbers.series import chain, rebase, splice
from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import carry_up
from tongket.figures.terms.figure import Cause

NONE = float("nan")
TREE = Tree.flat("a", "b")


def whole(a, b, weights=(1.0, 1.0)):
    return aggregate(TREE, TREE.spread(np.array([a, b], dtype=float)), carry_up(TREE, list(weights)))[0]


def index(volumes):
    return chained(links(TREE, np.array(volumes, dtype=float), np.ones((2, 2))))


FLAT, STOPPED, GONE = [[1, 1], [1, 1]], [[0, 0], [1, 1]], [[1, 1], [NONE, NONE]]

CONTRACTS = {
    "elementary_index": [
        Row("zero base", lambda: dutot([0, 0], [1, 2]), Cause.ZERO_BASE),
        Row("zero base", lambda: carli([0], [1]), Cause.ZERO_BASE),
        Row("zero base", lambda: jevons([0, 2], [1, 4]), 2),
        Row("missing", lambda: dutot([10, None], [20, 5]), 2),
        Row("negative", lambda: dutot([10, -1], [20, 5]), REFUSED),
        Row("nothing left", lambda: jevons([10, None], [None, 5]), Cause.NOT_ANSWERED),
    ],
    "aggregate_index": [
        Row("zero base", lambda: whole(1.1, NONE), 1.1),
        Row("missing", lambda: coverage(TREE, np.array([1.1, NONE]), carry_up(TREE, [3, 2]))[0], 0.6),
        Row("negative", lambda: whole(1.1, 1.2, (1.0, -1.0)), REFUSED),
        Row("nothing left", lambda: whole(NONE, NONE), None),
    ],
    "chain/rebase/splice": [
        Row("zero base", lambda: rebase([[0.0, 5.0]], [0.0])[0], [None, None]),
        Row("zero base", lambda: chain([1.1, 0.0, 1.2]), [110, 0, None]),
        Row("missing", lambda: chain([1.1, NONE, 1.2]), [110, None, None]),
        Row("negative", lambda: chain([1.1, -1.0]), REFUSED),
        Row("nothing left", lambda: splice([[1.0, NONE]], [[NONE, 2.0]], [1]).factors, [None]),
    ],
    "contributions": [
        Row("zero base", lambda: year_on_year(index([STOPPED, STOPPED]), 1, 0), [None, None, None]),
        Row("missing", lambda: year_on_year(index([FLAT, [[1, NONE], [2, 2]]]), 1, 0)[0], 0),
        Row("negative", lambda: year_on_year(index([[[2, 2], [1, 1]], FLAT]), 1, 0), [-25, -25, 0]),
        Row("nothing left", lambda: year_on_year(index([GONE, GONE]), 1, 0), [None, None, None]),
    ],
    "compare_bases": [
        Row("zero base", lambda: percent_change(*d(5, 0)), Cause.ZERO_BASE),
        Row("missing", lambda: cumulated_change(d(1, None), d(1, 1)), Cause.NOT_ANSWERED),
        Row("negative", lambda: percent_change(*d(5, -1)), Cause.UNDEFINED),
        Row("nothing left", lambda: ratio_of_sums([], []), Cause.NOT_ANSWERED),
    ],
    "deflate": [
        Row("zero base", lambda: deflated(*d(5, 0)), Cause.ZERO_BASE),
        Row("missing", lambda: deflated(*d(5, None)), Cause.NOT_ANSWERED),
        Row("negative", lambda: deflated(*d(-5, 125)), -4),
        Row("nothing left", lambda: deflated(None, None), Cause.NOT_ANSWERED),
    ],
}  # fmt: skip
ROWS = [pytest.param(row, id=f"{module}: {row.column}") for module, rows in CONTRACTS.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_a_contract_row(row):
    assert row.holds()


@pytest.mark.parametrize("module", CONTRACTS)
def test_every_column_of_the_table_is_asked(module):
    assert {row.column for row in CONTRACTS[module]} == set(COLUMNS)
