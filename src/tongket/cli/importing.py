"""`tongket import`: workbooks and CSV in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.session import Session, open_session
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.desks.filing.actions import ImportResult
    from tongket.figures.returns.answer import Finding

READING = Text("Đọc báo cáo", "Reading returns")
SUMMARY = Text(
    "{accepted} tệp được nhận, {unchanged} tệp không có gì mới, {rejected} tệp bị trả lại; "
    "{recorded} số được ghi, {superseded} số cũ được thay.",
    "{accepted} files accepted, {unchanged} with nothing new, {rejected} sent back; "
    "{recorded} numbers recorded, {superseded} older ones superseded.",
)
SENT_BACK = Text("Trả lại {file}:", "Sent back {file}:")
REMARKS = Text("{found} điểm cần xem lại trong các tệp được nhận:", "{found} remarks on accepted files:")
SHOWN = 20  # findings printed of one rejected file; --json has them all
REMARKED = 3  # remarks printed of all accepted files together
MORE = Text("  … và {more} điểm khác; xem đủ bằng --json.", "  … and {more} more; --json has them all.")


def import_returns(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of returns (.xlsx, .csv).")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Import returns: each file is accepted whole or not at all, and why not is said cell by cell."""
    session = open_session(ctx)
    results = run_import(session, paths)
    if as_json:
        session.json([result_data(result) for result in results])
    else:
        show(session, results)
    if any(result.outcome == "rejected" for result in results):
        raise typer.Exit(1)


def run_import(session: Session, paths: Sequence[Path]) -> list[ImportResult]:
    """Bring register and plan up to date from the office's folder, then take the files in, in order."""
    from tongket.desks.filing.actions import import_file, import_folder

    load_office(session)
    results: list[ImportResult] = []
    with session.progress(READING) as step:
        for path in paths:
            if path.is_file():
                results.append(import_file(by=session.by, path=path, catalogue=session.catalogue))
                continue
            taken = import_folder(
                by=session.by,
                folder=path,
                catalogue=session.catalogue,
                progress=lambda _, done, of: step(done, of),
            )
            results.extend(taken.files)
    return results


def load_office(session: Session) -> None:
    """Take areas, reporters, targets, decisions and tasks from the office's folder; again costs nothing."""
    from tongket.desks.planning.actions import load_plan
    from tongket.desks.registry.actions import load_areas, load_reporters

    folder = session.office.folder
    load_areas(by=session.by, folder=folder)
    load_reporters(by=session.by, folder=folder)
    load_plan(by=session.by, folder=folder, catalogue=session.catalogue)


def show(session: Session, results: Sequence[ImportResult]) -> None:
    """Every rejected file with its findings, the first remarks on accepted ones, one line of counts."""
    for result in results:
        if result.outcome == "rejected":
            session.say(SENT_BACK, file=result.file)
            _show_findings(session, result.findings, SHOWN)
    remarks = [one for result in results if result.outcome != "rejected" for one in result.findings]
    if remarks:
        session.say(REMARKS, found=len(remarks))
        _show_findings(session, remarks, REMARKED)
    session.say(SUMMARY, **counts(results))


def _show_findings(session: Session, findings: Sequence[Finding], most: int) -> None:
    for finding in findings[:most]:
        session.console.print("  " + finding.sentence[session.lang], markup=False)
    if len(findings) > most:
        session.say(MORE, more=len(findings) - most)


def counts(results: Sequence[ImportResult]) -> dict[str, int]:
    outcomes = [str(result.outcome) for result in results]
    return {
        **{name: outcomes.count(name) for name in ("accepted", "unchanged", "rejected")},
        "recorded": sum(result.recorded for result in results),
        "superseded": sum(result.superseded for result in results),
    }


def result_data(result: ImportResult) -> dict[str, Any]:
    return {
        "file": result.file,
        "outcome": str(result.outcome),
        "returns": result.returns,
        "recorded": result.recorded,
        "superseded": result.superseded,
        "unchanged": result.unchanged,
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity,
                "sheet": finding.place.sheet,
                "cell": finding.place.cell,
                "sentence": {"vi": finding.sentence.vi, "en": finding.sentence.en},
            }
            for finding in result.findings
        ],
    }
