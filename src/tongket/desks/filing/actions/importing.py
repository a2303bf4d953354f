"""Take in files. One file is one transaction: afterwards the store is as before, or holds all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tongket.desks.filing import findings as kept
from tongket.desks.filing import reading, store
from tongket.desks.filing.actions.campaigns import recognise
from tongket.desks.filing.admission import admit
from tongket.desks.filing.held import held_returns, keys_of
from tongket.desks.filing.models import ReturnRow, Submission
from tongket.desks.filing.reading import Arrival
from tongket.desks.registry.queries import register
from tongket.desks.registry.register import Register
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.workbooks import Reading
from tongket.figures.returns.answer import Finding, Place
from tongket.figures.terms.words import Text

Outcome = Submission.Outcome


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of one file. `submission` is its number in the store; counts are of numbers (cells)."""

    file: str
    outcome: Outcome
    submission: int
    findings: tuple[Finding, ...] = ()
    returns: int = 0
    recorded: int = 0
    superseded: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What came of every file of a folder, in order."""

    files: tuple[ImportResult, ...]

    def count(self, outcome: Outcome) -> int:
        return sum(result.outcome == outcome for result in self.files)

    @property
    def returns(self) -> int:
        return sum(result.returns for result in self.files)

    @property
    def recorded(self) -> int:
        return sum(result.recorded for result in self.files)

    @property
    def superseded(self) -> int:
        return sum(result.superseded for result in self.files)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for result in self.files for finding in result.findings)


@dataclass(frozen=True, slots=True)
class Intake:
    """Who takes files in, by which catalogue and register, at which moment (None: now)."""

    by: str
    catalogue: Catalogue
    register: Register
    at: datetime | None = None


Progress = Callable[[ImportResult, int, int], None]
Findings = tuple[Finding, ...]


def import_file(*, by: str, path: Path, catalogue: Catalogue, at: datetime | None = None) -> ImportResult:
    """Read, check and record one file; a file accepted before is not even opened.

    Any hard finding rejects the whole file. `at` is the moment to record it at, now by default.
    """
    arrived = reading.arrival(path)
    if before := _seen([arrived]).get(arrived.sha256):
        return _again(arrived, before)
    result = take_in(arrived, reading.read(path, catalogue), Intake(by, catalogue, register(), at))
    recognise(by=by)
    return result


def import_folder(
    *, by: str, folder: Path, catalogue: Catalogue, progress: Progress | None = None
) -> FolderResult:
    """Import every workbook and CSV of the folder, in order of path; a bad one is reported and stops none.

    `progress` is told each result, how many files are done, and of how many.
    """
    arrived = [reading.arrival(path) for path in reading.files_in(folder)]
    seen, intake = _seen(arrived), Intake(by, catalogue, register())
    results: list[ImportResult] = []
    for each in arrived:
        before = seen.get(each.sha256)
        result = _again(each, before) if before else take_in(each, reading.read(each.path, catalogue), intake)
        results.append(result)
        if progress:
            progress(result, len(results), len(arrived))
    recognise(by=by)
    return FolderResult(tuple(results))


@transaction.atomic
def take_in(arrived: Arrival, read: Reading, intake: Intake) -> ImportResult:
    """Check the file against what holds and write what differs."""
    store.one_writer()
    held = held_returns(keys_of(read.returns, intake.catalogue))
    admitted, found = admit(read.returns, held, intake.catalogue, intake.register)
    findings = (*read.findings, *found)
    if any(finding.severity == "hard" for finding in findings):
        return _sent_back(arrived, findings, intake)
    changes, unchanged = store.changes(admitted, held)
    outcome = Outcome.ACCEPTED if changes else Outcome.UNCHANGED
    synthetic = any(each.synthetic for each in admitted)
    submission = _submission(arrived, outcome, findings, intake, synthetic)
    store.write(changes, submission)
    return ImportResult(
        arrived.path.name,
        outcome,
        submission.pk,
        findings,
        returns=len(changes),
        recorded=sum(len(change.difference.record) for change in changes),
        superseded=sum(change.difference.superseded for change in changes),
        unchanged=unchanged,
    )


def _sent_back(arrived: Arrival, findings: Findings, intake: Intake) -> ImportResult:
    """Keep why the file was sent back; sent once more for the same reasons it is no news."""
    last = Submission.objects.filter(sha256=arrived.sha256, file_name=arrived.path.name).order_by("pk").last()
    if last is None or last.findings != kept.written(findings):
        last = _submission(arrived, Outcome.REJECTED, findings, intake, synthetic=False)
    return ImportResult(arrived.path.name, Outcome.REJECTED, last.pk, findings)


def _submission(
    arrived: Arrival, outcome: Outcome, findings: Findings, intake: Intake, synthetic: bool
) -> Submission:
    return Submission.objects.create(
        file_name=arrived.path.name,
        sha256=arrived.sha256,
        size=arrived.size,
        received_at=store.moment_after_last(intake.at, timezone.now()),
        by=intake.by,
        outcome=outcome,
        findings=kept.written(findings),
        synthetic=synthetic,
    )


def _seen(arrived: Iterable[Arrival]) -> dict[str, int]:
    """The submissions by which the files were accepted before, by content."""
    hashes = list({each.sha256 for each in arrived})
    taken = (Outcome.ACCEPTED, Outcome.UNCHANGED)
    seen: dict[str, int] = {}
    for start in range(0, len(hashes), store.BATCH):
        rows = Submission.objects.filter(sha256__in=hashes[start : start + store.BATCH], outcome__in=taken)
        seen.update(rows.order_by("pk").values_list("sha256", "pk"))
    return seen


def _again(arrived: Arrival, submission: int) -> ImportResult:
    """A file that was accepted before; worth a remark where a later file has corrected it since."""
    name = arrived.path.name
    since = (
        ReturnRow.objects.filter(submission=submission, superseded_at__isnull=False)
        .order_by("pk")
        .values_list("dataflow", "reporter", "period", "number")
        .first()
    )
    if since is None:
        return ImportResult(name, Outcome.UNCHANGED, submission)
    dataflow, reporter, period, number = since
    later = ReturnRow.objects.select_related("submission").get(
        dataflow=dataflow, reporter=reporter, period=period, number=number + 1
    )
    sentence = _CORRECTED_SINCE.format(
        file=name, later=later.submission.file_name, reporter=reporter, period=period
    )
    finding = Finding("corrected_since", "soft", Place(name), sentence)
    return ImportResult(name, Outcome.UNCHANGED, submission, (finding,))


_CORRECTED_SINCE = Text(
    "Tệp {file} đã nhận trước đây; sau đó {later} đã sửa số liệu của {reporter} kỳ {period} và số sửa vẫn "
    "giữ nguyên. Nếu số cũ mới đúng, hãy lưu lại tệp với số đó rồi gửi lại.",
    "The file {file} was taken before; since then {later} corrected {reporter} for {period}, and the "
    "correction stands. If the older figures are right, save the workbook again with them and send it.",
)
