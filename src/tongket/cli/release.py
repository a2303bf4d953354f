"""`tongket release`: freeze the figures under a number, list the releases, show what changed."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.figures import STATUS
from tongket.cli.quality import show_quality, show_revisions
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.figure import ObsStatus
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.ledger.models import Release

app = typer.Typer(help="Releases: numbered, immutable, each with what changed since the one before.")

app.command("quality")(show_quality)
app.command("revisions")(show_revisions)

TITLE = Text("Tổng kết năm {year}", "Review of the year {year}")
MADE = Text(
    "Đã công bố lần {number} (năm {year}), số liệu tính đến {moment}.",
    "Release {number} (year {year}) made, figures as of {moment}.",
)
SINCE = Text(
    "So với lần {since}: {changed} số liệu thay đổi, {new} số liệu mới, {gone} số liệu không còn.",
    "Since release {since}: {changed} figures changed, {new} new, {gone} gone.",
)
FIRST = Text("Đây là lần công bố đầu tiên.", "This is the first release.")
SHOWN = 15
PLACES = 2  # a change is listed closer than it is printed in a paper


@app.command("new")
def new(
    ctx: typer.Context,
    year: Annotated[int, typer.Option(help="The year reckoned.")],
    title: Annotated[
        str, typer.Option(help="A title of its own; by default that of the year's review.")
    ] = "",
) -> None:
    """Freeze the figures as they stand now under the next number."""
    session = open_session(ctx)
    show(session, publish(session, year, title))


@app.command("list")
def list_releases(
    ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False
) -> None:
    """List the releases, the newest first."""
    from tongket.desks.ledger.queries import releases

    session = open_session(ctx)
    found = releases()
    if as_json:
        session.json([release_data(one) for one in found])
        return
    heads = (
        numbers("Lần", "No"), numbers("Năm", "Year"), words("Tên", "Title"),
        words("Số liệu tính đến", "Figures as of"), numbers("Thay đổi", "Changed"),
    )  # fmt: skip
    rows = [
        (
            str(one.number),
            str(one.year),
            _title(one, session),
            clock(one.moment),
            str(len(one.changes["changed"])),
        )
        for one in found
    ]
    show_table(session, None, heads, rows)


@app.command("show")
def show_release(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(help="The release's number.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show what a release changed, largest first, with the return cells that moved each figure."""
    from tongket.desks.ledger.doors import release

    session = open_session(ctx)
    found = release(number)
    if as_json:
        session.json({**release_data(found), "changes": found.changes})
    else:
        show(session, found)


def publish(session: Session, year: int, title: str = "") -> Release:
    from tongket.desks.ledger.actions import publish

    named = Text.same(title) if title else TITLE.format(year=year)
    return publish(
        by=session.by, catalogue=session.catalogue, home=session.office.area_code, year=year, title=named
    )


def show(session: Session, release: Release) -> None:
    session.say(MADE, number=release.number, year=release.year, moment=clock(release.moment))
    if release.changes["since"] is None:
        session.say(FIRST)
    else:
        show_changes(session, release.changes)


def show_changes(session: Session, changes: dict[str, Any]) -> None:
    """What moved since a release, largest first, each with the cell that moved it most."""
    session.say(SINCE, **{**changes, "changed": len(changes["changed"])})
    heads = (
        words("Số liệu", "Figure"), numbers("Trước", "Before"), numbers("Nay", "Now"), words("Vì", "Because"),
    )  # fmt: skip
    rows = [
        (
            change["address"],
            _moved(change, "before", session),
            _moved(change, "after", session),
            _because(change, session),
        )
        for change in changes["changed"][:SHOWN]
    ]
    if rows:
        show_table(session, None, heads, rows)


def _moved(change: dict[str, Any], side: str, session: Session) -> str:
    """The value before or after with its status: an estimate may become final without moving."""
    value = change[side]
    if value is None:
        return "–"
    number = write_number(Decimal(value), PLACES, session.lang)
    return f"{number} ({STATUS[ObsStatus(change[f'status_{side}'])][session.lang]})"


@app.command("pending")
def pending(
    ctx: typer.Context,
    since: Annotated[int | None, typer.Option(help="The release to compare with; the last.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """What has moved since a release and why: what the next release would list."""
    session = open_session(ctx)
    changes = changes_since(session, since)
    if as_json:
        session.json(changes)
    else:
        show_changes(session, changes)


def changes_since(session: Session, number: int | None = None) -> dict[str, Any]:
    from django.utils import timezone

    from tongket.desks.ledger import changes
    from tongket.desks.ledger.doors import last_release, release

    before = last_release() if number is None else release(number)
    home = session.office.area_code
    found = changes.between(session.catalogue, home, before.moment, timezone.now())
    return {"since": before.number, **found.as_data()}


def _because(change: dict[str, Any], session: Session) -> str:
    """The largest cell that moved the figure, and how many more there are."""
    if not change["cells"]:
        return ""
    cell = change["cells"][0]
    more = change["cells_in_all"] - 1
    line = f"{cell['place']}: {cell['before'] or '–'} → {cell['after'] or '–'}"
    extra = Text(" và {more} ô khác", " and {more} more cells").format(more=more)[session.lang]
    return line + (extra if more else "")


def _title(release: Release, session: Session) -> str:
    return str(release.title_vi if session.lang == "vi" else release.title_en)


def clock(moment: datetime) -> str:
    """A moment on the office's clock."""
    from django.utils import timezone

    return f"{timezone.localtime(moment):%d/%m/%Y %H:%M:%S}"


def release_data(release: Release) -> dict[str, Any]:
    return {
        "number": release.number,
        "year": release.year,
        "title": {"vi": release.title_vi, "en": release.title_en},
        "as_of": release.moment.isoformat(),
        "changed": len(release.changes["changed"]),
    }
