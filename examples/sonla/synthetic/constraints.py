"""The figures the invented returns must compile to, read from constraints.yaml and published.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Constraint:
    """`target` is the figure as published, printed with `places`; `aim` is the exact value to hit."""

    code: str
    target: Decimal
    places: int
    aim: Decimal
    more_than: bool
    measure: Mapping[str, Any]


class Constraints(dict[str, Constraint]):
    """By code, with the aims as plain numbers for the solving."""

    def aim(self, code: str) -> float:
        return float(self[code].aim)

    def factor(self, code: str) -> float:
        """A growth in percent as the factor it multiplies by."""
        return 1 + self.aim(code) / 100


def read_constraints(office: Path) -> Constraints:
    with (office / "published.csv").open(encoding="utf-8", newline="") as file:
        published = list(csv.DictReader(file))
    entries = yaml.safe_load((HERE / "constraints.yaml").read_text(encoding="utf-8"))
    return Constraints({entry["code"]: _constraint(entry, published) for entry in entries})


def _constraint(entry: Mapping[str, Any], published: Sequence[Mapping[str, str]]) -> Constraint:
    target = _published(entry, published) if "published" in entry else _exact(entry["implied"]["value"])
    return Constraint(
        entry["code"],
        target,
        entry["places"],
        _exact(entry.get("aim", target)),
        entry.get("bound") == "more_than",
        entry["measure"],
    )


def _published(entry: Mapping[str, Any], published: Sequence[Mapping[str, str]]) -> Decimal:
    """The value all rows that answer the description agree on; targets set for a year are no results."""
    wanted = entry["published"].items()
    found = {
        Decimal(row["value"])
        for row in published
        if row["status"] != "target" and all(row[column] == value for column, value in wanted)
    }
    if len(found) != 1:
        raise ValueError(
            f"{entry['code']}: the rows of published.csv described give {sorted(found)}, not one value."
        )
    return found.pop()


def _exact(value: object) -> Decimal:
    return Decimal(str(value))
