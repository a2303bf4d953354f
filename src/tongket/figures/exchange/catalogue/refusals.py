"""The one sentence the catalogue refuses with: where, what was found, what is legal, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from tongket.figures.terms.words import Refusal, Text

SHOWN = 12  # how many legal values a sentence lists before it only counts them


class CatalogueError(Refusal):
    """A file of the catalogue says something that cannot be."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: the file, and the entry in it by its code (or by its place in a list)."""

    file: Path
    entry: str = ""

    def within(self, part: str) -> Place:
        return Place(self.file, f"{self.entry} › {part}" if self.entry else part)

    def words(self, key: str) -> Text:
        vi, en = str(self.file), str(self.file)
        if self.entry:
            vi, en = f"{vi}, mục “{self.entry}”", f"{en}, entry “{self.entry}”"
        return Text(f"{vi}, khóa “{key}”", f"{en}, key “{key}”") if key else Text(vi, en)


def refusal(place: Place, key: str, found: object, legal: Text, do: Text) -> CatalogueError:
    """The refusal of one value; `found` None means that nothing stands there."""
    nothing = Text("không thấy gì", "nothing found")
    what = nothing if found is None else Text("tìm thấy {found}", "found {found}").format(found=_short(found))
    return CatalogueError(
        Text("{where}: {what}. Hợp lệ: {legal}. {do}", "{where}: {what}. Legal: {legal}. {do}").format(
            where=place.words(key), what=what, legal=legal, do=do
        )
    )


def because(place: Place, error: Refusal) -> CatalogueError:
    """The refusal of another room, who checks what is its own, with the file it is about."""
    sentence = Text("{where}: {error}", "{where}: {error}")
    return CatalogueError(sentence.format(where=place.words(""), error=error.sentence))


def one_of(codes: Iterable[str], found: object = "") -> Text:
    """Legal codes in words: all when they are few, else the nearest ones and the count."""
    known = sorted(codes)
    if not known:
        return Text("chưa có mã nào", "there is no code yet")
    if len(known) <= SHOWN:
        return Text.same(", ".join(known))
    near = get_close_matches(str(found), known, n=SHOWN, cutoff=0.3) or known[:SHOWN]
    return Text("{near}, … ({count} mã)", "{near}, … ({count} codes)").format(
        near=", ".join(near), count=len(known)
    )


def _short(found: object) -> str:
    shown = f"“{found}”" if isinstance(found, str) else str(found)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"
