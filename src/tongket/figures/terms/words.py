"""A text in the two languages of the office, and a refusal that speaks both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Vietnamese (first) and English (second); both are required."""

    vi: str
    en: str

    def __post_init__(self) -> None:
        if not self.vi.strip() or not self.en.strip():
            raise ValueError(f"A text needs both languages; found vi={self.vi!r}, en={self.en!r}.")

    def __getitem__(self, lang: Lang) -> str:
        return self.vi if lang == "vi" else self.en

    def format(self, **slots: object) -> Text:
        """Fill the named slots in both languages; a slot that is itself a Text is filled in its language."""
        return Text(_fill(self.vi, "vi", slots), _fill(self.en, "en", slots))

    @classmethod
    def same(cls, word: str) -> Text:
        """A name that is written alike in both languages."""
        return cls(word, word)

    @classmethod
    def of(cls, data: Mapping[str, str] | str) -> Text:
        """Read `{vi: …, en: …}` as it stands in the catalogue, or one word for both."""
        if isinstance(data, str):
            return cls.same(data)
        missing = [lang for lang in LANGS if lang not in data]
        if missing:
            raise ValueError(f"A text needs vi and en; {', '.join(missing)} is missing in {dict(data)!r}.")
        return cls(data["vi"], data["en"])


def _fill(pattern: str, lang: Lang, slots: Mapping[str, object]) -> str:
    words = {name: slot[lang] if isinstance(slot, Text) else slot for name, slot in slots.items()}
    return pattern.format(**words)


class Refusal(Exception):
    """Something was asked that cannot be done; it says what was found, what is legal and what to do next."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence

    def say(self, lang: Lang) -> str:
        return self.sentence[lang]
