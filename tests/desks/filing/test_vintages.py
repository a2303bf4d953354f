"""Whatever is sent in whatever order: the store holds the last of each return, and remembers the rest."""

from __future__ import annotations

import random
from datetime import datetime
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from tests.desks.filing.books import Lines, filled
from tests.desks.filing.conftest import Take

from tongket.desks.filing.actions import importing
from tongket.desks.filing.models import CellRow, ReturnRow
from tongket.desks.filing.queries import CellFilter, accepted_cells, changes_between
from tongket.desks.filing.reading import Arrival
from tongket.desks.registry.queries import register
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import Reading

State = dict[tuple[str, str, str, str], Decimal]
REPORTERS = ("DN001", "DN002")
MONTHS = ("2020-01", "2020-02")
PRODUCTS = ("electricity", "coal", "sugar")


def some_lines(chance: random.Random) -> Lines:
    """Few values, so that corrections often change one number and leave another."""
    return {
        (product,): {"quantity": chance.randint(1, 2), "value": chance.randint(1, 2)}
        for product in PRODUCTS
        if chance.random() < 0.6
    }


def state(as_of: datetime | None = None) -> State:
    cells = accepted_cells(CellFilter("industrial_production"), as_of)
    return {(c.reporter, str(c.period), c.dimensions["product"], c.measure): c.value for c in cells}


@pytest.mark.parametrize("seed", range(3))
def test_the_store_agrees_with_a_dictionary(take: Take, catalogue: Catalogue, seed: int) -> None:
    chance, numbers, known = random.Random(seed), count(), register()
    expected: State = {}
    past: list[tuple[datetime, State]] = []
    for _ in range(12):
        chosen = [(r, m) for r in REPORTERS for m in MONTHS if chance.random() < 0.5]
        sent = {key: some_lines(chance) for key in chosen}
        returns = tuple(filled(catalogue, *key, lines) for key, lines in sent.items())
        result = importing.take_in(
            Arrival(Path("f.xlsx"), f"{next(numbers):064}", 1),
            Reading("f", returns, ()),
            importing.Intake("t", catalogue, known),
        )
        before = dict(expected)
        expected = {key: value for key, value in expected.items() if key[:2] not in sent}
        for (reporter, month), lines in sent.items():
            for (product,), values in lines.items():
                expected |= {(reporter, month, product, m): Decimal(str(v)) for m, v in values.items()}
        assert state() == expected
        assert result.recorded == sum(before.get(key) != value for key, value in expected.items())
        assert result.superseded == sum(expected.get(key) != value for key, value in before.items())
        past.append((importing.Submission.objects.get(pk=result.submission).received_at, dict(expected)))
    for moment, then in past:
        assert state(moment) == then
    _changes_lead_from_one_to_the_other(past)
    _one_of_each_holds()


def _changes_lead_from_one_to_the_other(past: list[tuple[datetime, State]]) -> None:
    for (earlier, old), (later, new) in zip(past, past[3:], strict=False):
        changed = changes_between(earlier, later)
        keys = {(c.reporter, str(c.period), c.dimensions["product"], c.measure): c for c in changed}
        assert len(keys) == len(changed)
        wanted = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
        # a number that went and came back the same is another cell with the same value
        assert wanted <= keys.keys()
        for key, change in keys.items():
            assert (change.before, change.after) == (old.get(key), new.get(key))


def _one_of_each_holds() -> None:
    rows = list(ReturnRow.objects.order_by("pk"))
    for row in rows:
        same = [r for r in rows if (r.reporter, r.period) == (row.reporter, row.period)]
        assert [r.number for r in same] == list(range(1, len(same) + 1))
        assert [r.superseded_at is None for r in same] == [False] * (len(same) - 1) + [True]
    assert not CellRow.objects.filter(superseded_at__isnull=False, superseded_reason="").exists()
