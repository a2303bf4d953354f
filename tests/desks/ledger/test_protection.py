"""A release keeps quiet about single enterprises; the office's own book does not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.desks.filing.books import book, production
from tests.desks.filing.conftest import Take
from tests.desks.ledger.conftest import ELECTRICITY, HOME, Desk

from tongket.desks.ledger import doors, protection
from tongket.desks.ledger.models import ReleaseAttack, WithheldFigure
from tongket.desks.site.mutability import Immutable
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.observations.observation import Address, Comparison
from tongket.figures.protection.policy import NoPolicy
from tongket.figures.terms.figure import Cause, ObsStatus

GROWTH = f"{ELECTRICITY},compare={Comparison.SAME_PERIOD_LAST_YEAR}"
OUTPUT = Address.parse("industrial_output@14/2020-01")


@pytest.fixture
def two(filed: Desk, catalogue: Catalogue) -> Desk:
    """Two have filed, and nobody has agreed to be told of."""
    filed.catalogue = catalogue
    filed.compile()
    return filed


def test_what_two_enterprises_made_is_withheld_with_all_that_follows_from_it(two: Desk, catalogue: Catalogue):
    number = two.release().number
    told, kept = doors.released(catalogue, number), doors.working(catalogue)
    for address in (ELECTRICITY, Address.parse(GROWTH), OUTPUT):
        figure = told.at(address)
        assert (figure.value, figure.cause) == (None, Cause.CONFIDENTIAL)
        assert figure.status is ObsStatus.SUPPRESSED
        assert figure.answers is None
        assert kept.at(address).value is not None
    stored = {one.address: one.conf_status for one in WithheldFigure.objects.filter(release__number=number)}
    assert stored[str(ELECTRICITY)] == "A"


def test_a_withheld_month_withholds_the_quarter_and_the_contribution(two: Desk, catalogue: Catalogue):
    told = doors.released(catalogue, two.release().number)
    for text in ("IIP@14/2020-Q1,activity=3511", "IIP@14/2020-01,activity=3511,compare=contribution"):
        assert told.at(Address.parse(text)).cause is Cause.CONFIDENTIAL


def test_consent_in_writing_lets_them_be_told(filed: Desk):
    filed.compile()
    assert filed.release().withheld.count() == 0
    assert filed.value(number=1) == 67


def test_the_pattern_and_the_attack_are_kept_for_good(two: Desk, catalogue: Catalogue):
    release = two.release()
    attack = ReleaseAttack.objects.get(release=release)
    assert attack.found["inside"] == []
    assert attack.found["withheld"] == release.withheld.count()
    with pytest.raises(Immutable):
        release.withheld.update(conf_status="F")
    again = protection.attack_again(catalogue, HOME, two.folder, release)
    assert {name: again[name] for name in ("withheld", "inside")} == {
        name: attack.found[name] for name in ("withheld", "inside")
    }
    assert not any(name in str(attack.found) for name in ("DN001", "DN002"))


def test_what_an_earlier_release_printed_stays_printed_and_is_a_finding(filed: Desk, catalogue: Catalogue):
    filed.compile()
    filed.release()
    filed.catalogue = catalogue  # the consent was for the first release alone
    second = filed.release()
    assert second.withheld.count() == 0
    found = ReleaseAttack.objects.get(release=second).found
    assert str(ELECTRICITY) in {one["cell"] for one in found["already_printed"]}
    assert {one["public"] for one in found["already_printed"]} == {"release", "index_by_section"}


def test_what_an_earlier_release_withheld_stays_withheld(two: Desk, take: Take, tmp_path: Path):
    first = protection.withheld(two.release())
    take(book(tmp_path / "c.xlsx", two.catalogue, "DN001", {"2020-01": production(66)}))
    two.compile()
    second = two.release()
    assert first <= protection.withheld(second)
    (told,) = [one for one in second.changes["changed"] if one["address"] == str(ELECTRICITY)]
    assert (told["before"], told["after"], list(told["cells"])) == (None, None, [])


def test_a_released_passport_shows_nobody(two: Desk, filed: Desk, catalogue: Catalogue):
    withheld = two.passport(str(ELECTRICITY), release=two.release())
    assert (withheld.figure.cause, withheld.cells, withheld.senders) == (Cause.CONFIDENTIAL, (), ())
    assert withheld.recomputed.value is None
    assert withheld.closed is not None
    assert two.passport(str(ELECTRICITY)).recomputed.value == Decimal(67)


def test_without_a_policy_in_force_nothing_is_released(filed: Desk, catalogue: Catalogue):
    filed.compile()
    filed.catalogue = replace(catalogue, disclosure=())
    with pytest.raises(NoPolicy, match="disclosure"):
        filed.release()
