"""Raking: parts made to add to totals known elsewhere, in one direction or in two.

Source: METHODS §3.2; Dagum and Cholette (2006), ch. 11; Statistics Canada, G-Series 3.0, `tsraking`;
Deming and Stephan, Annals of Mathematical Statistics 11 (1940), pp. 427-444.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tongket.figures.methods.time_series.series import (
    Array,
    Number,
    Unanswered,
    Values,
    array_of,
    floats,
    places,
)
from tongket.figures.terms.figure import Cause
from tongket.figures.terms.words import Text

Table = tuple[tuple[float, ...], ...]
AGREE = 1e-9  # of the grand total: rows and columns that differ by more do not describe one table
SETTLED = 1e-13
ROUNDS = 10_000


def rake(
    parts: Values, total: Number | None, alterability: Sequence[float] | None = None
) -> tuple[float, ...] | Unanswered:
    """One way: min SUM (x_i - s_i)^2 / (c_i |s_i|) s.t. SUM x_i = T.

    That is x_i = s_i + c_i |s_i| (T - SUM s) / SUM c |s|: pro rata when all alterabilities c are alike;
    c_i = 0 keeps a part as it is. Domain: any numbers.
    Missing: a missing part or total gives NOT_ANSWERED. Zero stays zero; when nothing may move and the
    parts do not add to T, UNDEFINED.
    """
    series, wanted = array_of(parts), array_of([total])[0]
    if np.isnan(series).any() or np.isnan(wanted):
        return Unanswered(Cause.NOT_ANSWERED, PART_MISSING, places(np.isnan(series)))
    moves = _alterable(np.abs(series), alterability)
    rest = wanted - series.sum()
    if moves.sum() == 0:
        if abs(rest) <= AGREE * max(abs(wanted), np.abs(series).sum()):
            return floats(series)
        return Unanswered(Cause.UNDEFINED, NOTHING_MOVES)
    return floats(series + moves * (rest / moves.sum()))


def rake_two_way(
    table: Sequence[Values],
    row_totals: Values,
    column_totals: Values,
    alterability: Sequence[Sequence[float]] | None = None,
) -> Table | Unanswered:
    """Two ways by least squares: the same minimum under all row and column totals, by its normal equations.

    Unlike `fit_margins` it knows alterability and negative cells, but may turn a small cell negative.
    Missing and zero: as `rake`; totals that no movable cell can meet give UNDEFINED.
    """
    margins = _margins(table, row_totals, column_totals)
    if isinstance(margins, Unanswered):
        return margins
    cells, rows, columns = margins
    weights = None if alterability is None else np.array(alterability, dtype=np.float64).ravel()
    moves = _alterable(np.abs(cells).ravel(), weights)
    high, wide = cells.shape
    sums = np.vstack([np.kron(np.eye(high), np.ones(wide)), np.kron(np.ones(high), np.eye(wide))])
    rest = np.concatenate([rows, columns]) - sums @ cells.ravel()
    pull = np.linalg.pinv((sums * moves) @ sums.T, hermitian=True) @ rest
    found = cells.ravel() + moves * (sums.T @ pull)
    left = np.abs(np.concatenate([rows, columns]) - sums @ found)
    if left.max() > AGREE * max(1e-300, np.abs(rows).sum(), np.abs(cells).sum()):
        return Unanswered(Cause.UNDEFINED, NOTHING_MOVES, places(left > left.max() / 2))
    return _table(found.reshape(high, wide))


def fit_margins(table: Sequence[Values], row_totals: Values, column_totals: Values) -> Table | Unanswered:
    """Two ways by iterative proportional fitting: rows to their totals, columns to theirs, until both hold.

    Keeps every cross-product ratio of the table. Domain: cells and totals not negative, rows and columns
    adding to the same. Missing: any cell or total missing gives NOT_ANSWERED. Zero stays zero; a margin that
    only zeros could fill, or zeros placed so that no table fits, gives UNDEFINED and names the margins
    (rows first, then columns). Source: Deming and Stephan (1940).
    """
    margins = _margins(table, row_totals, column_totals)
    if isinstance(margins, Unanswered):
        return margins
    cells, rows, columns = margins
    if (cells < 0).any() or (rows < 0).any() or (columns < 0).any():
        return Unanswered(Cause.UNDEFINED, NEGATIVE_CELL)
    found, size = cells, max(1e-300, float(rows.sum()))
    for _ in range(ROUNDS):
        found = found * _factors(rows, found.sum(axis=1))[:, None]
        found = found * _factors(columns, found.sum(axis=0))[None, :]
        if np.abs(found.sum(axis=1) - rows).max() <= SETTLED * size:
            break
    left = np.abs(np.concatenate([found.sum(axis=1) - rows, found.sum(axis=0) - columns]))
    if left.max() > AGREE * size:
        return Unanswered(Cause.UNDEFINED, NOTHING_MOVES, places(left > AGREE * size))
    return _table(found)


def _factors(wanted: Array, made: Array) -> Array:
    return np.divide(wanted, made, out=np.ones_like(made), where=made > 0)


def _margins(
    table: Sequence[Values], row_totals: Values, column_totals: Values
) -> tuple[Array, Array, Array] | Unanswered:
    cells = np.array([array_of(row) for row in table], dtype=np.float64)
    rows, columns = array_of(row_totals), array_of(column_totals)
    if cells.shape != (len(rows), len(columns)):
        raise ValueError(f"A table of {len(rows)} by {len(columns)} is needed; found {cells.shape}.")
    if any(np.isnan(part).any() for part in (cells, rows, columns)):
        return Unanswered(Cause.NOT_ANSWERED, PART_MISSING)
    if abs(rows.sum() - columns.sum()) > AGREE * max(abs(rows).sum(), abs(columns).sum()):
        because = TOTALS_DIFFER.format(rows=f"{rows.sum():g}", columns=f"{columns.sum():g}")
        return Unanswered(Cause.UNDEFINED, because)
    return cells, rows, columns


def _alterable(sizes: Array, alterability: Sequence[float] | Array | None) -> Array:
    if alterability is None:
        return sizes
    coefficients = np.array(alterability, dtype=np.float64)
    if coefficients.shape != sizes.shape or not (coefficients >= 0).all():
        raise ValueError("Each part has one alterability, none of them negative.")
    return np.asarray(sizes * coefficients)


def _table(cells: Array) -> Table:
    return tuple(floats(row) for row in cells)


PART_MISSING = Text("còn thiếu thành phần hoặc tổng", "a part or a total is missing")
NOTHING_MOVES = Text(
    "không thành phần nào được phép đổi có thể đạt tổng đã cho",
    "no part that may move can meet the totals given",
)
NEGATIVE_CELL = Text("có số âm", "there are negative numbers")
TOTALS_DIFFER = Text(
    "tổng các hàng ({rows}) khác tổng các cột ({columns})",
    "the rows add to {rows}, the columns to {columns}",
)
