"""The steps of a filing. Each is one transaction, recorded with who took it, when and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from tongket.desks.filing import findings as kept
from tongket.desks.filing.actions.importing import Intake, take_in
from tongket.desks.filing.drafts import Draft, draft_of
from tongket.desks.filing.examining import Examined, examine
from tongket.desks.filing.models import Filing, FilingStep, Remark, Submission
from tongket.desks.filing.reading import Arrival
from tongket.desks.filing.states import OPEN, Action, State, after
from tongket.desks.registry.queries import register
from tongket.desks.trail.actions import Thing, Verb, record
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.tables.reading import Reading
from tongket.figures.terms.words import Lang, Refusal, Text


class NotYours(Refusal):
    """The draft was saved from elsewhere since this page was opened, or it is not open for typing."""


class NotReady(Refusal):
    """A filing cannot be handed in or taken as it stands; `examined` says what was found."""

    def __init__(self, sentence: Text, examined: Examined) -> None:
        super().__init__(sentence)
        self.examined = examined


class NoReason(Refusal):
    """A step that has to say why did not."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about one cell of a filing, or about the whole where it names no table."""

    body: str
    table: str = ""
    dimensions: Mapping[str, str] | None = None
    measure: str = ""


@transaction.atomic
def save_draft(
    *, by: str, filing: Filing, data: Mapping[str, Any], revision: int, lang: Lang, catalogue: Catalogue
) -> Examined:
    """Keep what is typed, whatever is wrong with it, and say what is.

    `revision` is the one the page was opened with; a newer saving from elsewhere is never written over.
    """
    held = _held(filing)
    if held.state not in OPEN:
        raise NotYours(_CLOSED)
    if held.revision != revision:
        raise NotYours(_NEWER.format(by=held.saved_by))
    draft = draft_of(catalogue.forms[held.campaign.form], data)
    held.draft, held.lang = draft.as_data(), lang
    held.state = State.DRAFT if held.state == State.EXPECTED else held.state
    _saved(held, by)
    _copy(held, filing)
    return examine(held, draft, catalogue)


@transaction.atomic
def submit(
    *, by: str, filing: Filing, catalogue: Catalogue, why: str = "", nothing: bool = False
) -> FilingStep:
    """Hand in what is typed; gives the step with its receipt. `nothing` says there is nothing to report.

    Raises `NotReady` for what must be mended, and for a doubt that no reason was given for.
    """
    held = _held(filing)
    state = after(Action.SUBMIT, State(held.state))
    draft = _draft(held, catalogue)
    examined = examine(held, draft, catalogue)
    if not any(draft.lines.values()) and not nothing:
        raise NotReady(_EMPTY, examined)
    if examined.faults:
        raise NotReady(_FAULTS.format(count=len(examined.faults)), examined)
    if examined.doubts and not why.strip():
        raise NotReady(_DOUBTS.format(count=len(examined.doubts)), examined)
    held.stage = 0
    number = held.steps.filter(action=Action.SUBMIT).count() + 1
    return _step(
        held,
        Action.SUBMIT,
        state,
        by,
        filing,
        why=why,
        receipt=f"{held.campaign.period}-{held.pk:06d}-{number}",
        content=held.draft,
        findings=kept.written(examined.findings),
    )


@transaction.atomic
def query(*, by: str, filing: Filing, asked: Sequence[Asked]) -> FilingStep:
    """Ask the reporter about cells; the filing goes back until they are answered."""
    if not asked or not all(one.body.strip() for one in asked):
        raise NoReason(_ASK)
    held = _held(filing)
    step = _step(held, Action.QUERY, after(Action.QUERY, State(held.state)), by, filing)
    remark(by=by, filing=held, asked=asked)
    return step


