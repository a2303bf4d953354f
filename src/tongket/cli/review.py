"""`tongket review`: the year-end review of a release, written to files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tongket.cli.session import Session, open_session
from tongket.figures.terms.words import LANGS, Lang, Text

WRITING = Text("Viết tổng kết", "Writing the review")


def write_review(
    ctx: typer.Context,
    release: Annotated[int | None, typer.Option(help="The release; by default the last.")] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", help="docx, pdf, html, pptx, xlsx, txt; by default all.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Folder to write to. Default: <data>/review.")] = None,
    both: Annotated[bool, typer.Option("--all-languages", help="Every language of the office.")] = False,
) -> None:
    """Write the review of a release; the same release gives the same figures whenever it is written."""
    session = open_session(ctx)
    languages: tuple[Lang, ...] = LANGS if both else (session.lang,)
    for path in run_review(session, release, formats, out, languages):
        session.console.print(str(path), markup=False)


def run_review(
    session: Session,
    number: int | None,
    formats: list[str] | None = None,
    out: Path | None = None,
    languages: tuple[Lang, ...] = LANGS,
) -> list[Path]:
    from tongket.desks.ledger.doors import last_release, release
    from tongket.desks.papers.formats import FORMATS
    from tongket.desks.reporting.actions import write_review
    from tongket.desks.reporting.queries import review

    found = last_release() if number is None else release(number)
    with session.progress(WRITING) as step:
        return write_review(
            by=session.by,
            review=review(session.office, session.catalogue, found),
            folder=out or session.data / "review",
            formats=formats or list(FORMATS),
            languages=languages,
            progress=step,
        )
