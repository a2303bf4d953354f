"""A file is taken whole or not at all, and every number is kept with the cell it stood in."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone
from tests.desks.filing.books import Lines, book, joint_book, production
from tests.desks.filing.conftest import Take
from tests.desks.site.opening import make_office

from tongket.desks.filing import reading
from tongket.desks.filing.actions import import_folder
from tongket.desks.filing.models import CellRow, ReturnRow, Submission
from tongket.desks.filing.queries import submission_findings
from tongket.desks.filing.reading import NothingThere
from tongket.desks.filing.store import BeforeTheLast
from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.figures.exchange.catalogue import Catalogue

HOUSEHOLDS = ("electrification", "households")
LIT: Lines = {(): {"households": 100, "grid": 80, "local": 5, "electrified": 85}}


def checks(result: object) -> list[str]:
    return [finding.check for finding in result.findings]


def test_every_number_with_its_place_area_and_unit(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    months = {"2020-01": production("1234567.125"), "2020-02": production(7)}
    result = take(book(tmp_path / "a.xlsx", catalogue, "DN001", months))
    assert (result.outcome, result.returns, result.recorded) == ("accepted", 2, 4)
    cell = CellRow.objects.select_related("return_row__submission").get(measure="quantity", period="2020-01")
    assert (cell.value, cell.unit) == (Decimal("1234567.125"), "million_kwh")
    assert (cell.sheet, cell.area_code, cell.dimensions) == ("A", "03808", {"product": "electricity"})
    assert cell.cell.startswith("D")
    submission = cell.return_row.submission
    assert (submission.file_name, submission.by, submission.synthetic) == ("a.xlsx", "t", True)
    assert cell.recorded_at == submission.received_at
    assert submission.size == (tmp_path / "a.xlsx").stat().st_size


def test_villages_file_under_their_own_codes(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    both = {"03808001": LIT, "03808002": LIT}
    result = take(joint_book(tmp_path / "a.xlsx", catalogue, "2020", both, HOUSEHOLDS))
    assert (result.returns, result.recorded) == (2, 8)
    assert set(CellRow.objects.values_list("reporter", "area_code")) == {(code, code) for code in both}


def test_the_same_file_again_is_not_even_opened(
    take: Take, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)})
    first = take(path)
    monkeypatch.setattr(reading, "read_file", None)
    again = take(path.rename(tmp_path / "b.xlsx"))
    assert (again.outcome, again.submission, again.file) == ("unchanged", first.submission, "b.xlsx")
    assert Submission.objects.count() == 1
    assert CellRow.objects.count() == 2


def test_another_file_with_the_same_numbers_changes_nothing(
    take: Take, catalogue: Catalogue, tmp_path: Path
) -> None:
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)}))
    same = book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production("5.0"), "2020-02": {}})
    assert take(same).returns == 1  # February has nothing to report, which is a report
    third = take(book(tmp_path / "c.xlsx", catalogue, "DN001", {"2020-02": {}}))
    assert (third.outcome, third.recorded, third.superseded) == ("unchanged", 0, 0)
    assert ReturnRow.objects.count() == 2
    assert CellRow.objects.count() == 2


def test_a_correction_replaces_only_what_it_changes(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    months = {"2020-01": production(5, 10), "2020-02": production(6, 12)}
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", months))
    result = take(book(tmp_path / "b.xlsx", catalogue, "DN001", {**months, "2020-02": production(6, 13)}))
    assert (result.outcome, result.returns, result.recorded) == ("accepted", 1, 1)
    assert (result.superseded, result.unchanged) == (1, 3)
    old, new = CellRow.objects.filter(period="2020-02", measure="value").order_by("pk")
    assert (old.value, new.value) == (12, 13)
    assert old.superseded_at == new.recorded_at
    assert (old.superseded_reason, new.superseded_at) == ("corrected", None)
    assert [r.number for r in ReturnRow.objects.filter(period="2020-02").order_by("pk")] == [1, 2]
    assert ReturnRow.objects.get(period="2020-01").superseded_at is None
    # what the correction leaves alone still comes from the file that first brought it
    kept = CellRow.objects.get(period="2020-02", measure="quantity")
    assert kept.return_row.submission.file_name == "a.xlsx"


def test_a_line_that_is_gone_is_withdrawn(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    two = {**production(5), ("coal",): {"quantity": 1, "value": 2}}
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": two}))
    result = take(book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production(5)}))
    assert (result.recorded, result.superseded, result.unchanged) == (0, 2, 2)
    gone = CellRow.objects.filter(superseded_at__isnull=False)
    assert {cell.superseded_reason for cell in gone} == {"withdrawn"}
    assert {cell.dimensions["product"] for cell in gone} == {"coal"}
    result = take(book(tmp_path / "c.xlsx", catalogue, "DN001", {"2020-01": {}}))
    assert result.superseded == 2
    assert ReturnRow.objects.get(superseded_at__isnull=True).number == 3
    assert not CellRow.objects.filter(superseded_at__isnull=True).exists()


def test_a_reporter_put_right_in_the_register_is_counted_where_it_lies(
    take: Take, catalogue: Catalogue, tmp_path: Path, office: Path
) -> None:
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)}))
    folder = make_office(tmp_path / "office")
    reporters = (folder / "reporters.csv").read_text(encoding="utf-8")
    (folder / "reporters.csv").write_text(reporters.replace("03808", "04015"), encoding="utf-8")
    load_reporters(by="t", folder=folder)
    again = take(book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production(5), "2020-02": {}}))
    assert (again.recorded, again.superseded) == (2, 2)
    held = CellRow.objects.filter(superseded_at__isnull=True)
    assert set(held.values_list("area_code", flat=True)) == {"04015"}


def test_an_old_file_does_not_undo_its_correction_and_says_so(
    take: Take, catalogue: Catalogue, tmp_path: Path
) -> None:
    old = book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)})
    take(old)
    take(book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production(6)}))
    again = take(old)
    assert (again.outcome, checks(again)) == ("unchanged", ["corrected_since"])
    assert "b.xlsx" in again.findings[0].sentence.en
    assert CellRow.objects.get(measure="quantity", superseded_at__isnull=True).value == 6


def test_a_place_that_lies_nowhere_on_that_day_is_refused(
    take: Take, catalogue: Catalogue, tmp_path: Path, office: Path
) -> None:
    folder = make_office(tmp_path / "office")
    villages = (folder / "villages.csv").read_text(encoding="utf-8")
    villages = villages.replace("2025-06-30", "").replace(",03808,", ",03649,")
    (folder / "villages.csv").write_text(villages, encoding="utf-8")
    load_areas(by="t", folder=folder)
    outcomes = [
        take(joint_book(tmp_path / f"{y}.xlsx", catalogue, y, {"03808001": LIT}, HOUSEHOLDS))
        for y in ("2024", "2025")
    ]
    assert [result.outcome for result in outcomes] == ["accepted", "rejected"]
    assert "03649" in outcomes[1].findings[0].sentence.en


@pytest.mark.parametrize(
    ("reporter", "period", "check", "says"),
    [
        ("DN999", "2020-01", "reporter", "no reporter “DN999”"),
        ("DN003", "2020-06", "reporter", "not in force in 2020-06"),
        ("DN002", "2020-07", "reporter", "not in force in 2020-07"),
        ("HK001", "2020-01", "reporter", "does not file"),
        ("DN003", "2025-07", "area", "administrative unit has the code 03649"),
    ],
)
def test_a_return_of_nobody_due_sends_the_whole_file_back(
    take: Take, catalogue: Catalogue, tmp_path: Path, reporter: str, period: str, check: str, says: str
) -> None:
    months = {"2020-08": production(5), period: production(5)}
    result = take(book(tmp_path / "a.xlsx", catalogue, reporter, months))
    assert result.outcome == "rejected"
    assert check in checks(result)
    assert any(says in finding.sentence.en for finding in result.findings)
    assert not ReturnRow.objects.exists()
    assert Submission.objects.get().outcome == "rejected"
    assert submission_findings(result.submission) == result.findings


def test_a_file_sent_back_is_looked_at_again(
    take: Take, catalogue: Catalogue, tmp_path: Path, office: Path
) -> None:
    path = book(tmp_path / "a.xlsx", catalogue, "DN009", {"2020-01": production(5)})
    first, again = take(path), take(path)
    assert (first.outcome, again.outcome) == ("rejected", "rejected")
    assert Submission.objects.count() == 1
    corrected = tmp_path / "reporters"
    corrected.mkdir()
    text = (office / "reporters.csv").read_text(encoding="utf-8").replace("DN001", "DN009")
    (corrected / "reporters.csv").write_text(text, encoding="utf-8")
    load_reporters(by="t", folder=corrected)
    assert take(path).outcome == "accepted"


def test_remarks_are_kept_with_a_file_that_is_accepted(
    take: Take, catalogue: Catalogue, tmp_path: Path
) -> None:
    months = {"2020-01": production(5), "2020-02": production(500)}
    within = take(book(tmp_path / "a.xlsx", catalogue, "DN001", months))
    across = take(book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-03": production("0.5")}))
    for result in (within, across):
        assert result.outcome == "accepted"
        assert checks(result) == ["ratio_to_previous"]
        assert submission_findings(result.submission) == result.findings


def test_a_reporter_twice_for_one_period_in_one_file(
    take: Take, catalogue: Catalogue, tmp_path: Path
) -> None:
    result = take(book(tmp_path / "a.xlsx", catalogue, "DN001", [("2020-01", production(5))] * 2))
    assert result.outcome == "rejected"
    assert "2020-01" in result.findings[0].sentence.en
    assert not CellRow.objects.exists()


def test_what_is_no_workbook_is_sent_back(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 no zip")
    result = take(path)
    assert result.outcome == "rejected"
    assert result.findings[0].sentence.vi != result.findings[0].sentence.en


def test_moments_only_go_forward(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    take(book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)}), at=tomorrow)
    second = book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production(6)})
    with pytest.raises(BeforeTheLast) as caught:
        take(second, at=tomorrow)
    assert "forward" in caught.value.say("en")
    take(second)  # the machine's clock stands before the last moment, as after a correction of the clock
    moments = list(Submission.objects.order_by("pk").values_list("received_at", flat=True))
    assert moments == [tomorrow, tomorrow + timedelta(microseconds=1)]


def test_a_folder_is_taken_in_order_and_a_bad_file_stops_none(
    take: Take, catalogue: Catalogue, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    book(folder / "2" / "a.xlsx", catalogue, "DN001", {"2020-01": production(6)})
    book(folder / "1" / "b.xlsx", catalogue, "DN001", {"2020-01": production(5)})
    book(folder / "1" / "~$b.xlsx", catalogue, "DN001", {"2020-01": production(4)})
    (folder / "1" / "c.XLS").write_bytes(b"nothing")
    (folder / "1" / "readme.txt").write_text("no return")
    told: list[tuple[str, int, int]] = []

    def run() -> object:
        told.clear()
        return import_folder(
            by="t",
            folder=folder,
            catalogue=catalogue,
            progress=lambda result, done, of: told.append((result.file, done, of)),
        )

    first = run()
    assert told == [("b.xlsx", 1, 3), ("c.XLS", 2, 3), ("a.xlsx", 3, 3)]
    assert [result.outcome for result in first.files] == ["accepted", "rejected", "accepted"]
    assert (first.returns, first.recorded, first.superseded) == (2, 3, 1)
    again = run()
    assert (again.count("unchanged"), again.count("rejected"), again.recorded) == (2, 1, 0)
    assert CellRow.objects.get(measure="quantity", superseded_at__isnull=True).value == 6


def test_a_folder_that_is_not_there(take: Take, catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(NothingThere, match=r"\.xlsx"):
        import_folder(by="t", folder=tmp_path / "none", catalogue=catalogue)
    with pytest.raises(NothingThere, match=r"\.csv"):
        take(tmp_path / "none.xlsx")


def test_a_file_the_system_does_not_give_out_stops_none(
    take: Take, catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = book(tmp_path / "a.xlsx", catalogue, "DN001", {"2020-01": production(5)})
    book(tmp_path / "b.xlsx", catalogue, "DN001", {"2020-01": production(6)})
    open_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == shut:
            raise PermissionError(13, "Permission denied")
        return open_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = import_folder(by="t", folder=tmp_path, catalogue=catalogue)
    assert [each.outcome for each in result.files] == ["rejected", "accepted"]
    assert "Permission denied" in result.findings[0].sentence.vi