@transaction.atomic
def remark(*, by: str, filing: Filing, asked: Sequence[Asked]) -> None:
    """Add messages to the threads of cells; the reporter answers so, too."""
    now = timezone.now()
    for one in asked:
        Remark.objects.create(
            filing=filing,
            table=one.table,
            dimensions=dict(one.dimensions or {}),
            measure=one.measure,
            body=one.body.strip(),
            recorded_at=now,
            recorded_by=by,
        )


@transaction.atomic
def settle(*, by: str, remarks: Sequence[Remark]) -> None:
    """Close threads that are answered."""
    keys = [one.pk for one in remarks if one.settled_at is None]
    Remark.objects.filter(pk__in=keys).update(settled_at=timezone.now(), settled_by=by)


@transaction.atomic
def send_back(*, by: str, filing: Filing, why: str) -> FilingStep:
    """Return a filing to its reporter as a whole, with the reason."""
    _reasoned(why)
    held = _held(filing)
    return _step(held, Action.SEND_BACK, after(Action.SEND_BACK, State(held.state)), by, filing, why=why)


@transaction.atomic
def pass_on(*, by: str, filing: Filing, catalogue: Catalogue) -> FilingStep:
    """Hand a checked filing to the next reviewer of its form."""
    held = _held(filing)
    state = after(Action.PASS_ON, State(held.state))
    if held.stage + 1 >= len(catalogue.forms[held.campaign.form].reviewers):
        raise NotYours(_LAST)
    held.stage += 1
    return _step(held, Action.PASS_ON, state, by, filing)


@transaction.atomic
def accept(*, by: str, filing: Filing, catalogue: Catalogue, why: str = "") -> FilingStep:
    """Take a filing into the figures: its numbers are recorded under its receipt, as sent by its reporter.

    The last reviewer of the form accepts. After a release has used the period a reason is asked for.
    """
    held = _held(filing)
    state = after(Action.ACCEPT, State(held.state))
    if held.stage + 1 < len(catalogue.forms[held.campaign.form].reviewers):
        raise NotYours(_NOT_LAST)
    if held.campaign.locked_at is not None:
        _reasoned(why)
    examined = examine(held, _draft(held, catalogue), catalogue)
    if examined.faults:
        raise NotReady(_FAULTS.format(count=len(examined.faults)), examined)
    submission = _record(held, examined, catalogue)
    remarks = list(held.remarks.filter(settled_at__isnull=True))
    settle(by=by, remarks=remarks)
    return _step(held, Action.ACCEPT, state, by, filing, why=why, submission=submission)


@transaction.atomic
def reopen(*, by: str, filing: Filing, why: str) -> FilingStep:
    """Open an accepted filing for a correction; what was accepted holds until the correction is."""
    _reasoned(why)
    held = _held(filing)
    return _step(held, Action.REOPEN, after(Action.REOPEN, State(held.state)), by, filing, why=why)


@transaction.atomic
def correct(
    *, by: str, filing: Filing, data: Mapping[str, Any], lang: Lang, why: str, catalogue: Catalogue
) -> FilingStep:
    """Mend a filing in its reporter's stead, with the reason; the steps keep what it was before."""
    _reasoned(why)
    held = _held(filing)
    state = after(Action.CORRECT, State(held.state))
    before, draft = held.draft, draft_of(catalogue.forms[held.campaign.form], data)
    held.draft, held.lang = draft.as_data(), lang
    _saved(held, by)
    content = {"before": before, "after": held.draft}
    return _step(held, Action.CORRECT, state, by, filing, why=why, content=content)


def _held(filing: Filing) -> Filing:
    """The filing as the store has it, nobody else's until the transaction ends."""
    return Filing.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=filing.pk)


def _draft(filing: Filing, catalogue: Catalogue) -> Draft:
    return draft_of(catalogue.forms[filing.campaign.form], filing.draft)


def _saved(filing: Filing, by: str) -> None:
    filing.revision += 1
    filing.saved_at, filing.saved_by = timezone.now(), by
    filing.save(update_fields=["draft", "lang", "state", "revision", "saved_at", "saved_by"])


