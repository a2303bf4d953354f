"""`tongket check`: the numbers of a report held against the book, the plan and each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tongket.cli.figures import figure_data
from tongket.cli.session import Session, open_session
from tongket.cli.tables import numbers, show_table, words
from tongket.figures.terms.words import Refusal, Text

if TYPE_CHECKING:
    from tongket.desks.ledger.models import Release
    from tongket.desks.reporting.proofing import ProofDesk
    from tongket.figures.prose.document import Document
    from tongket.figures.prose.proofing import Finding

WORKING = "working"
SUMMARY = Text(
    "{file}: {all} số; {agrees} khớp, {faults} cần xem lại, {unknown} chưa có trong sổ ({against}).",
    "{file}: {all} numbers; {agrees} agree, {faults} to look at, {unknown} unknown to the book ({against}).",
)
MORE = Text("Xem cả các số khớp bằng --all.", "See the numbers that agree with --all.")
WRITTEN = Text("Đã ghi {count} ý kiến vào {path}.", "Wrote {count} comments into {path}.")
NO_RELEASE = Text(
    "“{found}” không phải là một lần công bố. Hãy viết số của lần công bố, hoặc working.",
    "“{found}” is no release. Write the number of a release, or working.",
)
SAME_FILE = Text(
    "Bản có ý kiến không được ghi đè lên chính “{file}”. Hãy đặt tên khác.",
    "The copy with comments may not replace “{file}” itself. Give it another name.",
)


def check_report(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The report: .docx, .pdf with text, web page or .txt.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    comments: Annotated[
        Path | None, typer.Option(help="Write the .docx again with a comment at each fault.")
    ] = None,
    release: Annotated[
        str, typer.Option(help="A release's number, or working; by default the last release.")
    ] = "",
    year: Annotated[
        int | None, typer.Option(help="The year of numbers whose text names none; by default the release's.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List also the numbers that agree.")] = False,
) -> None:
    """Proof-read a report's figures. Exit status 0: nothing wrong; 1: something to look at; 2: refused."""
    if comments is not None and comments.resolve() == file.resolve():
        raise Refusal(SAME_FILE.format(file=file.name))
    session = open_session(ctx)
    from tongket.desks.reporting.proofing import proof_desk

    against = _release(release)
    desk = proof_desk(session.office, session.catalogue, against, year)
    document, findings = _checked(session, file, comments, desk)
    if as_json:
        session.json(_data(file, against, document, findings))
    else:
        _show(session, file, against, document, findings, every)
        if comments is not None:
            session.say(WRITTEN, count=sum(one.is_fault for one in findings), path=comments)
    if any(one.is_fault for one in findings):
        raise typer.Exit(1)


def _release(asked: str) -> Release | None:
    """The release asked for; the last one by default, the working book where there is none."""
    from tongket.desks.ledger import doors
    from tongket.desks.ledger.queries import releases

    if asked == WORKING:
        return None
    if not asked:
        return next(iter(releases()), None)
    if not asked.isdigit():
        raise Refusal(NO_RELEASE.format(found=asked))
    return doors.release(int(asked))


def _checked(
    session: Session, file: Path, comments: Path | None, desk: ProofDesk
) -> tuple[Document, tuple[Finding, ...]]:
    from tongket.figures.exchange.documents import read_document

    if comments is None:
        document = read_document(file)
        return document, desk.check(document)
    from django.utils import timezone

    from tongket.desks.reporting.proofing import commented
    from tongket.figures.exchange.documents import read_word_file

    word = read_word_file(file)
    findings = desk.check(word.document)
    comments.write_bytes(commented(word, findings, session.lang, timezone.now()))
    return word.document, findings


def _show(
    session: Session,
    file: Path,
    against: Release | None,
    document: Document,
    findings: Sequence[Finding],
    every: bool,
) -> None:
    from tongket.desks.reporting.proofing import RELEASE
    from tongket.desks.reporting.proofing import WORKING as NOW
    from tongket.figures.prose.proofing import Verdict

    counted = Counter(one.verdict for one in findings)
    shown = [one for one in findings if every or one.verdict is not Verdict.AGREES]
    heads = (
        words("Chỗ", "Place"), numbers("Văn bản in", "Printed"), words("Kết luận", "Verdict"),
        words("Số liệu", "Figure"), words("Giải thích", "Why"),
    )  # fmt: skip
    if shown:
        show_table(session, None, heads, [_row(session, document, one) for one in shown])
    session.say(
        SUMMARY,
        file=file.name,
        all=len(findings),
        agrees=counted[Verdict.AGREES],
        faults=sum(one.is_fault for one in findings),
        unknown=counted[Verdict.UNKNOWN],
        against=RELEASE.format(number=against.number) if against else NOW,
    )
    if len(shown) < len(findings):
        session.say(MORE)


def _row(session: Session, document: Document, finding: Finding) -> tuple[str, ...]:
    from tongket.figures.prose.proofing.words import VERDICTS

    return (
        document.place(finding.start)[session.lang],
        document.text[finding.start : finding.end],
        VERDICTS[finding.verdict][session.lang],
        str(finding.address or ""),
        finding.sentence[session.lang],
    )


def _data(
    file: Path, against: Release | None, document: Document, findings: Sequence[Finding]
) -> dict[str, Any]:
    return {
        "file": file.name,
        "release": against.number if against else None,
        "counts": Counter(str(one.verdict) for one in findings),
        "findings": [_finding_data(document, one) for one in findings],
        "text": document.text,
    }


def _finding_data(document: Document, finding: Finding) -> dict[str, Any]:
    place = document.place(finding.start)
    return {
        "start": finding.start,
        "end": finding.end,
        "text": document.text[finding.start : finding.end],
        "place": {"vi": place.vi, "en": place.en},
        "verdict": str(finding.verdict),
        "slip": finding.slip or None,
        "address": str(finding.address) if finding.address else None,
        "book": figure_data(finding.figure),
        "sentence": {"vi": finding.sentence.vi, "en": finding.sentence.en},
        "read_as": finding.mention.as_data(),
    }
