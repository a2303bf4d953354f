"""The register is taken from the office's folder: whole, once, and only when it makes sense."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.desks.site.opening import EXAMPLE, make_office

from tongket.desks.registry.actions import load_areas, load_reporters
from tongket.desks.registry.files import BadLine
from tongket.desks.registry.models import AreaLinkRow, AreaRow, Reporter
from tongket.desks.registry.queries import area_map, counts, register, reporters_due
from tongket.desks.registry.register import NotAReporter
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.area import UnknownArea
from tongket.figures.terms.period import Period

Edit = Callable[[list[dict[str, str]]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_office(tmp_path / "office")


@pytest.fixture
def loaded(store: str, folder: Path) -> Path:
    load_areas(by="t", folder=folder)
    load_reporters(by="t", folder=folder)
    return folder


def edit(path: Path, change: Edit) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), reader.fieldnames or []
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def refused(load: Callable[[], object]) -> str:
    with pytest.raises(BadLine) as caught:
        load()
    assert caught.value.say("vi") != caught.value.say("en")
    return caught.value.say("en")


def test_the_example_office_loads(store: str) -> None:
    areas = load_areas(by="t", folder=EXAMPLE)
    reporters = load_reporters(by="t", folder=EXAMPLE)
    assert areas.new == sum(counts()[name] for name in ("areas", "events", "links"))
    assert reporters.new == counts()["reporters"] > 0


def test_loading_again_writes_nothing(loaded: Path) -> None:
    stamps = list(AreaRow.objects.order_by("pk").values_list("pk", "changed_at"))
    again = load_areas(by="u", folder=loaded) + load_reporters(by="u", folder=loaded)
    assert (again.new, again.changed, again.removed) == (0, 0, 0)
    assert again.unchanged == sum(counts().values())
    assert list(AreaRow.objects.order_by("pk").values_list("pk", "changed_at")) == stamps


def test_only_what_changed_is_written(loaded: Path) -> None:
    edit(loaded / "reporters.csv", lambda rows: (rows[0].update(name="Tên mới"), rows.pop()))
    again = load_reporters(by="u", folder=loaded)
    assert (again.new, again.changed, again.removed, again.unchanged) == (0, 1, 1, 2)
    assert set(Reporter.objects.values_list("code", "changed_by")) == {
        ("DN001", "u"),
        ("DN002", "t"),
        ("DN003", "t"),
    }


def test_the_map_comes_back_as_the_folder_has_it(loaded: Path) -> None:
    areas = area_map()
    assert areas.at("03979", date(2020, 6, 1)).full_name == "Thị trấn Mộc Châu"
    assert areas.at("03979", date(2025, 8, 1)).full_name != "Thị trấn Mộc Châu"
    assert [a.level for a in areas.lineage("03808001", date(2020, 12, 31))] == [
        "village",
        "commune",
        "district",
        "province",
    ]


def test_an_unknown_share_stays_unknown(loaded: Path) -> None:
    unknown = AreaLinkRow.objects.filter(quality="share_unknown")
    assert unknown.count() == 21
    assert set(unknown.values_list("share", flat=True)) == {None}
    assert sum(link.share is None for link in area_map().links) == 21


OVERLAPPING = {"valid_to": ""}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: rows[1].update(level="hamlet"), ["line 3", "hamlet", "village"]),
        (lambda rows: rows[1].update(valid_from="01/01/2015"), ["line 3", "01/01/2015", "2025-07-01"]),
        (lambda rows: rows[1].update(name=""), ["line 3", "name"]),
        (lambda rows: rows[1].update(verified="maybe"), ["line 3", "maybe", "yes or no"]),
        (lambda rows: rows[1].update(parent_code="99"), ["line 3", "99", "parent_code"]),
        (lambda rows: rows[1].update(valid_to="2014-01-01"), ["line 3", "2014-01-01"]),
        (lambda rows: rows.append(rows[1]), ["116", "still in force"]),
    ],
)
def test_a_faulty_area_is_refused_by_file_and_line(
    store: str, folder: Path, change: Edit, says: list[str]
) -> None:
    edit(folder / "areas.csv", change)
    sentence = refused(lambda: load_areas(by="t", folder=folder))
    assert all(part in sentence for part in ["areas.csv", *says]), sentence
    assert counts() == {"areas": 0, "events": 0, "links": 0, "reporters": 0}


def test_an_area_may_not_overlap_itself_across_files(store: str, folder: Path) -> None:
    edit(folder / "villages.csv", lambda rows: rows[0].update(code="03808"))
    sentence = refused(lambda: load_areas(by="t", folder=folder))
    assert "03808" in sentence
    assert "areas.csv" in sentence
    assert "villages.csv" in sentence


def first(rows: list[dict[str, str]], **having: str) -> dict[str, str]:
    return next(row for row in rows if having.items() <= row.items())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: first(rows, share="1").update(share="1.5"), "more than 0 and at most 1"),
        (lambda rows: first(rows, share="1").update(share="0.9"), "sum to 0.9 only"),
        (lambda rows: first(rows, share="1").update(share=""), "empty without share_unknown"),
        (lambda rows: rows.append({**first(rows, share="1"), "to_code": "14"}), "sum to 2, more than 1"),
        (lambda rows: rows.append(rows[0]), "sum to 2, more than 1"),
        (lambda rows: rows[0].update(event_id="none"), "the event none"),
        (lambda rows: rows[0].update(to_valid_from="2024-02-01"), "no unit 123 that begins on 2024-02-01"),
        (lambda rows: rows[0].update(share="một"), "a number such as 0.25"),
    ],
)
def test_shares_that_lose_or_make_people_are_refused(
    store: str, folder: Path, change: Edit, says: str
) -> None:
    def all_begin_alike(rows: list[dict[str, str]]) -> None:
        change(rows)
        for row in rows:
            if row["to_code"] == "14":
                row["to_valid_from"] = "2015-01-01"

    edit(folder / "area_links.csv", all_begin_alike)
    assert says in refused(lambda: load_areas(by="t", folder=folder))


def test_a_part_marked_as_unknown_may_leave_the_rest_short_of_one(store: str, folder: Path) -> None:
    def halve(rows: list[dict[str, str]]) -> None:
        known = first(rows, from_code="123")
        rows.append(
            {**known, "to_code": "14", "to_valid_from": "2015-01-01", "share": "", "quality": "share_unknown"}
        )
        known["share"] = "0.4"

    edit(folder / "area_links.csv", halve)
    assert load_areas(by="t", folder=folder).new


def test_a_unit_that_outlives_its_parent_is_remarked_upon(store: str, folder: Path) -> None:
    edit(folder / "villages.csv", lambda rows: [row.update(valid_to="") for row in rows])
    edit(
        folder / "areas.csv",
        lambda rows: first(rows, code="03808", valid_to="").update(valid_to="2025-12-31"),
    )
    edit(
        folder / "areas.csv",
        lambda rows: rows.append({**first(rows, code="14"), "code": "99", "valid_from": "2026-01-01"}),
    )
    remarks = load_areas(by="t", folder=folder).findings
    assert [remark.check for remark in remarks] == ["outlives_parent"]
    assert "2 units of villages.csv" in remarks[0].sentence.en


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda rows: rows[0].update(area_code="99999"), ["line 2", "99999"]),
        (lambda rows: rows[0].update(synthetic="ja"), ["line 2", "“ja”"]),
        (lambda rows: rows.append({**rows[0], "valid_from": "2019-01-01"}), ["line 6", "DN001", "line 2"]),
    ],
)
def test_a_faulty_reporter_is_refused(store: str, folder: Path, change: Edit, says: list[str]) -> None:
    load_areas(by="t", folder=folder)
    edit(folder / "reporters.csv", change)
    sentence = refused(lambda: load_reporters(by="t", folder=folder))
    assert all(part in sentence for part in ["reporters.csv", *says]), sentence
    assert not Reporter.objects.exists()


def test_a_missing_file_and_a_missing_column_are_named(store: str, folder: Path) -> None:
    (folder / "areas.csv").rename(folder / "elsewhere.csv")
    assert "parent_code" in refused(lambda: load_areas(by="t", folder=folder))
    (folder / "reporters.csv").write_text("code,kind\nDN001,enterprise\n", encoding="utf-8")
    sentence = refused(lambda: load_reporters(by="t", folder=folder))
    assert "line 1" in sentence
    assert "valid_from" in sentence


def test_who_is_due_follows_the_dates(loaded: Path, catalogue: Catalogue) -> None:
    form = catalogue.forms["industrial_production"]
    due = {month: [f.code for f in reporters_due(form, Period.month(2020, month))] for month in (6, 7)}
    assert due == {6: ["DN001", "DN002"], 7: ["DN001", "DN003"]}


def test_villages_are_due_for_what_areas_report(loaded: Path, catalogue: Catalogue) -> None:
    form = catalogue.forms["electrification"]
    assert [f.code for f in reporters_due(form, Period.year(2020))] == ["03808001", "03808002"]
    assert {f.kind for f in reporters_due(form, Period.year(2025))} == {"commune"}


@pytest.mark.parametrize(
    ("form", "code", "period", "says"),
    [
        ("industrial_production", "DN999", "2020-01", "no reporter “DN999”"),
        ("industrial_production", "DN002", "2020-07", "not in force in 2020-07"),
        ("retail_services", "DN001", "2020-01", "does not file"),
        ("electrification", "03808", "2020", "filed by each village"),
        ("electrification", "03808009", "2020", "no administrative unit has the code 03808009"),
    ],
)
def test_who_may_not_file_is_told_why(
    loaded: Path, catalogue: Catalogue, form: str, code: str, period: str, says: str
) -> None:
    with pytest.raises((NotAReporter, UnknownArea)) as caught:
        register().filer(catalogue.forms[form], code, Period.parse(period))
    assert says.lower() in caught.value.say("en").lower()


def test_a_reporter_that_moved_files_from_where_it_is(loaded: Path, catalogue: Catalogue) -> None:
    def move(rows: list[dict[str, str]]) -> None:
        rows[0]["valid_to"] = "2020-03-15"
        rows.append({**rows[0], "area_code": "04015", "valid_from": "2020-03-16", "valid_to": ""})

    edit(loaded / "reporters.csv", move)
    load_reporters(by="t", folder=loaded)
    known, form = register(), catalogue.forms["industrial_production"]
    where = [known.filer(form, "DN001", Period.month(2020, month)).area_code for month in (2, 3, 4)]
    assert where == ["03808", "04015", "04015"]
    assert [f.code for f in known.due(form, Period.month(2020, 3))].count("DN001") == 1
