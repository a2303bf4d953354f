"""One entry of a file: it hands out each key's value checked, and refuses the keys nobody asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from tongket.figures.exchange.catalogue.refusals import CatalogueError, Place, one_of, refusal
from tongket.figures.terms.rounding import exact
from tongket.figures.terms.words import LANGS, Text

Choice = TypeVar("Choice", bound=str)

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*", re.ASCII)  # what an address of a figure can carry

A_CODE = Text("chữ cái không dấu, chữ số, “_”, “-” hoặc “.”", "plain letters, digits, “_”, “-” or “.”")
A_WORD = Text(
    "một chuỗi ký tự (đặt trong ngoặc kép nếu giống số hoặc yes/no)",
    "a text (in quotes where it looks like a number or yes/no)",
)
A_TEXT = Text("{vi: …, en: …}, cả hai thứ tiếng", "{vi: …, en: …}, both languages")
A_CLEAN_WORD = Text(
    "chữ Unicode dựng sẵn (NFC), không thừa dấu cách", "composed Unicode (NFC) without stray spaces"
)
A_WHOLE = Text("một số nguyên", "a whole number")
A_NUMBER = Text("một số", "a number")
A_FLAG = Text("true hoặc false", "true or false")
A_DAY = Text("một ngày, dạng 2020-12-31", "a date such as 2020-12-31")
A_LIST = Text("một danh sách [a, b]", "a list [a, b]")
A_MAP = Text("các cặp khóa: giá trị", "pairs of key: value")

CORRECT = Text("Hãy sửa giá trị này.", "Correct this value.")
ADD = Text("Hãy thêm khóa này vào mục.", "Add this key to the entry.")
RENAME = Text("Hãy sửa tên khóa hoặc xóa nó.", "Correct the key's name or take it out.")
TRANSLATE = Text(
    "Hãy viết đủ tiếng Việt (vi) và tiếng Anh (en).", "Write both Vietnamese (vi) and English (en)."
)
ONCE = Text("mỗi mã một lần", "each code once")
MERGE = Text("Hãy bỏ một trong hai mục, hoặc đổi mã.", "Take one of the two out, or change its code.")
DECLARE = Text(
    "Hãy sửa mã, hoặc khai báo mã này trong danh mục trước khi dùng.",
    "Correct the code, or declare it in the catalogue before using it.",
)


class Entry:
    """Getters take a key and, where the key may be left out, its default; `close` ends the reading."""

    def __init__(self, data: object, place: Place) -> None:
        self.place = place
        if not isinstance(data, Mapping) or not all(isinstance(key, str) for key in data):
            raise refusal(place, "", data, A_MAP, CORRECT)
        self._data: Mapping[str, object] = data
        self._asked: dict[str, None] = {}

    def wrong(self, key: str, legal: Text, do: Text = CORRECT) -> CatalogueError:
        return refusal(self.place, key, self._data.get(key), legal, do)

    def _raw(self, key: str, legal: Text) -> object:
        self._asked[key] = None
        if key not in self._data:
            raise self.wrong(key, legal, ADD)
        return self._data[key]

    def _absent(self, key: str) -> bool:
        self._asked[key] = None
        return key not in self._data

    def word(self, key: str, default: str | None = None) -> str:
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, A_WORD)
        if not isinstance(value, str) or (value == "" and default != ""):
            raise self.wrong(key, A_WORD)
        if not is_clean(value):
            raise self.wrong(key, A_CLEAN_WORD)
        return value

    def code(self, key: str = "code") -> str:
        value = self.word(key)
        if not CODE.fullmatch(value):
            raise self.wrong(key, A_CODE)
        return value

    def text(self, key: str) -> Text:
        value = self._raw(key, A_TEXT)
        if not isinstance(value, Mapping) or set(value) != set(LANGS):
            raise self.wrong(key, A_TEXT, TRANSLATE)
        for lang in LANGS:
            if not isinstance(value[lang], str) or not value[lang]:
                raise self.wrong(key, A_TEXT, TRANSLATE)
            if not is_clean(value[lang]):
                raise self.wrong(key, A_CLEAN_WORD)
        return Text(value["vi"], value["en"])

    def text_or_none(self, key: str) -> Text | None:
        return None if self._absent(key) else self.text(key)

    def whole(self, key: str, default: int | None = None, least: int = 0) -> int:
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, A_WHOLE)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            legal = Text("{a}, từ {least} trở lên", "{a}, {least} or more")
            raise self.wrong(key, legal.format(a=A_WHOLE, least=least))
        return value

    def number(self, key: str) -> Decimal:
        value = self._raw(key, A_NUMBER)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.wrong(key, A_NUMBER)
        if not (number := exact(value)).is_finite():
            raise self.wrong(key, A_NUMBER)
        return number

    def number_or_none(self, key: str, default: Decimal | None) -> Decimal | None:
        """`null` is written out where it means "no such bound"."""
        if self._absent(key):
            return default
        return None if self._data[key] is None else self.number(key)

    def flag(self, key: str, default: bool | None = None) -> bool:
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, A_FLAG)
        if not isinstance(value, bool):
            raise self.wrong(key, A_FLAG)
        return value

    def day_or_none(self, key: str) -> date | None:
        if self._absent(key):
            return None
        value = self._data[key]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(key, A_DAY)
        return value

    def choice(self, key: str, legal: Sequence[Choice], default: Choice | None = None) -> Choice:
        """One of a closed set of words."""
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, one_of(legal))
        if value not in legal:
            raise self.wrong(key, one_of(legal, value))
        return legal[legal.index(value)]

    def reference(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """A code that must be declared elsewhere in the catalogue; empty where the default is."""
        value = self.word(key, default)
        if value and value not in known:
            raise self.wrong(key, one_of(known, value), DECLARE)
        return value

    def references(
        self, key: str, known: Collection[str], default: Sequence[str] | None = None
    ) -> tuple[str, ...]:
        """A list of codes that must be declared elsewhere in the catalogue."""
        values = self.words(key, default)
        for value in values:
            if value not in known:
                raise refusal(self.place, key, value, one_of(known, value), DECLARE)
        return values

    def items(self, key: str, default: Sequence[object] | None = None) -> Sequence[object]:
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, A_LIST)
        if not isinstance(value, list):
            raise self.wrong(key, A_LIST)
        return value

    def words(self, key: str, default: Sequence[str] | None = None) -> tuple[str, ...]:
        values = self.items(key, default)
        if not all(isinstance(value, str) and is_clean(value) for value in values):
            raise self.wrong(key, A_CLEAN_WORD)
        return tuple(str(value) for value in values)

    def map(self, key: str, default: Mapping[str, object] | None = None) -> Mapping[str, object]:
        if default is not None and self._absent(key):
            return default
        value = self._raw(key, A_MAP)
        if not isinstance(value, Mapping) or not all(isinstance(part, str) for part in value):
            raise self.wrong(key, A_MAP)
        return value

    def parts(self, key: str, least: int = 0) -> tuple[Entry, ...]:
        """The entries of a list inside this one, no two with one code."""
        values = self.items(key, None if least else ())
        if len(values) < least:
            raise self.wrong(key, A_LIST, ADD)
        parts = (Entry(value, self.place.within(label(value, n))) for n, value in enumerate(values, 1))
        return tuple(by_code(parts).values())

    def part(self, key: str) -> Entry:
        """The mapping inside this one."""
        return Entry(self.map(key), self.place.within(key))

    def part_or_none(self, key: str) -> Entry | None:
        return None if self._absent(key) else self.part(key)

    def rest(self) -> Mapping[str, object]:
        """The keys nobody asked for, which belong to somebody else to check."""
        return {key: value for key, value in self._data.items() if key not in self._asked}

    def close(self) -> None:
        """Every key has been asked for that may stand here; refuse any other."""
        for key in self.rest():
            raise self.wrong(key, one_of(self._asked, key), RENAME)


def by_code(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by their code; a code that stands twice is refused."""
    coded: dict[str, Entry] = {}
    for entry in entries:
        code = entry.code()
        if code in coded:
            raise entry.wrong("code", ONCE, MERGE)
        coded[code] = entry
    return coded


def label(data: object, number: int) -> str:
    """How a sentence names an entry: by its code, else by its number in the list."""
    code = data.get("code") if isinstance(data, Mapping) else None
    return code if isinstance(code, str) and code else f"#{number}"


def is_clean(word: str) -> bool:
    """Composed Unicode, no blank at either end, single blanks inside."""
    return unicodedata.is_normalized("NFC", word) and word == " ".join(word.split())
