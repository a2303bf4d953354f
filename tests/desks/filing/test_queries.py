"""Who has filed, what holds, where it stood, what changed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import Lines, book, joint_book, production
from tests.desks.filing.conftest import Take

from tongket.desks.filing.models import Submission
from tongket.desks.filing.queries import (
    CellFilter,
    accepted_cells,
    changes_between,
    coverage,
    missing_returns,
)
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.period import Period

JANUARY, MARCH, JULY = (Period.month(2020, month) for month in (1, 3, 7))
TWO: Lines = {**production(5), ("coal",): {"quantity": 3, "value": 4}}


@pytest.fixture
def filed(take: Take, catalogue: Catalogue, tmp_path: Path) -> list[datetime]:
    """DN001 for January and March, DN002 for January; then a correction. Gives the moments."""
    books = [
        book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": TWO, "2020-03": TWO}),
        book(tmp_path / "b.xlsx", catalogue, "DN002", {"2020-01": production(7)}),
        book(tmp_path / "c.xlsx", catalogue, "DN001", {"2020-01": production(6)}),
    ]
    return [Submission.objects.get(pk=take(path).submission).received_at for path in books]


def test_coverage_counts_the_months_nobody_answered(filed: list[datetime], catalogue: Catalogue) -> None:
    form = catalogue.forms["industrial_production"]
    assert {str(period): tuple(seen) for period, seen in coverage(form).items()} == {
        "2020-01": (2, 2),
        "2020-02": (2, 0),
        "2020-03": (2, 1),
    }
    assert coverage(form, form.table("products")) == coverage(form)
    assert coverage(catalogue.forms["exports"]) == {}


def test_coverage_as_it_was(filed: list[datetime], catalogue: Catalogue) -> None:
    form = catalogue.forms["industrial_production"]
    assert coverage(form, as_of=filed[0])[JANUARY] == (2, 1)
    assert coverage(form, as_of=filed[1])[JANUARY] == (2, 2)


def test_nothing_to_report_is_an_answer(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": {}}))
    assert coverage(catalogue.forms["industrial_production"])[JANUARY] == (2, 1)


def test_a_table_of_events_is_answered_by_the_form(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    lit = {(): {"households": 9, "grid": 9, "local": 0, "electrified": 9}}
    of = ("electrification", "households")
    take(joint_book(tmp_path / "a.xlsx", catalogue, "2020", {"03808001": lit}, of))
    form = catalogue.forms["electrification"]
    for table in form.tables:
        assert coverage(form, table) == {Period.year(2020): (2, 1)}


def test_who_is_missing(filed: list[datetime], catalogue: Catalogue) -> None:
    form = catalogue.forms["industrial_production"]
    assert [f.code for f in missing_returns(form, MARCH)] == ["DN002"]
    assert [f.code for f in missing_returns(form, JULY)] == ["DN001", "DN003"]
    assert missing_returns(form, JANUARY) == ()


def test_cells_come_with_everything_a_passport_asks(filed: list[datetime]) -> None:
    wanted = CellFilter("industrial_production", ("quantity",), (JANUARY,), ("03808",))
    (cell,) = accepted_cells(wanted)
    assert (cell.reporter, cell.value, cell.unit) == ("DN001", Decimal(6), "million_kwh")
    assert str(cell.place).startswith("c.xlsx ▸ A ▸ D")
    assert (cell.by, cell.recorded_at, cell.superseded_at) == ("t", filed[2], None)


def test_cells_as_they_held(filed: list[datetime]) -> None:
    wanted = CellFilter("industrial_production", ("quantity",), (JANUARY,))
    held = [[c.value for c in accepted_cells(wanted, moment)] for moment in filed]
    assert held == [[5, 3], [5, 3, 7], [7, 6]]


def test_cells_by_the_codes_of_their_lines(filed: list[datetime]) -> None:
    for codes, values in ((("coal",), [3]), (("coal", "electricity"), [5, 3]), ((), [])):
        wanted = CellFilter("industrial_production", ("quantity",), (MARCH,), dimensions={"product": codes})
        assert [cell.value for cell in accepted_cells(wanted)] == values
    assert accepted_cells(CellFilter("exports")) == ()


def test_changes_have_both_values_and_both_places(filed: list[datetime]) -> None:
    changes = {
        (change.dimensions["product"], change.measure): change
        for change in changes_between(filed[1], filed[2])
    }
    corrected = changes["electricity", "quantity"]
    assert (corrected.before, corrected.after) == (5, 6)
    assert corrected.place.file == "c.xlsx"
    assert corrected.place_before.file == "a.xlsx"
    withdrawn = changes["coal", "value"]
    assert (withdrawn.before, withdrawn.after, withdrawn.place.file) == (4, None, "a.xlsx")
    assert len(changes) == 3
    assert {c.before for c in changes_between(filed[0], filed[1])} == {None}
    assert changes_between(filed[2], filed[2]) == ()
