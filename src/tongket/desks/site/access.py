"""Which functions, on whose data: what a view asks, whoever answers. The people desk gives the answers.

A view names what it needs by one of three marks: `needs("filing.review")`, `signed_in("…")` or
`public("…")`. A view without a mark is shut (see `doors.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from django.db.models import Q

from tongket.figures.terms.words import Refusal, Text

View = TypeVar("View", bound=Callable[..., Any])


class NotPermitted(Refusal):
    """Somebody asked for what none of their roles lets them do, or do on these data."""


@dataclass(frozen=True, slots=True)
class Whose:
    """To whom something belongs: the unit of the office, the area, the reporter; empty where it has none."""

    unit: str = ""
    area: str = ""
    reporter: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The data a function reaches: everything, or what belongs to one of these codes."""

    everything: bool = False
    units: frozenset[str] = field(default_factory=frozenset)
    areas: frozenset[str] = field(default_factory=frozenset)
    reporters: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.everything or self.units or self.areas or self.reporters)

    def __or__(self, other: Scope) -> Scope:
        return Scope(
            self.everything or other.everything,
            self.units | other.units,
            self.areas | other.areas,
            self.reporters | other.reporters,
        )

    def covers(self, whose: Whose) -> bool:
        return (
            self.everything
            or whose.unit in self.units
            or whose.area in self.areas
            or whose.reporter in self.reporters
        )

    def where(self, *, unit: str = "", area: str = "", reporter: str = "") -> Q:
        """The filter of rows that are covered; each argument names the field that holds such a code."""
        if self.everything:
            return Q()
        chosen = Q(pk__in=())
        for name, codes in ((unit, self.units), (area, self.areas), (reporter, self.reporters)):
            if name and codes:
                chosen |= Q(**{f"{name}__in": codes})
        return chosen


class Access(Protocol):
    """What `request.access` answers for the person who asks."""

    @property
    def by(self) -> str:
        """How the person is named in actions and in the trail."""

    def may(self, action: str, on: Whose | None = None) -> bool:
        """Whether they may do it at all, or on these data."""

    def scope(self, action: str) -> Scope:
        """The data on which they may do it; empty where nothing."""

    def require(self, action: str, on: Whose | None = None) -> None:
        """Raise `NotPermitted` where they may not."""


@dataclass(frozen=True, slots=True)
class Door:
    """What it takes to open a view. `changing` is what a request that writes needs besides.

    With neither an action nor `signed_in` the view is public; `reason` says why it names no action.
    """

    action: str = ""
    changing: str = ""
    signed_in: bool = False
    reason: str = ""

    def actions(self) -> tuple[str, ...]:
        return tuple(action for action in (self.action, self.changing) if action)


def needs(action: str, *, changing: str = "") -> Callable[[View], View]:
    """The view opens to whoever may do `action`; a POST takes `changing` as well."""
    return _marked(Door(action, changing, signed_in=True))


def signed_in(reason: str) -> Callable[[View], View]:
    """The view opens to everybody who signed in, whatever their roles: it shows them their own alone."""
    return _marked(Door(signed_in=True, reason=reason))


def public(reason: str) -> Callable[[View], View]:
    """The view opens to everybody."""
    return _marked(Door(reason=reason))


def door_of(view: Callable[..., Any]) -> Door | None:
    return getattr(view, "door", None)


def _marked(door: Door) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.door = door  # type: ignore[attr-defined]
        return view

    return mark


def refuse(action: Text) -> NotPermitted:
    return NotPermitted(_NOT_PERMITTED.format(action=action))


_NOT_PERMITTED = Text(
    "Vai trò của bạn không cho phép: {action}. Nếu công việc cần đến, hãy đề nghị quản trị hệ thống cấp "
    "quyền.",
    "None of your roles allows: {action}. If your work needs it, ask the administrator for it.",
)
