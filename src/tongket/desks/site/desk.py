"""A desk says here what it adds to the office: its place in the menu, what waits, what can be found.

The site is below all desks and imports none of them: a desk's `AppConfig` names its functions, and the
site calls whatever the installed desks name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.apps import AppConfig, apps
from django.utils.module_loading import import_string

from tongket.desks.site.access import Access, Door
from tongket.figures.terms.words import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu; shown to whoever may do `action`."""

    label: Text
    url_name: str
    action: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the person: a sentence with its number, where it leads, when it is due."""

    sentence: Text
    url: str
    due: date | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: its name, what it is, where it stands."""

    name: str
    kind: Text
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of health: whether all is well, and a sentence that says what was seen."""

    code: str
    well: bool
    sentence: Text


class Desk(AppConfig):
    """Base of every desk's `AppConfig`. Functions are named by their dotted path, loaded on first use.

    `waiting(access) -> Iterable[Waiting]`, `search(access, words) -> Iterable[Hit]`,
    `health() -> Iterable[Sign]`. `foreign_doors` marks views of other packages by the names of their
    addresses.
    """

    default: ClassVar[bool] = False  # Django is to find the desk's own class in its module, not this one
    title: ClassVar[Text]
    navigation: ClassVar[tuple[Entry, ...]] = ()
    waiting: ClassVar[str] = ""
    search: ClassVar[str] = ""
    health: ClassVar[str] = ""
    foreign_doors: ClassVar[Mapping[str, Door]] = {}

    def __init_subclass__(cls) -> None:
        cls.default = True


def desks() -> tuple[Desk, ...]:
    return tuple(config for config in apps.get_app_configs() if isinstance(config, Desk))


def menu(access: Access) -> tuple[Entry, ...]:
    """The menu of one person, in the order of the installed desks."""
    return tuple(entry for desk in desks() for entry in desk.navigation if access.may(entry.action))


def waiting(access: Access) -> tuple[Waiting, ...]:
    """What waits for the person: the urgent first, then by due date, what has none last."""
    found = [item for ask in _named("waiting") for item in ask(access)]
    return tuple(sorted(found, key=lambda item: (not item.urgent, item.due or date.max)))


def search(access: Access, words: str) -> tuple[Hit, ...]:
    """What the desks find for the words, as far as the person may see it."""
    return tuple(hit for ask in _named("search") for hit in ask(access, words))


def health() -> tuple[Sign, ...]:
    return tuple(sign for ask in _named("health") for sign in ask())


def _named(what: str) -> Iterator[Callable[..., Any]]:
    return (import_string(path) for desk in desks() if (path := getattr(desk, what)))
