"""From the opening of a period to the number in the figures, step by step."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import book, production

from tongket.desks.filing import actions
from tongket.desks.filing.actions.campaigns import NoCampaign
from tongket.desks.filing.actions.steps import Asked, NoReason, NotReady, NotYours
from tongket.desks.filing.models import Campaign, CellRow, Filing, Remark
from tongket.desks.filing.states import NoSuchStep
from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.period import Period

OCTOBER = Period.parse("2020-10")
TYPED = {"products": [["electricity", "12,345", "10", "", ""]]}


@pytest.fixture
def desk(store: str, office: Path, catalogue: Catalogue) -> Campaign:
    load_areas(by="t", folder=office)
    load_reporters(by="t", folder=office)
    form = catalogue.forms["industrial_production"]
    return actions.open_campaign(by="chief", form=form, period=OCTOBER, catalogue=catalogue)


@pytest.fixture
def filing(desk: Campaign) -> Filing:
    return desk.filings.get(reporter="DN001")


def typed(filing: Filing, catalogue: Catalogue, data: object = TYPED, lang: str = "vi") -> object:
    return actions.save_draft(
        by="clerk", filing=filing, data=data, revision=filing.revision, lang=lang, catalogue=catalogue
    )


def test_a_period_is_asked_of_whoever_has_to_file_it_by_its_rule(desk: Campaign) -> None:
    assert list(desk.filings.values_list("reporter", flat=True)) == ["DN001", "DN003"]
    assert desk.due_on == date(2020, 11, 12)


def test_a_deadline_on_a_day_off_moves_to_the_next_working_day(desk: Campaign, catalogue: Catalogue) -> None:
    november = Period.parse("2020-11")  # the 12th of December 2020 is a Saturday
    form = catalogue.forms["industrial_production"]
    opened = actions.open_campaign(by="chief", form=form, period=november, catalogue=catalogue)
    assert opened.due_on == date(2020, 12, 14)


def test_opened_again_it_asks_only_those_who_are_new(desk: Campaign, catalogue: Catalogue) -> None:
    form = catalogue.forms["industrial_production"]
    again = actions.open_campaign(by="other", form=form, period=OCTOBER, catalogue=catalogue)
    assert (again.pk, again.opened_by, again.filings.count()) == (desk.pk, "chief", 2)


def test_a_period_of_another_length_is_refused(desk: Campaign, catalogue: Catalogue) -> None:
    with pytest.raises(NoCampaign):
        actions.open_campaign(
            by="chief",
            form=catalogue.forms["industrial_production"],
            period=Period.parse("2020"),
            catalogue=catalogue,
        )


def test_from_typing_to_the_accepted_number(filing: Filing, catalogue: Catalogue) -> None:
    assert typed(filing, catalogue).findings == ()
    step = actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    assert step.receipt == f"2020-10-{filing.pk:06d}-1"
    assert not CellRow.objects.exists()
    actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    cell = CellRow.objects.select_related("return_row__submission").get(measure="quantity")
    assert (cell.value, cell.reporter, cell.area_code, cell.cell) == (
        Decimal("12.345"), "DN001", "03808", "B1",
    )  # fmt: skip
    submission = cell.return_row.submission
    assert (submission.file_name, submission.by, submission.synthetic) == (step.receipt, "clerk", True)
    assert filing.state == "accepted"


def test_the_web_and_the_workbook_record_the_same_numbers(
    filing: Filing, catalogue: Catalogue, tmp_path: Path
) -> None:
    typed(filing, catalogue)
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    path = book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-10": production("12.345")})
    assert actions.import_file(by="t", path=path, catalogue=catalogue).outcome == "unchanged"


def test_a_draft_is_kept_whatever_is_wrong_with_it(filing: Filing, catalogue: Catalogue) -> None:
    wrong = {"products": [["electricity", "12.34.5", "", "", ""]]}
    examined = typed(filing, catalogue, wrong)
    assert {finding.place.cell for finding in examined.faults} == {"B1", "C1"}
    assert Filing.objects.get(pk=filing.pk).draft == wrong
    with pytest.raises(NotReady) as refused:
        actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    assert refused.value.examined.faults == examined.faults


def test_a_page_left_open_does_not_write_over_a_newer_draft(filing: Filing, catalogue: Catalogue) -> None:
    typed(filing, catalogue)
    with pytest.raises(NotYours):
        actions.save_draft(by="other", filing=filing, data=TYPED, revision=0, lang="vi", catalogue=catalogue)


def test_an_unusual_number_needs_a_reason(filing: Filing, catalogue: Catalogue) -> None:
    typed(filing, catalogue, {"products": [["electricity", "5", "0", "", ""]]})
    with pytest.raises(NotReady):
        actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    step = actions.submit(by="clerk", filing=filing, catalogue=catalogue, why="bán thử")
    assert (step.why, [finding["check"] for finding in step.findings]) == (
        "bán thử",
        ["value_needs_quantity"],
    )


def test_a_query_names_a_cell_and_the_answer_comes_back(filing: Filing, catalogue: Catalogue) -> None:
    typed(filing, catalogue)
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    asked = [Asked("Đơn vị là triệu kWh?", "products", {"product": "electricity"}, "quantity")]
    actions.query(by="specialist", filing=filing, asked=asked)
    typed(filing, catalogue, {"products": [["electricity", "12,5", "10", "", ""]]})
    second = actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    assert second.receipt.endswith("-2")
    actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    assert Remark.objects.get().settled_by == "specialist"


def test_a_step_that_does_not_lead_on_is_refused(filing: Filing, catalogue: Catalogue) -> None:
    with pytest.raises(NoSuchStep):
        actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    with pytest.raises(NoReason):
        actions.send_back(by="specialist", filing=filing, why=" ")


def test_what_comes_after_a_release_says_why_and_makes_a_new_vintage(
    filing: Filing, catalogue: Catalogue
) -> None:
    typed(filing, catalogue)
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    assert actions.lock_campaigns(by="chief", until=Period.parse("2020")) == 1
    actions.reopen(by="specialist", filing=filing, why="đồng hồ sai")
    typed(filing, catalogue, {"products": [["electricity", "13", "10", "", ""]]})
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    filing.refresh_from_db()
    with pytest.raises(NoReason):
        actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    actions.accept(by="specialist", filing=filing, catalogue=catalogue, why="đồng hồ sai")
    values = (
        CellRow.objects.filter(measure="quantity").order_by("pk").values_list("value", "superseded_reason")
    )
    assert list(values) == [(Decimal("12.345"), "corrected"), (Decimal(13), "")]


def test_a_form_with_two_reviewers_is_passed_on_before_it_counts(
    desk: Campaign, catalogue: Catalogue
) -> None:
    form = catalogue.forms["electrification"]
    village = actions.open_campaign(
        by="chief", form=form, period=Period.parse("2020"), catalogue=catalogue
    ).filings.first()
    typed(village, catalogue, {"households": [["100", "80", "5", "85"]]})
    actions.submit(by="village", filing=village, catalogue=catalogue)
    with pytest.raises(NotYours):
        actions.accept(by="commune", filing=village, catalogue=catalogue)
    actions.pass_on(by="commune", filing=village, catalogue=catalogue)
    actions.accept(by="specialist", filing=village, catalogue=catalogue)
    assert CellRow.objects.filter(dataflow="village_electricity").count() == 4


def test_a_reviewer_corrects_with_a_reason_and_the_old_number_is_kept(
    filing: Filing, catalogue: Catalogue
) -> None:
    typed(filing, catalogue)
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    mended = {"products": [["electricity", "12,4", "10", "", ""]]}
    step = actions.correct(
        by="specialist", filing=filing, data=mended, lang="vi", why="điện thoại", catalogue=catalogue
    )
    assert step.content == {"before": TYPED, "after": mended}
    actions.accept(by="specialist", filing=filing, catalogue=catalogue)
    assert CellRow.objects.get(measure="quantity").value == Decimal("12.4")


def test_a_reminder_goes_to_those_who_still_have_something_to_do(
    desk: Campaign, filing: Filing, catalogue: Catalogue
) -> None:
    typed(filing, catalogue)
    actions.submit(by="clerk", filing=filing, catalogue=catalogue)
    assert actions.remind(by="specialist", filings=list(desk.filings.all())) == 1
