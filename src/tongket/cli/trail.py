"""`tongket trail`: whether the trail is whole, and its end for keeping elsewhere."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from tongket.cli.session import open_session
from tongket.figures.terms.words import Refusal, Text

app = typer.Typer(help="The trail of who did what: verify that nothing in it was changed.")

WHOLE = Text(
    "Nhật ký nguyên vẹn: {number} dòng. Điểm cuối để lưu riêng: {number}:{digest}",
    "The trail is whole: {number} rows. Its end, to be kept elsewhere: {number}:{digest}",
)
EMPTY = Text("Nhật ký chưa có dòng nào.", "The trail has no rows yet.")
NO_SEAL = Text(
    "“{found}” không phải điểm cuối của nhật ký. Dạng đúng: SỐ:MÃ, như lệnh này đã in.",
    "“{found}” is no end of a trail. Legal form: NUMBER:DIGEST, as this command printed it.",
)


class NotASeal(Refusal):
    """What was given is no end of a trail."""


@app.command("verify")
def verify(
    ctx: typer.Context,
    seal: Annotated[str, typer.Option(help="An end that was kept, NUMBER:DIGEST.")] = "",
) -> None:
    """Name every row that was changed, is missing or stands elsewhere; exit 1 where there is one."""
    session = open_session(ctx)
    from tongket.desks.trail import queries

    found = queries.verify(_seal(seal) if seal else None)
    for fault in found:
        session.say(fault.sentence)
    if found:
        raise typer.Exit(1)
    end = queries.end()
    if end is None:
        session.say(EMPTY)
    else:
        session.say(WHOLE, number=end[0], digest=end[1])


def _seal(value: str) -> tuple[int, str]:
    if not (parts := re.fullmatch(r"(\d+):([0-9a-f]{64})", value)):
        raise NotASeal(NO_SEAL.format(found=value))
    return int(parts[1]), parts[2]
