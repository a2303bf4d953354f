"""Who reports what and when: reporters.csv of the office, with the months due."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reporter:
    code: str
    name: str
    area: str
    first: str
    last: str
    forms: tuple[str, ...]

    def due(self, month: Month) -> bool:
        """On the register for the whole month; days are ISO texts, so they compare as they stand."""
        year, number = month
        return self.first <= f"{year}-{number:02d}-01" and (
            not self.last or f"{year}-{number:02d}-28" <= self.last
        )


def read_roster(office: Path) -> dict[str, Reporter]:
    return {
        row["code"]: Reporter(
            row["code"],
            row["name"],
            row["area_code"],
            row["valid_from"],
            row["valid_to"],
            tuple(row["forms"].split("|")),
        )
        for row in read_csv(office / "reporters.csv")
    }


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def areas_at(office: Path, year: int) -> list[dict[str, str]]:
    """The units in force at the end of the year."""
    end = f"{year}-12-31"
    rows = read_csv(office / "areas.csv")
    return [row for row in rows if row["valid_from"] <= end <= (row["valid_to"] or end)]


def months_of(full: Sequence[int], open_year: int, open_months: int) -> Iterator[Month]:
    """The months told: all of the full years, then the first ones of the open year."""
    yield from ((year, month) for year in full for month in range(1, 13))
    yield from ((open_year, month) for month in range(1, open_months + 1))
