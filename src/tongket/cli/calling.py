"""`tongket call-list`: whom to phone first about a form and a period."""

from __future__ import annotations

from typing import Annotated

import typer

from tongket.cli.session import open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.period import Period
from tongket.figures.terms.rounding import canonical
from tongket.figures.terms.words import Text

HEAD = Text("Gọi ai trước: {form}, kỳ {period}", "Whom to phone first: {form}, {period}")
OUT = Text("chưa báo cáo", "has not answered")
DOUBTED = Text("xem lại: {items}", "look again: {items}")
UNSCORED = Text("Chưa xếp được vì chưa có số cũ: {units}", "Not ranked, for they have no past: {units}")
NOBODY = Text("Không ai cần gọi.", "Nobody needs a call.")
WORST = 3


def call_list(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(help="The form, as industrial_production.")],
    period: Annotated[str, typer.Argument(help="The period, as 2020-12.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Reporters by how much of the total an error or a gap of theirs could move, the largest first."""
    asked = Period.parse(period)
    session = open_session(ctx)
    from tongket.desks.ledger.calling import whom_to_call
    from tongket.desks.registry.queries import names_of

    found = whom_to_call(session.catalogue, form, asked)
    if as_json:
        session.json(
            {
                "calls": [
                    {"reporter": one.unit, "score": canonical(one.score), "missing": list(one.missing),
                     "items": {item: canonical(score) for item, score in one.items}}
                    for one in found.calls
                ],
                "unscored": list(found.unscored),
            }
        )  # fmt: skip
        return
    session.say(HEAD, form=session.catalogue.forms[form].name, period=asked)
    names = names_of(one.unit for one in found.calls)
    rows = [
        (
            one.unit,
            names.get(one.unit, ""),
            f"{write_number(100 * one.score, 2, session.lang)} %",
            OUT[session.lang]
            if one.missing
            else DOUBTED.format(items=", ".join(item for item, _ in one.items[:WORST]))[session.lang],
        )
        for one in found.calls
    ]
    heads = (
        words("Mã", "Code"), words("Đơn vị báo cáo", "Reporter"), numbers("Điểm", "Score"),
        words("Vì", "Because"),
    )  # fmt: skip
    if rows:
        show_table(session, None, heads, rows)
    else:
        session.say(NOBODY)
    if found.unscored:
        session.say(UNSCORED, units=", ".join(found.unscored))
