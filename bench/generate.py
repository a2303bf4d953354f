"""Synthetic returns of a nation, seeded: what comes late, is corrected, is missing, opens and closes.

63 provinces, 400 products in a tree of classes, groups, divisions and sections, monthly. Rows stand in the
order in which they arrived: a late or corrected return comes one or two months after its month.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

AREAS, PRODUCTS, CLASSES, FIRST_YEAR = 63, 400, 130, 2014
LATE, BLANK, SKIPPED = 0.05, 0.02, 0.05
OPENED, CLOSED = 0.15, 0.10  # of the units, at some month within the file
MONTHS = {100_000: 24, 1_000_000: 60}  # any other number of rows: ten years
SECTIONS = {"B": range(5, 10), "C": range(10, 34), "D": range(35, 36), "E": range(36, 40)}
AREA_CODES = [f"{code:02d}" for code in range(1, AREAS + 1)]


@dataclass(frozen=True)
class Units:
    """Who reports what, a row an enterprise and product: the months it is open, and whether it may skip."""

    area: np.ndarray
    enterprise: np.ndarray
    product: np.ndarray
    opens: np.ndarray
    closes: np.ndarray
    steady: np.ndarray

    @property
    def cells(self) -> np.ndarray:
        return self.area * PRODUCTS + self.product


def generate(folder: Path, rows: int, gaps: bool, seed: int = 2020) -> None:
    """Write `returns.parquet`, `products.parquet` and `weights.parquet` of about so many returns.

    Without gaps every cell has a unit that always answers; with them nobody is bound to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    months = MONTHS.get(rows, 120)
    products = _products(rng)
    units = _units(rng, round(rows / months / 0.83), months, gaps)
    codes = products["product"].combine_chunks()
    pq.write_table(products, folder / "products.parquet")
    pq.write_table(_weights(rng, np.unique(units.cells), codes, months), folder / "weights.parquet")
    _write_returns(folder / "returns.parquet", rng, units, codes, months)


def _products(rng: np.random.Generator) -> pa.Table:
    section = {f"{division:02d}": letter for letter, some in SECTIONS.items() for division in some}
    possible = [f"{division}{group}{last}" for division in section for group in "123" for last in "12"]
    used = rng.choice(possible, CLASSES, replace=False)
    classes = np.sort(np.concatenate([used, rng.choice(used, PRODUCTS - CLASSES)])).tolist()
    return pa.table(
        {
            "product": [f"{code}{place:04d}" for place, code in enumerate(classes)],
            "class": classes,
            "group": [code[:3] for code in classes],
            "division": [code[:2] for code in classes],
            "section": [section[code[:2]] for code in classes],
        }
    )


def _units(rng: np.random.Generator, count: int, months: int, gaps: bool) -> Units:
    """About three units a cell, and about three products an enterprise, which lies in one area."""
    possible = rng.permutation(AREAS * PRODUCTS)
    cells = possible[: max(AREAS, min(len(possible), count // 3))]
    cell = np.concatenate([cells, rng.choice(cells, max(0, count - len(cells)))])
    cell = cell[np.argsort(cell // PRODUCTS + rng.random(len(cell)))]
    area = cell // PRODUCTS
    enterprise = (np.arange(len(cell)) - np.searchsorted(area, area)) // 3 * AREAS + area
    once = np.sort(np.unique(enterprise * PRODUCTS + cell % PRODUCTS, return_index=True)[1])
    cell, enterprise = cell[once], enterprise[once]
    opens = np.where(rng.random(len(cell)) < OPENED, rng.integers(1, months, len(cell)), 0)
    closes = np.where(rng.random(len(cell)) < CLOSED, rng.integers(opens, months) + 1, months)
    steady = np.zeros(len(cell), dtype=bool)
    steady[np.unique(cell, return_index=True)[1]] = not gaps
    opens, closes = np.where(steady, 0, opens), np.where(steady, months, closes)
    return Units(cell // PRODUCTS, enterprise, cell % PRODUCTS, opens, closes, steady)


def _weights(rng: np.random.Generator, cells: np.ndarray, codes: pa.Array, months: int) -> pa.Table:
    """Value added of every cell, from the year before the first return on, drifting from year to year."""
    years = np.arange(FIRST_YEAR, FIRST_YEAR + -(-months // 12))
    drift = np.cumsum(rng.normal(0.05, 0.2, (len(years), len(cells))), axis=0)
    area, product = np.tile(cells // PRODUCTS, len(years)), np.tile(cells % PRODUCTS, len(years))
    return pa.table(
        {
            "area": pa.array(AREA_CODES).take(pa.array(area)),
            "product": codes.take(pa.array(product)),
            "year": pa.array(np.repeat(years, len(cells)), pa.int32()),
            "value_added": np.exp(rng.normal(3, 1.2, len(cells)) + drift).ravel(),
        }
    )


def _write_returns(
    path: Path, rng: np.random.Generator, units: Units, products: pa.Array, months: int
) -> None:
    names = [f"{(FIRST_YEAR + 1) + month // 12}-{month % 12 + 1:02d}" for month in range(months)]
    firms = pa.array([f"DN{code:07d}" for code in range(int(units.enterprise.max()) + 1)])
    lists = {
        "area": (pa.array(AREA_CODES), units.area),
        "enterprise": (firms, units.enterprise),
        "product": (products, units.product),
    }
    size, price = np.exp(rng.normal(6, 1.5, len(units.area))), np.exp(rng.normal(1, 1, len(units.area)))
    with pq.ParquetWriter(path, _schema(), store_schema=False) as writer:
        for who, month, blank in _arrivals(rng, units, months):
            season = 0.15 * np.sin((month + units.product[who]) * np.pi / 6)
            amount = size[who] * np.exp(0.004 * month + season + rng.normal(0, 0.1, len(who)))
            columns = [_coded(names_of, codes[who]) for names_of, codes in lists.values()]
            columns += [_coded(pa.array(names), month), pa.array(amount, mask=blank)]
            writer.write_table(
                pa.Table.from_arrays([*columns, pa.array(amount * price[who])], schema=_schema())
            )


def _arrivals(
    rng: np.random.Generator, units: Units, months: int
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """What arrives in every month: units, the month each return is about, which left the quantity blank."""
    waiting: list[tuple[np.ndarray, int]] = []
    for month in range(months + 2):
        due = np.flatnonzero((units.opens <= month) & (month < units.closes))
        kept = due[units.steady[due] | (rng.random(len(due)) >= SKIPPED)]
        late = rng.random(len(kept)) < LATE
        parts = [(kept[~late], month), *(one for one in waiting if one[1] == month - 1)]
        waiting = [one for one in waiting if one[1] != month - 1] + [(kept[late], month)]
        order = rng.permutation(sum(len(some) for some, _ in parts))
        who = np.concatenate([some for some, _ in parts])[order]
        about = np.concatenate([np.full(len(some), of) for some, of in parts])[order]
        blank = (rng.random(len(who)) < BLANK) & ~units.steady[who]
        if len(who):
            yield who, about, blank


def _coded(names: pa.Array, codes: np.ndarray) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), names)


def _schema() -> pa.Schema:
    coded = [
        (name, pa.dictionary(pa.int32(), pa.string())) for name in ("area", "enterprise", "product", "period")
    ]
    return pa.schema([*coded, ("quantity", pa.float64()), ("value", pa.float64())])


if __name__ == "__main__":
    folder, size, *options = sys.argv[1:]
    generate(Path(folder), int(float(size)), gaps="--gaps" in options)
