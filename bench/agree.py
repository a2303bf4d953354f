"""Whether two folders of results say the same, to 1e-9; exit status 1 and a sentence where they do not."""

import sys
from pathlib import Path

import polars as pl

TOLERANCE = 1e-9
TABLES = {"index": ["period", "node"], "contributions": ["period", "area", "product"]}


def worst(one: Path, other: Path, keys: list[str]) -> float:
    """The largest difference, relative for numbers above 1; a row or value on one side only is infinite."""
    left, right = (
        pl.read_csv(path, schema_overrides=dict.fromkeys(keys, pl.String)) for path in (one, other)
    )
    both = left.join(right, on=keys, how="full", coalesce=True, suffix=" of the other")
    if not len(left) == len(right) == len(both):
        return float("inf")
    a, b = both[left.columns[-1]], both[f"{left.columns[-1]} of the other"]
    if (a.is_null() != b.is_null()).any():
        return float("inf")
    scale = a.abs().clip(lower_bound=1.0)
    return float(((a - b).abs() / scale).max() or 0.0)


if __name__ == "__main__":
    one, other = map(Path, sys.argv[1:])
    for table, keys in TABLES.items():
        gap = worst(one / f"{table}.csv", other / f"{table}.csv", keys)
        print(f"{table}: {gap:.1e}")
        if not gap <= TOLERANCE:
            sys.exit(f"{one.name} and {other.name} differ in {table} by {gap:.1e}.")
