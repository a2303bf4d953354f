"""The villages that projects connected: batches of connections.csv, drawn down to village and day."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from .apportion import apportion
from .numbers import Connection
from .roster import read_csv

HERE = Path(__file__).parent
DAYS_TO_CHOOSE = 28  # every month has them


@dataclass(frozen=True, slots=True)
class Place:
    """A village of the register with what is drawn for it."""

    village: str
    commune: str
    district: str
    size: float
    remoteness: float


@dataclass(frozen=True, slots=True)
class Batch:
    """What a project connected in some communes within some months of a year."""

    project: str
    year: int
    months: tuple[int, int]
    communes: tuple[str, ...]
    villages: int
    households: int


def read_batches() -> list[Batch]:
    return [
        Batch(
            row["project"],
            int(row["year"]),
            (int(row["from_month"]), int(row["to_month"])),
            tuple(row["communes"].split("|")),
            int(row["villages"]),
            int(row["households"]),
        )
        for row in read_csv(HERE / "connections.csv")
    ]


def connect(places: Sequence[Place], rng: random.Random) -> tuple[Connection, ...]:
    """A batch goes to the largest villages of its communes, its households in proportion to their size.

    A second batch in the same communes reaches the same villages again, so the villages and communes of
    the years add to more than there are.
    """
    lines = []
    for batch in read_batches():
        chosen = _largest(batch, places)
        parts = apportion(Decimal(batch.households), [place.size for place in chosen], 0)
        for place, households in zip(chosen, parts, strict=True):
            day = date(batch.year, rng.randint(*batch.months), rng.randint(1, DAYS_TO_CHOOSE))
            lines.append(Connection(place.village, batch.year, batch.project, day, households))
    return tuple(lines)


def _largest(batch: Batch, places: Sequence[Place]) -> list[Place]:
    """As many villages as the batch has, every commune in turn giving its next largest."""
    ranked = {
        commune: sorted((p for p in places if p.commune == commune), key=lambda p: -p.size)
        for commune in batch.communes
    }
    chosen = list(_in_turn(list(ranked.values())))[: batch.villages]
    if len(chosen) < batch.villages:
        raise ValueError(f"The communes {batch.communes} have fewer than {batch.villages} villages.")
    return chosen


def _in_turn(ranked: Sequence[Sequence[Place]]) -> Iterator[Place]:
    for rank in range(max(map(len, ranked))):
        yield from (places[rank] for places in ranked if rank < len(places))
