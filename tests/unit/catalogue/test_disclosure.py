"""`disclosure.yaml` read: rules with their parameters, what is public anyway, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tongket.figures.methods.disclosure.rules import Dominance, PPercent, PriorPosterior, Threshold
from tongket.figures.observations.observation import SeriesKey
from tongket.figures.protection.policy import NoPolicy, policy_on
from tongket.figures.protection.respondents import Registered, Respondents
from tongket.figures.terms.indicator import Definition
from tongket.figures.terms.period import Period

POLICY = """
- code: release
  valid_from: 2020-01-01
  legal: {text: our decision, confirmed: false}
  open:
    - {code: production, reason: {vi: công khai, en: public}}
  rules:
    - {code: three, kind: threshold, least: 3, range_percent: 10}
    - {code: two, kind: dominance, n: 2, k: 85}
    - {code: largest, kind: p_percent, p: 10}
    - {code: known, kind: prior_posterior, p: 10, q: 40}
  declared_percent: 15
  search: {cost: log, insiders: true, unions: true, rounds: 20, nodes: 500, cells: 90, seconds: 15}
  stands_for:
    - {code: stratum, units: 4}
  holdings:
    - {code: parent, members: [a, b], valid_to: 2020-12-31}
  waivers:
    - {code: c, reference: a letter}
  public:
    - code: told
      series: ["output", "output,product=mango"]
      areas: ["14"]
      periods: [2020]
      months_of: [2019]
      reference: {vi: báo, en: newspaper}
"""


@pytest.fixture
def policy(shelf):
    return policy_on(shelf.read({"disclosure.yaml": POLICY}).disclosure, date(2020, 6, 1))


def test_rules_are_read_with_their_parameters(policy):
    assert policy.rules.rules == (
        Threshold(3, Decimal(10)), Dominance(2, Decimal(85)), PPercent(Decimal(10)),
        PriorPosterior(Decimal(10), Decimal(40)),
    )  # fmt: skip
    assert policy.rules.declared_percent == 15
    assert policy.search.forgiving


def test_every_dataflow_is_protected_but_those_named_with_a_reason(policy):
    assert not policy.protects("production")
    assert policy.protects("exports")


def test_what_is_public_anyway_is_known_by_series_area_and_period(policy):
    series = SeriesKey(Definition("output", 1, "all", "tonne"), "14")
    assert policy.public_by(series, Period.parse("2020")).code == "told"
    assert policy.public_by(series.within(product="mango"), Period.parse("2019-03"))
    assert policy.public_by(series, Period.parse("2019")) is None
    assert policy.public_by(series.within(product="tea"), Period.parse("2020")) is None


def test_holdings_consents_and_strata(policy):
    register = {"s": Registered("stratum"), "d": Registered("enterprise", "0100000001-002")}
    behind = Respondents(register, policy, date(2020, 6, 1)).contributions(
        {"a": Decimal(3), "b": Decimal(2), "c": Decimal(1), "d": Decimal(5), "s": Decimal(8)}
    )
    owners = {one.unit: (one.owner, one.waived) for one in behind}
    assert owners["a"] == owners["b"] == ("parent", False)
    assert owners["c"] == ("c", True)
    assert owners["d"] == ("0100000001", False)
    assert [one.value for one in behind if one.unit.startswith("s#")] == [2, 2, 2, 2]
    later = Respondents(register, policy, date(2021, 6, 1)).contributions({"a": Decimal(3)})
    assert later[0].owner == "a"


def test_before_the_first_policy_there_is_none(shelf):
    with pytest.raises(NoPolicy, match=r"2019-12-31"):
        policy_on(shelf.read({"disclosure.yaml": POLICY}).disclosure, date(2019, 12, 31))


@pytest.mark.parametrize(
    ("there", "instead", "says"),
    [
        ("code: production, reason", "code: nothing, reason", "key “code”: found “nothing”"),
        ("p: 10}\n    - {code: known", "p: 0}\n    - {code: known", "Legal: a number above 0"),
        ("p: 10, q: 40", "p: 10, q: 5", "Legal: q above p"),
        ("kind: dominance", "kind: guess", "found “guess”"),
        ('"output,product=mango"', '"other"', "found “other”"),
        ("periods: [2020]", "periods: [soon]", "Legal: SDMX periods"),
        ("months_of: [2019]", "months_of: [a]", "Legal: years"),
    ],
)
def test_a_wrong_value_is_refused_by_its_place(shelf, there, instead, says):
    assert there in POLICY
    error = shelf.refusal({"disclosure.yaml": POLICY.replace(there, instead)})
    assert "disclosure.yaml" in shelf.said(error)
    assert says in shelf.said(error)
