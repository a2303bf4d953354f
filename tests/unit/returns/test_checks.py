"""Each check finds what it is for, leaves alone what it cannot judge, and says its rule in two languages."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.exchange.office import (
    CODELISTS,
    FORMS,
    PRODUCTION,
    VILLAGES,
    connections,
    production,
    village,
)

from tongket.figures.returns.answer import Place
from tongket.figures.returns.checks import (
    KINDS,
    BadCheck,
    check_cell,
    check_return,
    describe,
    validate_specs,
)
from tongket.figures.returns.form import CheckSpec
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text


def found(ret, previous=None, **more):
    findings = check_return(ret, FORMS[ret.form], CODELISTS, previous, **more)
    for finding in findings:
        for lang in ("vi", "en"):
            assert finding.sentence[lang].startswith(f"{finding.place}: ")
            assert finding.sentence[lang].endswith(".")
    return {finding.check: finding for finding in findings}


def test_a_good_return_has_no_findings():
    assert found(production(TEA=("1.5", "20", "-3")), production(TEA=("1", "18", None))) == {}
    assert found(village("B01", (100, 60, 20, 80))) == {}
    assert found(production()) == {}


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [(("0", "20", None), "0"), (("5", "0", None), "5"), (("0", "0", None), None), (("5", "20", None), None)],
)
def test_quantity_and_value_come_together(numbers, odd):
    finding = found(production(TEA=numbers)).get("both")
    assert (finding is not None) == (odd is not None)
    if finding:
        assert finding.severity == "soft"
        assert f"“Sản lượng” là {odd}" in finding.sentence.vi
        assert "Please look again" in finding.sentence.en


@pytest.mark.parametrize(
    ("before", "now", "jumps"),
    [("2", "20", False), ("2", "20.001", True), ("2", "0.2", False), ("2", "0.1", True), ("0", "20", False)],
)
def test_a_jump_against_the_period_before(before, now, jumps):
    finding = found(production(TEA=(now, "1", None)), production(TEA=(before, "1", None))).get("jump")
    assert (finding is not None) == jumps
    if finding:
        assert now.replace(".", ",") in finding.sentence.vi
        assert "0.1 to 10 times" in finding.sentence.en


def test_a_product_that_was_not_there_before_is_not_judged():
    assert found(production(TEA=("1000", "1", None)), production(MILK=("1", "1", None))) == {}


def test_a_group_beside_its_members_would_count_twice():
    ret = production(TEA=("1", "1", None))
    group = replace(ret, answers=tuple(replace(a, dimensions={"product": "FOOD"}) for a in ret.answers))
    assert "TEA, SUGAR, MILK" in found(group)["leaf"].sentence.en


@pytest.mark.parametrize(
    ("numbers", "checks"),
    [
        ((100, 60, 20, 81), {"parts"}),
        ((100, 90, 20, 110), {"limit"}),
        ((100, 90, 20, 111), {"parts", "limit"}),
        ((100, 60, 40, 100), set()),
    ],
)
def test_parts_total_and_limit(numbers, checks):
    assert set(found(village("B01", numbers))) == checks


def test_the_sum_is_shown():
    finding = found(village("B01", (100, 60, 20, 81)))["parts"]
    assert "“With electricity” must equal “On the grid” + “On local sources”" in finding.sentence.en
    assert "here 81 differs from 60 + 20 = 80" in finding.sentence.en
    assert "Hãy sửa rồi gửi lại" in finding.sentence.vi


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2020-01-01", True), ("2020-12-31", True), ("2019-12-31", False), ("2021-01-01", False)],
)
def test_a_date_in_its_year(day, inside):
    assert ("dated" in found(connections("B01", ("0075", day, 5)))) != inside


def test_a_date_in_its_reporting_window():
    window = ReportingWindow("mid", Text("Giữa tháng", "Mid-month"), first_day=15, months_before=1)
    ret = connections("B01", ("0075", "2019-12-20", 5))
    assert found(ret, window=window) == {}
    finding = found(connections("B01", ("0075", "2020-12-15", 5)), window=window)["dated"]
    assert "15/12/2019–14/12/2020" in finding.sentence.vi


@pytest.mark.parametrize(
    ("numbers", "check"),
    [
        (("-1", "1", None), "minimum"),
        (("1.2345", "1", None), "decimals"),
        (("1", None, None), "required"),
        (("1", "1e14", None), "largest"),
        (("1", "1", "-5.5"), None),
        (("1.20000", "1", None), None),
    ],
)
def test_every_measure_carries_its_own_rules(numbers, check):
    assert set(found(production(TEA=numbers))) - {"both"} == ({check} if check else set())


def test_a_blank_is_named_by_its_own_cell():
    place = Place("a.xlsx", "T10", "D9")
    finding = check_cell(PRODUCTION.tables[0].measure("quantity"), None, place)
    assert (finding.check, finding.place) == ("required", place)
    assert check_cell(PRODUCTION.tables[0].measure("change"), None, place) is None


def test_a_number_out_of_all_proportion_is_still_said():
    finding = check_cell(PRODUCTION.tables[0].measure("quantity"), Decimal("1e300"), Place("a.xlsx"))
    assert "1,000000E+300" in finding.sentence.vi


def test_a_blank_part_counts_as_nothing_and_a_blank_total_is_not_judged():
    ret = village("B01", (100, 60, 20, 60))
    without = replace(ret, answers=tuple(a for a in ret.answers if a.measure != "local"))
    assert set(found(without)) == {"required"}
    assert set(found(replace(ret, answers=ret.answers[:3]))) == {"required"}


def test_rules_are_the_same_on_the_form_and_in_the_finding():
    rules = [rule.en for rule in describe(VILLAGES.table("households"))]
    assert "“With electricity” may not be more than “Households”" in rules
    assert "“Households” is a whole number" in rules
    assert found(village("B01", (1, 2, 0, 2)))["limit"].sentence.en.startswith(f": {rules[-1]};")
    assert [len(list(describe(table))) for table in (*PRODUCTION.tables, *VILLAGES.tables)] == [10, 14, 4]


def with_check(kind, **parameters):
    spec = CheckSpec("new", kind, "hard", parameters)
    return replace(PRODUCTION, tables=(replace(PRODUCTION.tables[0], checks=(spec,)),))


@pytest.mark.parametrize(
    ("kind", "parameters", "legal"),
    [
        ("sum_of_part", {}, "sum_of_parts"),
        ("at_most", {"measure": "quantity"}, "quantity, value, change"),
        ("at_most", {"measure": "quantity", "limit": "all"}, "quantity, value, change"),
        ("at_most", {"measure": "quantity", "limit": "value", "most": 3}, "limit, measure"),
        ("sum_of_parts", {"total": "quantity", "parts": ["value"]}, "at least two"),
        ("sum_of_parts", {"total": "quantity", "parts": "value"}, "at least two"),
        ("sum_of_parts", {"total": "quantity", "parts": ["value", "change"], "tolerance": "x"}, "a number"),
        ("ratio_to_previous", {"measure": "quantity", "low": 2, "high": 1}, "less than"),
        ("ratio_to_previous", {"measure": "quantity", "low": -1, "high": 1}, "not negative"),
        ("ratio_to_previous", {"measure": "quantity", "high": 1}, "a number"),
        ("leaf_codes", {"dimension": "market"}, "product"),
        ("date_in_period", {"dimension": "product"}, "—"),
        ("nonzero_together", {}, "at least two"),
    ],
)
def test_a_form_with_a_bad_check_is_refused(kind, parameters, legal):
    with pytest.raises(BadCheck) as refused:
        validate_specs(with_check(kind, **parameters))
    assert legal in refused.value.say("en")
    assert kind in refused.value.say("vi")


def test_good_checks_are_accepted():
    for form in FORMS.values():
        validate_specs(form)
    validate_specs(with_check("sum_of_parts", total="quantity", parts=["value", "change"], tolerance=0.5))


def test_a_tolerance_is_kept_to():
    form = with_check("sum_of_parts", total="quantity", parts=["value", "change"], tolerance=0.5)
    for total, breaks in [("10.5", False), ("10.6", True)]:
        assert bool(check_return(production(TEA=(total, "8", "2")), form, CODELISTS)) == breaks


def test_the_kinds_are_named_in_one_place():
    assert sorted(KINDS) == [
        "at_most",
        "date_in_period",
        "leaf_codes",
        "nonzero_together",
        "ratio_to_previous",
        "sum_of_parts",
    ]
