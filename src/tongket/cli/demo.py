"""`tongket demo`: the whole year of the example office, from returns to the finished review."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tongket.cli import compiling, importing, review, targets
from tongket.cli import release as releasing
from tongket.cli.sample import make_sample
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.words import LANGS, Text

if TYPE_CHECKING:
    from tongket.desks.ledger.models import Release
    from tongket.figures.review.content import Table

MAKING = Text("Tạo báo cáo giả lập trong {folder}", "Making synthetic returns in {folder}")
TAKING = Text("Nhận báo cáo: {folder}", "Taking in returns: {folder}")
RELEASED = Text("Số liệu công bố lần {number}, năm {year}", "Release {number}, year {year}")
KEPT = Text("Lần công bố {number} đã có, giữ nguyên.", "Release {number} exists and stays as it is.")
PAPERS = Text("Tổng kết:", "The review:")
MOVED = Text("Báo cáo đến sau làm thay đổi:", "What the later returns moved:")
YEAR_AHEAD = Text("Chỉ tiêu và nhịp độ từ năm {year}", "Targets and pace from {year} on")
ASK = Text(
    "Hỏi một con số từ đâu ra: .venv/bin/tongket explain IIP@{area}/{year},compare=same_period_last_year",
    "Ask where a number is from: .venv/bin/tongket explain IIP@{area}/{year},compare=same_period_last_year",
)
TOOK = Text("Xong trong {seconds} giây.", "Done in {seconds} s.")


def demo(
    ctx: typer.Context,
    out: Annotated[Path | None, typer.Option(help="Folder for the review. Default: <data>/review.")] = None,
) -> None:
    """Make synthetic returns, take them in, compile, judge, release, and write the review in six formats."""
    run_demo(open_session(ctx), out)


def run_demo(session: Session, out: Path | None = None) -> None:
    started = time.perf_counter()
    folder = session.data / "sample-returns"
    session.say(MAKING, folder=folder)
    sample = make_sample(session.office.folder, folder)
    for batch in sample.batches:
        session.say(TAKING, folder=batch.folder)
        importing.show(session, importing.run_import(session, [batch.folder]))
        compiling.show(session, compiling.run_compile(session))
        if batch.releases:
            _show_release(session, _release(session, sample.year), out)
    session.say(MOVED)
    releasing.show_changes(session, releasing.changes_since(session))
    _show_year_ahead(session, sample.year + 1)
    session.say(TOOK, seconds=f"{time.perf_counter() - started:.0f}")
    session.say(ASK, area=session.office.area_code, year=sample.year)


def _release(session: Session, year: int) -> Release:
    """The year's first release: made once, and kept by every later run."""
    from tongket.desks.ledger.queries import releases

    made = [one for one in releases() if one.year == year]
    if made:
        session.say(KEPT, number=made[-1].number)
        return made[-1]
    return releasing.publish(session, year)


def _show_release(session: Session, release: Release, out: Path | None) -> None:
    from tongket.desks.reporting.queries import review as content

    session.say(RELEASED, number=release.number, year=release.year)
    paper = content(session.office, session.catalogue, release).papers[session.lang]
    if paper.synthetic:
        session.console.print(paper.synthetic, markup=False, style="bold red")
    show_paper_table(session, next(paper.tables()))
    session.say(PAPERS)
    for path in review.run_review(session, release.number, out=out, languages=LANGS):
        session.console.print(f"  {path}", markup=False)


def show_paper_table(session: Session, table: Table) -> None:
    """A table of the review as it is printed, with its notes."""
    from tongket.figures.review.content import Cell, plain

    def text(cell: Cell) -> str:
        marks = "".join(f"[{mark}]" for mark in cell.notes)
        return plain(cell.spans) + marks

    heads = [
        (numbers if column.align == "right" else words)(column.head, column.head) for column in table.columns
    ]
    rows = [
        ["  " * row.level + text(row.cells[0]), *(text(cell) for cell in row.cells[1:])] for row in table.rows
    ]
    show_table(session, Text.same(table.caption), heads, rows)
    for note in table.notes:
        session.console.print(f"[{note.mark}] {plain(note.spans)}", markup=False)


def _show_year_ahead(session: Session, year: int) -> None:
    session.say(YEAR_AHEAD, year=year)
    book, plans = targets.opened(session, None)
    ahead = [plan for plan in plans if plan.period.start_year >= year]
    targets.show(session, ahead, book)
