"""The ledger: vintages, releases and passports of a few small returns, on both databases."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import book, production
from tests.desks.filing.conftest import Take
from tests.desks.ledger.conftest import ELECTRICITY, HOME, Desk

from tongket.desks.ledger import changes, doors
from tongket.desks.ledger.actions import NotCompiled
from tongket.desks.ledger.doors import NoSuchRelease
from tongket.desks.ledger.models import ObservationRow
from tongket.desks.ledger.passport.opening import NoLineage, UnknownTarget
from tongket.desks.ledger.queries import NothingCompiled, run_at
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.figure import Cause


def test_what_is_filed_is_compiled_once(filed: Desk):
    first = filed.compile()
    assert (first.facts, first.new > 0, first.changed) == (8 * 1, True, 0)
    assert filed.value() == 67
    again = filed.compile()
    assert (again.new, again.changed, again.gone) == (0, 0, 0)


def test_every_engine_makes_the_same_book(filed: Desk):
    filed.compile("plain")
    for engine in ("polars", "duckdb"):
        run = filed.compile(engine)
        assert (run.new, run.changed, run.gone) == (0, 0, 0), engine


def test_a_missing_return_leaves_the_month_empty_and_says_how_many(
    desk: Desk, take: Take, catalogue, tmp_path
):
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(60)}))
    desk.compile()
    figure = doors.working(catalogue).at(ELECTRICITY)
    assert figure.cause is Cause.NOT_ANSWERED
    assert "1" in figure.reason().vi
    assert "2" in figure.reason().vi


@pytest.fixture
def corrected(filed: Desk, take: Take, catalogue: Catalogue, tmp_path: Path) -> Desk:
    """Released, then one quantity corrected from 60 to 66 and compiled again."""
    filed.compile()
    filed.release()
    take(book(tmp_path / "c.xlsx", catalogue, "DN001", {"2020-01": production(66)}))
    filed.compile()
    return filed


def test_a_correction_is_a_new_vintage_and_the_release_stays(corrected: Desk):
    assert corrected.value() == 73
    assert corrected.value(number=1) == 67
    rows = ObservationRow.objects.filter(indicator="product_volume", breakdown="").order_by("pk")
    january = [row for row in rows if str(row.period) == "2020-01"]
    assert [row.value for row in january] == [67, 73]
    assert january[0].superseded_at == january[1].recorded_at


def test_the_change_list_names_what_moved_and_the_cell_that_moved_it(corrected: Desk, catalogue: Catalogue):
    released = corrected.release().changes["changed"]
    (told,) = [one for one in released if one["address"] == str(ELECTRICITY)]
    assert (told["before"], told["after"], told["cells"], told["cells_in_all"]) == ("67", "73", (), 1)
    staff = changes.between(catalogue, HOME, doors.release(1).moment, doors.release(2).moment).as_data()
    moved = {one["address"]: one for one in staff["changed"]}
    change = moved[str(ELECTRICITY)]
    assert (Decimal(change["before"]), Decimal(change["after"])) == (67, 73)
    (cell,) = change["cells"]
    assert (cell["reporter"], cell["before"], cell["after"]) == ("DN001", "60", "66")
    assert cell["place"].startswith("c.xlsx")
    assert not [address for address in moved if "2019" in address]


def test_between_a_moment_and_itself_nothing_moved(corrected: Desk, catalogue: Catalogue):
    moment = run_at().moment
    assert changes.between(catalogue, HOME, moment, moment) == changes.NONE


def test_a_passport_ends_at_cells_and_recomputes(corrected: Desk):
    now = corrected.passport(str(ELECTRICITY))
    assert now.agrees
    assert {(cell.reporter, cell.value) for cell in now.cells} == {("DN001", 66), ("DN002", 7)}
    assert [vintage.figure.value for vintage in now.vintages] == [67, 73]
    then = corrected.passport(str(ELECTRICITY), moment=doors.release(1).moment)
    assert then.agrees
    assert {(cell.reporter, cell.value) for cell in then.cells} == {("DN001", 60), ("DN002", 7)}


def test_the_senders_of_a_growth_add_up_to_it(corrected: Desk):
    opened = corrected.passport(f"{ELECTRICITY},compare=same_period_last_year")
    assert opened.senders[0].reporter == "DN001"
    assert sum(one.contribution.value for one in opened.senders) == pytest.approx(opened.figure.value)


def test_a_passport_of_what_nobody_collects_is_refused(corrected: Desk):
    with pytest.raises(NoLineage):
        corrected.passport("exports:goods@14/2020")
    with pytest.raises(UnknownTarget, match="target"):
        corrected.passport("exports:farm_goods@14/2020,compare=percent_of_plan,target=none")


def test_returns_that_came_after_the_compile_must_be_compiled_before_a_release(
    filed: Desk, take: Take, catalogue: Catalogue, tmp_path: Path
):
    filed.compile()
    take(book(tmp_path / "late.xlsx", catalogue, "DN001", {"2020-02": production(1)}))
    with pytest.raises(NotCompiled) as refused:
        filed.release()
    assert "tongket compile" in refused.value.say("vi")


def test_an_empty_store_says_what_to_do(desk: Desk):
    with pytest.raises(NothingCompiled):
        desk.release()
    with pytest.raises(NoSuchRelease):
        doors.release(3)


def test_the_parquet_can_be_deleted_at_any_time(filed: Desk):
    filed.compile()
    for path in filed.folder.rglob("*"):
        if path.is_file():
            path.unlink()
    run = filed.compile()
    assert (run.new, run.changed, run.gone) == (0, 0, 0)
