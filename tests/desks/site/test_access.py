"""Which functions, on whose data: scopes and the filters they make."""

from __future__ import annotations

from django.db.models import Q

from tongket.desks.site.access import Scope, Whose, door_of, needs, public, signed_in

MINE = Scope(areas=frozenset({"03808"}), reporters=frozenset({"DN001"}))


def test_a_scope_covers_what_belongs_to_one_of_its_codes():
    assert MINE.covers(Whose(area="03808", reporter="DN777"))
    assert MINE.covers(Whose(area="99999", reporter="DN001"))
    assert not MINE.covers(Whose(area="99999", reporter="DN777"))


def test_what_belongs_to_nobody_is_covered_by_everything_alone():
    assert not MINE.covers(Whose())
    assert Scope(everything=True).covers(Whose())


def test_an_empty_scope_is_false_and_filters_everything_away():
    assert not Scope()
    assert Scope().where(area="area_code") == Q(pk__in=())


def test_a_filter_names_only_the_fields_it_was_given():
    assert "reporter" not in str(MINE.where(area="area_code"))
    assert Scope(everything=True).where(area="area_code") == Q()


def test_scopes_add_up():
    both = MINE | Scope(units=frozenset({"khtc"}))
    assert both.covers(Whose(unit="khtc"))
    assert both.covers(Whose(area="03808"))
    assert (MINE | Scope(everything=True)).everything


def test_a_view_bears_its_mark():
    def view():
        pass

    assert door_of(view) is None
    assert door_of(needs("filing.review", changing="filing.approve")(view)).actions() == (
        "filing.review",
        "filing.approve",
    )
    assert door_of(signed_in("own")(view)).signed_in
    assert not door_of(public("all")(view)).signed_in
