"""The plan of the office's folder, with every change of it kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import timezone
from tests.desks.site.opening import EXAMPLE, make_office

from tongket.desks.planning.actions import LoadedPlan, load_plan
from tongket.desks.planning.files import BadEntry
from tongket.desks.planning.models import DecisionRow, TargetRow, TaskRow
from tongket.desks.planning.queries import UNKNOWN_ISSUER, targets, tasks
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.targets.target import Target
from tongket.figures.terms.figure import Cause, DataType


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_office(tmp_path / "office")


@pytest.fixture
def loaded(store: str, folder: Path, catalogue: Catalogue) -> Path:
    load_plan(by="t", folder=folder, catalogue=catalogue)
    return folder


def edit(folder: Path, name: str, id: str, /, **values: Any) -> None:
    path = folder / f"{name}.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    for entry in entries:
        if entry["id"] == id:
            entry.update(values)
    path.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), encoding="utf-8")


def target(code: str, **how: Any) -> Target:
    return next(each for each in targets(**how) if each.code == code)


def test_the_example_loads_once(store: str, catalogue: Catalogue) -> None:
    first = load_plan(by="t", folder=EXAMPLE, catalogue=catalogue)
    assert first.new == DecisionRow.objects.count() + TargetRow.objects.count() + TaskRow.objects.count()
    assert load_plan(by="t", folder=EXAMPLE, catalogue=catalogue) == LoadedPlan(
        unchanged=first.new, findings=first.findings
    )


def test_targets_come_back_as_nouns_in_the_order_of_the_file(loaded: Path) -> None:
    retail = target("retail-2021")
    assert targets()[0].code == "iip-2021"
    assert str(retail.series.definition) == "retail_turnover:goods_lodging_catering"
    assert (retail.figure.value, retail.figure.unit) == (Decimal(24200), "billion_vnd")
    assert retail.figure.data_type is DataType.TARGET
    assert retail.decision.code == "office-plan-2021"
    assert retail.decision.number is None
    assert "20.217" in retail.note.vi


def test_a_price_basis_that_is_not_stated_is_the_indicators_own(loaded: Path, catalogue: Catalogue) -> None:
    definition = target("retail-2021").series.definition
    assert definition == catalogue.indicators["retail_turnover"].definition("goods_lodging_catering")
    assert definition.price_basis == "current"


def test_a_price_basis_that_is_stated_makes_another_definition(loaded: Path, catalogue: Catalogue) -> None:
    edit(loaded, "targets", "retail-2021", price_basis="constant_2010")
    load_plan(by="u", folder=loaded, catalogue=catalogue)
    definition = target("retail-2021").series.definition
    assert definition != catalogue.indicators["retail_turnover"].definition("goods_lodging_catering")


def test_a_growth_is_in_percent_of_the_indicator(loaded: Path) -> None:
    iip = target("iip-2021")
    assert (iip.shape, iip.figure.unit, iip.series.definition.unit) == ("growth", "percent", "index")
    assert target("exports-growth-2021-2025-xv").period.length == 60
    assert target("exports-growth-2021-2025-xv").figure.value == Decimal("12.5")


def test_a_target_that_was_never_published_is_empty_with_its_cause(loaded: Path) -> None:
    unknown = target("electrification-2020-xiv")
    assert (unknown.figure.value, unknown.figure.cause) == (None, Cause.NOT_PUBLISHED)
    assert unknown.series.definition.coverage == "all"


def test_an_issuer_nobody_knows_is_called_so(loaded: Path) -> None:
    assert target("farm-exports-2020").decision.issuer == UNKNOWN_ISSUER


def test_a_changed_target_is_a_new_vintage(loaded: Path, catalogue: Catalogue) -> None:
    before = timezone.now()
    edit(loaded, "targets", "retail-2021", value=25000)
    result = load_plan(by="u", folder=loaded, catalogue=catalogue)
    assert (result.new, result.changed, result.gone) == (0, 1, 0)
    assert target("retail-2021").figure.value == 25000
    assert target("retail-2021", as_of=before).figure.value == 24200
    old, new = TargetRow.objects.filter(code="retail-2021").order_by("pk")
    assert old.superseded_at == new.recorded_at
    assert (old.recorded_by, old.superseded_by, new.recorded_by) == ("t", "u", "u")


def test_a_decision_that_became_known_keeps_what_was_printed_before(
    loaded: Path, catalogue: Catalogue
) -> None:
    before = timezone.now()
    edit(loaded, "decisions", "office-plan-2021", number="12/KH-SCT", date="2021-01-19")
    load_plan(by="u", folder=loaded, catalogue=catalogue)
    assert target("iip-2021").decision.number == "12/KH-SCT"
    assert target("iip-2021").decision.dated == date(2021, 1, 19)
    assert target("iip-2021", as_of=before).decision.number is None


def test_a_target_that_is_gone_is_closed_and_stays(loaded: Path, catalogue: Catalogue) -> None:
    before = timezone.now()
    path = loaded / "targets.yaml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(entries[1:], allow_unicode=True), encoding="utf-8")
    assert load_plan(by="u", folder=loaded, catalogue=catalogue).gone == 1
    assert "iip-2021" not in {each.code for each in targets()}
    assert target("iip-2021", as_of=before)


def test_a_target_of_something_not_measured_is_left_out_and_said(loaded: Path, catalogue: Catalogue) -> None:
    edit(loaded, "targets", "iip-2021", indicator="happiness")
    result = load_plan(by="u", folder=loaded, catalogue=catalogue)
    assert [finding.check for finding in result.findings] == ["not_measured"]
    assert "happiness" in result.findings[0].sentence.vi
    assert "iip-2021" not in {each.code for each in targets()}


@pytest.mark.parametrize(
    ("name", "id", "values", "says"),
    [
        ("targets", "iip-2021", {"coverage": "mining"}, "no coverage “mining”"),
        ("targets", "retail-2021", {"coverage": None}, "goods_lodging_catering"),
        ("targets", "iip-2021", {"unit": "index"}, "unit has “index”; it takes percent"),
        ("targets", "retail-2021", {"unit": "million_usd"}, "it takes billion dong"),
        ("targets", "iip-2021", {"decision": "none"}, "decision has “none”"),
        ("targets", "iip-2021", {"period": "năm 2021"}, "is not a period"),
        ("targets", "iip-2021", {"value": None}, "cause"),
        ("targets", "iip-2021", {"value": "mười"}, "a number: 12.5"),
        ("targets", "iip-2021", {"bound": "at_most"}, "at_least, about, more_than"),
        ("decisions", "congress-xv", {"verified": "perhaps"}, "true or false"),
        ("decisions", "congress-xv", {"title": {"vi": "Chỉ một thứ tiếng"}}, "{vi: …, en: …}"),
        ("tasks", "exports-2021", {"due": None}, "due is missing"),
        ("tasks", "exports-2021", {"state": "late"}, "blocked"),
        ("tasks", "exports-2021", {"source": "nowhere"}, "office-plan-2021"),
        ("tasks", "exports-2021", {"year": "2021"}, "a year: 2021"),
        ("tasks", "investment-2021", {"id": "exports-2021"}, "used above"),
    ],
)
def test_a_faulty_entry_is_refused_by_file_and_id(
    store: str, folder: Path, catalogue: Catalogue, name: str, id: str, values: dict[str, Any], says: str
) -> None:
    edit(folder, name, id, **values)
    with pytest.raises(BadEntry) as caught:
        load_plan(by="t", folder=folder, catalogue=catalogue)
    sentence = caught.value.say("en")
    assert f"{name}.yaml" in sentence
    assert values.get("id", id) in sentence
    assert says in sentence
    assert not DecisionRow.objects.exists()


def test_what_is_no_yaml_is_refused(store: str, folder: Path, catalogue: Catalogue) -> None:
    (folder / "tasks.yaml").write_text("- id: [", encoding="utf-8")
    with pytest.raises(BadEntry, match=r"tasks\.yaml"):
        load_plan(by="t", folder=folder, catalogue=catalogue)


def test_the_tasks_of_a_year_in_the_plans_order(loaded: Path) -> None:
    year = tasks(2021)
    assert 12 <= len(year) <= 14
    assert year[0].unit.vi == "Phòng Quản lý công nghiệp"
    assert any(task.due is None for task in year)
    assert tasks(2020) == ()


def test_a_task_changes_in_place(loaded: Path, catalogue: Catalogue) -> None:
    held = TaskRow.objects.get(code="exports-2021").pk
    edit(loaded, "tasks", "exports-2021", state="done")
    assert load_plan(by="u", folder=loaded, catalogue=catalogue).changed == 1
    row = TaskRow.objects.get(code="exports-2021")
    assert (row.pk, row.state, row.changed_by) == (held, "done", "u")
