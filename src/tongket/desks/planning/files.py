"""decisions.yaml, targets.yaml and tasks.yaml of an office; a faulty entry is refused by file and id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml

from tongket.figures.terms.words import Refusal, Text

T = TypeVar("T")


class BadEntry(Refusal):
    """An entry of a plan cannot be taken; the sentence names file and entry."""


class Exact(yaml.SafeLoader):
    """YAML whose decimals stay as written: 12.5 never passes through a binary float."""


Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node)))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list in a file."""

    file: str
    id: str
    values: Mapping[str, Any]

    def refuse(self, sentence: Text) -> NoReturn:
        raise BadEntry(
            Text("{file}, mục {id}: {say}", "{file}, entry {id}: {say}").format(
                file=self.file, id=self.id, say=sentence
            )
        )

    def unlike(self, key: str, legal: Text) -> NoReturn:
        self.refuse(
            Text("{key} ghi “{found}”; cần {legal}.", "{key} has “{found}”; it takes {legal}.").format(
                key=key, found=self.values.get(key), legal=legal
            )
        )

    def text(self, key: str) -> str:
        """A text, empty where the entry has none."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def required(self, key: str) -> str:
        if not self.text(key):
            self.refuse(Text("thiếu {key}.", "{key} is missing.").format(key=key))
        return self.text(key)

    def words(self, key: str) -> Text | None:
        """A text in both languages; None where the entry leaves both empty."""
        value = self.values.get(key) or {}
        if isinstance(value, Mapping) and not any(value.values()):
            return None
        return self._tried(key, lambda: Text.of(value), Text("{vi: …, en: …}", "{vi: …, en: …}"))

    def required_words(self, key: str) -> Text:
        words = self.words(key)
        if words is None:
            self.refuse(Text("thiếu {key}.", "{key} is missing.").format(key=key))
        return words

    def one_of(self, key: str, legal: tuple[str, ...]) -> str:
        if self.text(key) not in legal:
            self.unlike(key, Text.same(", ".join(legal)))
        return self.text(key)

    def day(self, key: str) -> date | None:
        value = self.values.get(key)
        if value is None or isinstance(value, date):
            return value
        return self._tried(
            key, lambda: date.fromisoformat(value), Text("một ngày: 2021-06-30", "a day: 2021-06-30")
        )

    def number(self, key: str) -> Decimal | None:
        value = self.values.get(key)
        if value is None:
            return None
        return self._tried(key, lambda: Decimal(str(value)), Text("một số: 12.5", "a number: 12.5"))

    def yes(self, key: str) -> bool:
        if not isinstance(self.values.get(key), bool):
            self.unlike(key, Text("true hoặc false", "true or false"))
        return bool(self.values[key])

    def _tried(self, key: str, read: Callable[[], T], legal: Text) -> T:
        try:
            return read()
        except (ValueError, TypeError, InvalidOperation):
            self.unlike(key, legal)


def read_entries(path: Path) -> list[Entry]:
    """The entries of a file, none where the office has no such file; raises `BadEntry`."""
    if not path.exists():
        return []
    try:
        listed = yaml.load(path.read_text(encoding="utf-8"), Exact) or []  # Exact is a SafeLoader
    except yaml.YAMLError as fault:
        raise BadEntry(
            Text("Tệp {path} không phải YAML đúng: {fault}", "The file {path} is no YAML: {fault}").format(
                path=path, fault=fault
            )
        ) from fault
    return list(_entries(path.name, listed))


def _entries(file: str, listed: Any) -> Iterator[Entry]:
    seen: set[str] = set()
    for number, values in enumerate(listed if isinstance(listed, list) else [listed], start=1):
        if not isinstance(values, Mapping) or not values.get("id"):
            Entry(file, str(number), {}).refuse(Text("mỗi mục cần có id.", "every entry needs an id."))
        entry = Entry(file, str(values["id"]), values)
        if entry.id in seen:
            entry.refuse(Text("id này đã dùng ở trên.", "this id is used above."))
        seen.add(entry.id)
        yield entry
