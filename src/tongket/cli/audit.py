"""`tongket release audit`: what an attacker finds in everything that a release has printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.ledger.models import Release

HEAD = Text("Kiểm tra bảo mật số liệu của lần công bố {number}", "Disclosure audit of release {number}")
COUNTED: dict[str, Text] = {
    "cells": Text("Số liệu được bảo vệ", "Figures under protection"),
    "equations": Text("Phương trình liên kết", "Equations between them"),
    "withheld": Text("Không công bố", "Withheld"),
    "primary": Text("  trong đó: che trực tiếp", "  primary"),
    "secondary": Text("  trong đó: che bổ sung", "  secondary"),
    "attacks": Text("Phép tấn công đã thử", "Attacks tried"),
}
SAFE = Text(
    "Không phép tấn công nào vào được bên trong mức bảo vệ (mức thấp nhất đạt {worst} lần).",
    "No attack gets inside a protection level (the least reach is {worst} of its level).",
)
ENTERED = Text(
    "CÓ {count} số liệu bị suy ra bên trong mức bảo vệ (gần nhất: {worst} lần mức bảo vệ):",
    "{count} figures CAN be worked out within their protection level (the nearest: {worst} of it):",
)
ALREADY = Text(
    "Đã công khai từ trước, lần công bố này không thu lại được: {count} số liệu suy ra được, {printed} số "
    "liệu in sẵn.",
    "Public before, and not to be taken back by this release: {count} figures that follow, {printed} printed "
    "ones.",
)
SERIES = words("Chuỗi số liệu", "Series")
PERIODS = numbers("Số kỳ", "Periods")
UNJUDGED = Text(
    "{count} số liệu không biết ai đứng sau, nên chưa được xét.",
    "{count} figures have no known respondents and were not judged.",
)
ALONE = Text(
    "Xét từng số liệu riêng lẻ vì chưa biết phương trình của phương pháp: {recipes}.",
    "Judged one by one, because no equations of their method are known: {recipes}.",
)
SOLVED = Text(
    "Mẫu che tìm bằng: {methods}; dừng vì: {stopped}; phép tấn công toàn bộ đòi thêm {added} ô.",
    "The pattern was found by: {methods}; stopped by: {stopped}; the attack on the whole asked for {added} "
    "more.",
)
TOOK = Text("Mất {seconds} giây.", "Took {seconds} s.")


def audit(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(help="The release's number.")],
    again: Annotated[bool, typer.Option(help="Attack it again instead of reading the record.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show what an attacker finds in all that a release and those before it have printed."""
    session = open_session(ctx)
    from tongket.desks.ledger.doors import release

    frozen = release(number)
    found = _again(session, frozen) if again else _recorded(session, frozen)
    if as_json:
        session.json({"release": number, **found})
    else:
        show_audit(session, number, found)
    if found["inside"]:
        raise typer.Exit(1)


def _recorded(session: Session, release: Release) -> dict[str, Any]:
    """The attack of the moment of release; one that is older than protection is attacked now."""
    kept = release.attacks.first()
    return kept.found if kept else _again(session, release)


def _again(session: Session, release: Release) -> dict[str, Any]:
    from tongket.desks.ledger.protection import attack_again

    return attack_again(session.catalogue, session.office.area_code, session.facts, release)


def show_audit(session: Session, number: int, found: dict[str, Any]) -> None:
    lang = session.lang
    rows = [(COUNTED[name][lang], write_number(exact(found[name]), 0, lang)) for name in COUNTED]
    show_table(
        session, HEAD.format(number=number), (words("Nội dung", "What"), numbers("Số", "Number")), rows
    )
    inside, worst = found["inside"], write_number(exact(found["worst"]), 2, lang)
    session.say(ENTERED if inside else SAFE, count=len(inside), worst=worst)
    if inside:
        _show_series(session, inside)
    already = {one["cell"] for one in found["already_known"]}
    if already or found["already_printed"]:
        session.say(ALREADY, count=len(already), printed=len(found["already_printed"]))
        _show_series(session, [*found["already_known"], *found["already_printed"]])
    if found["unjudged"]:
        session.say(UNJUDGED, count=len(found["unjudged"]))
    if found["alone"]:
        session.say(ALONE, recipes=", ".join(found["alone"]))
    if search := found["search"]:
        session.say(
            SOLVED,
            methods=_counts(search["solved"]),
            stopped=_counts(search["stopped"]),
            added=search["added_by_the_attack"],
        )
    session.say(TOOK, seconds=write_number(exact(found["seconds"]), 1, lang))


def _show_series(session: Session, entries: list[dict[str, Any]]) -> None:
    """The cells by series: the months of a series are one line."""
    counted = Counter(_series(cell) for cell in sorted({one["cell"] for one in entries}))
    show_table(session, None, (SERIES, PERIODS), [(name, str(n)) for name, n in sorted(counted.items())])


def _series(address: str) -> str:
    head, _, rest = address.partition("/")
    _, comma, parts = rest.partition(",")
    return head + comma + parts


def _counts(found: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in found.items()) or "–"