def _step(held: Filing, action: Action, state: State, by: str, filing: Filing, **about: Any) -> FilingStep:
    before = held.state
    held.state = state
    held.save(update_fields=["state", "stage"])
    _copy(held, filing)
    step = FilingStep.objects.create(
        filing=held,
        action=action,
        before=before,
        after=state,
        recorded_at=timezone.now(),
        recorded_by=by,
        **about,
    )
    record(
        by=by,
        action=f"filing.{action}",
        verb=Verb.CHANGE,
        on=Thing("filing", str(held.pk), f"{held.campaign} {held.reporter}"),
        changes={"state": (str(before), str(state)), **_corrected(about.get("content", {}))},
        why=step.why,
    )
    return step


def _corrected(content: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What a correction in the reporter's stead changed; nothing for any other step."""
    return {"draft": (content["before"], content["after"])} if set(content) == {"before", "after"} else {}


def _copy(held: Filing, filing: Filing) -> None:
    """Let the caller's filing say what the store now says."""
    for name in ("state", "stage", "draft", "lang", "revision", "saved_at", "saved_by"):
        setattr(filing, name, getattr(held, name))


def _record(filing: Filing, examined: Examined, catalogue: Catalogue) -> Submission:
    """Write the numbers under the receipt they were handed in with."""
    handed = filing.steps.filter(action=Action.SUBMIT).latest("recorded_at", "pk")
    content = json.dumps(filing.draft, sort_keys=True, ensure_ascii=False).encode()
    arrival = Arrival(Path(str(handed.receipt)), hashlib.sha256(content).hexdigest(), len(content))
    returns = tuple(admitted.ret for admitted in examined.admitted)
    intake = Intake(handed.recorded_by, catalogue, register())
    result = take_in(arrival, Reading(arrival.path.name, returns, ()), intake)
    return Submission.objects.get(pk=result.submission)


def _reasoned(why: str) -> None:
    if not why.strip():
        raise NoReason(_WHY)


_CLOSED = Text(
    "Báo cáo đã nộp nên không nhập thêm được. Nếu cần sửa, hãy đề nghị chuyên viên trả lại hoặc mở lại.",
    "This filing has been handed in and cannot be typed into. To correct it, ask for it to be sent back or "
    "reopened.",
)
_NEWER = Text(
    "Báo cáo này vừa được {by} lưu ở nơi khác. Hãy tải lại trang để thấy bản mới nhất; phần bạn vừa nhập vẫn "
    "còn trên trang này để chép lại.",
    "This filing has just been saved elsewhere by {by}. Load the page again to see the newest; what you "
    "typed is still on this page to copy from.",
)
_FAULTS = Text(
    "Chưa nộp được: còn {count} lỗi phải sửa. Mỗi lỗi được chỉ rõ ở dưới.",
    "Not handed in yet: {count} faults have to be mended. Each is named below.",
)
_EMPTY = Text(
    "Biểu chưa có dòng nào. Nếu kỳ này không phát sinh, hãy đánh dấu “Không phát sinh” rồi nộp.",
    "Nothing is filled in. If there was nothing this period, tick “Nothing to report” and hand in.",
)
_DOUBTS = Text(
    "Có {count} điểm khác thường. Nếu số đúng, hãy ghi lý do rồi nộp.",
    "{count} numbers look unusual. If they are right, say why and hand in.",
)
_ASK = Text("Hãy ghi điều cần hỏi.", "Write what you want to ask.")
_WHY = Text("Hãy ghi lý do.", "Say why.")
_LAST = Text(
    "Đây đã là cấp duyệt cuối của biểu; hãy nhận hoặc trả lại.",
    "This is the last reviewer of the form; accept it or send it back.",
)
_NOT_LAST = Text(
    "Biểu này còn cấp duyệt sau; hãy chuyển lên.",
    "Another reviewer of this form comes after; pass it on.",
)
