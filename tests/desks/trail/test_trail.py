"""The trail: what is recorded, what is found, and that whatever was done to it by hand is named."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from tests.desks.site.opening import opened

opened()

from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from tongket.desks.trail import queries  # noqa: E402
from tongket.desks.trail.actions import Thing, Verb, difference, record  # noqa: E402
from tongket.desks.trail.models import Entry  # noqa: E402
from tongket.desks.trail.origin import recorded_from  # noqa: E402
from tongket.desks.trail.queries import Sought  # noqa: E402


def write(n: int, by: str = "admin", verb: Verb = Verb.CHANGE, why: str = "") -> Entry:
    return record(
        by=by, action="people.change_unit", verb=verb, on=Thing("unit", f"u{n}", f"Phòng {n}"),
        changes={"name_vi": (f"Cũ {n}", f"Mới {n}")}, why=why,
    )  # fmt: skip


def by_hand(statement: str) -> None:
    """What somebody does who has the database itself: no model stands in their way."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


class Unlucky(Exception):
    pass


@transaction.atomic
def fail_after(n: int) -> None:
    write(n)
    raise Unlucky


def said() -> list[tuple[int, str]]:
    return [(fault.number, fault.sentence.en) for fault in queries.verify()]


def test_a_row_says_who_when_what_from_what_to_what_and_why(store):
    before = timezone.now()
    with recorded_from("192.0.2.7"):
        write(1, why="đổi tên theo quyết định")
    entry = Entry.objects.get()
    assert (entry.number, entry.by, entry.verb, entry.kind, entry.code) == (
        1,
        "admin",
        "change",
        "unit",
        "u1",
    )
    assert before <= entry.at <= timezone.now()
    assert entry.from_to == {"name_vi": ["Cũ 1", "Mới 1"]}
    assert (entry.why, entry.origin) == ("đổi tên theo quyết định", "192.0.2.7")
    assert queries.verify() == ()


def test_an_action_that_fails_leaves_no_row(store):
    write(1)
    with pytest.raises(Unlucky):
        fail_after(2)
    write(3)
    assert list(Entry.objects.values_list("number", "code")) == [(1, "u1"), (2, "u3")]
    assert queries.verify() == ()


def test_a_changed_row_is_named(store):
    for n in range(1, 6):
        write(n)
    by_hand("UPDATE trail_entry SET by = 'somebody' WHERE number = 3")
    ((number, sentence),) = said()
    assert number == 3
    assert "was changed after it was written" in sentence


def test_a_missing_row_is_named_first_middle_or_last(store):
    for n in range(1, 8):
        write(n)
    by_hand("DELETE FROM trail_entry WHERE number IN (1, 4, 5, 7)")
    assert [number for number, _ in said()] == [1, 4, 7]
    assert "Rows 4 to 5 are missing" in said()[1][1]


def test_rows_in_another_order_are_named(store):
    for n in range(1, 6):
        write(n)
    by_hand("UPDATE trail_entry SET number = 99 WHERE number = 2")
    by_hand("UPDATE trail_entry SET number = 2 WHERE number = 3")
    by_hand("UPDATE trail_entry SET number = 3 WHERE number = 99")
    assert [number for number, _ in said()] == [2, 3, 4]
    assert "reordered" in said()[0][1]


def test_a_chain_made_anew_does_not_fit_an_end_that_was_kept(store):
    for n in range(1, 4):
        write(n)
    kept = queries.end()
    write(4)
    assert queries.verify(kept) == ()
    assert queries.verify((3, "0" * 64))
    assert queries.verify((9, kept[1]))


def test_many_writers_make_one_chain(store):
    def one(n: int) -> None:
        try:
            with transaction.atomic():
                write(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(60)))
    assert list(Entry.objects.values_list("number", flat=True)) == list(range(1, 61))
    assert queries.verify() == ()


def test_rows_are_found_by_several_criteria_at_once(store):
    write(1, by="admin")
    write(2, by="head", verb=Verb.REMOVE, why="sáp nhập")
    write(3, by="head")
    assert [row.number for row in queries.find(Sought(by="head"))] == [3, 2]
    assert [row.number for row in queries.find(Sought(by="head", verb="remove"))] == [2]
    assert [row.number for row in queries.find(Sought(words="sáp nhập"))] == [2]
    assert [row.number for row in queries.find(Sought(words="Mới 3"))] == [3]
    today = timezone.localdate()
    assert queries.find(Sought(since=today, until=today)).count() == 3
    assert not queries.find(Sought(since=today + timedelta(days=1))).exists()
    assert [row.number for row in queries.history("unit", "u1")] == [1]


def test_a_difference_names_only_what_differs():
    assert difference({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == {"b": (2, 3), "c": (None, 4)}
