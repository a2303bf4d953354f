"""Which step a filing may take from where it stands. A step that is not listed does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from tongket.desks.filing.models import Filing, FilingStep
from tongket.desks.filing.models.campaigns import STEP_NAMES
from tongket.figures.terms.words import Refusal, Text

State = Filing.State
Action = FilingStep.Action

STEPS: Mapping[Action, Mapping[State, State]] = {
    Action.SUBMIT: {
        State.EXPECTED: State.SUBMITTED,
        State.DRAFT: State.SUBMITTED,
        State.IN_QUERY: State.SUBMITTED,
        State.RETURNED: State.SUBMITTED,
    },
    Action.QUERY: {State.SUBMITTED: State.IN_QUERY},
    Action.SEND_BACK: {State.SUBMITTED: State.RETURNED, State.IN_QUERY: State.RETURNED},
    Action.PASS_ON: {State.SUBMITTED: State.SUBMITTED},
    Action.ACCEPT: {State.SUBMITTED: State.ACCEPTED},
    Action.REOPEN: {State.ACCEPTED: State.DRAFT},
    Action.CORRECT: {State.SUBMITTED: State.SUBMITTED, State.IN_QUERY: State.SUBMITTED},
    Action.RECEIVE: {State.EXPECTED: State.ACCEPTED, State.DRAFT: State.ACCEPTED},
    Action.REMIND: {
        State.EXPECTED: State.EXPECTED,
        State.DRAFT: State.DRAFT,
        State.IN_QUERY: State.IN_QUERY,
        State.RETURNED: State.RETURNED,
    },
}
OPEN = frozenset({State.EXPECTED, State.DRAFT, State.IN_QUERY, State.RETURNED})  # the reporter may type

STATE_NAMES: Mapping[State, Text] = {
    State.EXPECTED: Text("chưa có", "not begun"),
    State.DRAFT: Text("đang nhập", "draft"),
    State.SUBMITTED: Text("đã nộp", "submitted"),
    State.IN_QUERY: Text("đang hỏi lại", "in query"),
    State.RETURNED: Text("trả lại", "returned"),
    State.ACCEPTED: Text("đã nhận", "accepted"),
}


class NoSuchStep(Refusal):
    """A filing was to take a step that does not lead on from where it stands."""


def after(action: Action, state: State) -> State:
    """Where the step leads; raises `NoSuchStep`, which says what can be done instead."""
    if state in STEPS[action]:
        return STEPS[action][state]
    raise NoSuchStep(
        _NO_STEP.format(action=STEP_NAMES[action], state=STATE_NAMES[state], legal=_listed(state))
    )


def possible(state: State) -> tuple[Action, ...]:
    """What somebody can do with a filing in that state; what comes of a file comes by itself."""
    return tuple(a for a, leads in STEPS.items() if state in leads and a is not Action.RECEIVE)


def _listed(state: State) -> Text:
    names = [STEP_NAMES[action] for action in possible(state)]
    return Text(", ".join(name.vi for name in names), ", ".join(name.en for name in names))


_NO_STEP = Text(
    "Không thể {action} báo cáo đang ở trạng thái “{state}”. Có thể: {legal}. Có thể người khác vừa xử lý "
    "báo cáo này; hãy mở lại trang.",
    "A filing that is “{state}” cannot take the step “{action}”. Possible: {legal}. Somebody else may just "
    "have dealt with it; open the page again.",
)
