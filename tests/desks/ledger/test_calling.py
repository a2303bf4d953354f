"""The call list of a form, from what is accepted and who is due."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.desks.ledger.conftest import Desk

from tongket.desks.ledger.calling import NothingToCall, whom_to_call
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.period import Period

JANUARY = Period.parse("2020-01")


def test_the_form_s_own_rule_goes_before_the_usual_one(filed: Desk, catalogue: Catalogue):
    """DN001 went from 50 to 60 and DN002 stayed at 7 where 67/57 of the year before was expected."""
    usual = catalogue.editing["usual"]
    assert whom_to_call(catalogue, "industrial_production", JANUARY).calls == ()  # all within a thousandth
    every = replace(usual, code="industrial_production", threshold=Decimal(0))
    strict = replace(catalogue, editing={**catalogue.editing, "industrial_production": every})
    found = whom_to_call(strict, "industrial_production", JANUARY)
    assert {call.unit for call in found.calls} == {"DN001", "DN002"}


def test_what_cannot_be_listed_is_refused(filed: Desk, catalogue: Catalogue):
    with pytest.raises(NothingToCall, match=r"There is no form “production”\. Forms: "):
        whom_to_call(catalogue, "production", JANUARY)
    with pytest.raises(NothingToCall, match="nothing of that period has come in"):
        whom_to_call(catalogue, "industrial_production", Period.parse("2031-01"))
