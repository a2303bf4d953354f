"""A text read into mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import add

from tongket.figures.prose.reading.analyst import Analyst
from tongket.figures.prose.reading.cleaning import cleaned, lookup
from tongket.figures.prose.reading.mention import Mention
from tongket.figures.prose.reading.phrases import Tokens
from tongket.figures.prose.reading.scanner import Scanner
from tongket.figures.prose.reading.vocabulary import TOKEN, Context, Vocabulary
from tongket.figures.terms.words import Lang

_VIETNAMESE = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]")
_ENGLISH = re.compile(
    r"\b(?:the|of|in|and|was|were|by|to|is|from|on|for|with|at|reached|rose|fell|up|down|million|billion|percent"
    r"|households|enterprises|year|month|quarter)\b"
)
_LINE_END = re.compile(r"(?<=[^\n.:;!?|])[ \t]{0,40}\n[ \t]{0,40}")
_MASKED = re.compile(r"https?://\S{1,2000}|www\.\S{1,2000}|[\w.+-]{1,64}@[\w.-]{1,255}")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it was read, and the mentions by their place in it.

    `origins` gives, for each character of `text` and its end, the place in the text as handed in; it is
    empty where the two texts are the same.
    """

    text: str
    mentions: tuple[Mention, ...]
    origins: Sequence[int] = ()

    def origin(self, offset: int) -> int:
        """Where in the text as handed in the character at `offset` of `text` stands."""
        return self.origins[offset] if self.origins else offset


def read_text(text: str, vocabulary: Vocabulary, *, context: Context | None = None) -> Reading:
    """Every figure of the text, in its order. Takes any text; time and memory are linear in its length."""
    clean, origins = cleaned(text)
    looked_up = _unwrapped(clean, _without_addresses(lookup(clean)))
    words = TOKEN.findall(looked_up)
    starts = [found.start() for found in TOKEN.finditer(looked_up)]
    tokens = Tokens(clean, words, starts, list(map(add, starts, map(len, words))))
    analyst = Analyst(tokens, vocabulary, context or Context())
    scanners: dict[Lang, Scanner] = {
        "vi": Scanner(tokens, "vi", vocabulary),
        "en": Scanner(tokens, "en", vocabulary),
    }
    for lang, begin, until in _stretches(looked_up, tokens):
        analyst.read(scanners[lang].scan(begin, until), lang, begin)
    return Reading(clean, tuple(analyst.mentions), origins)


def _without_addresses(text: str) -> str:
    """Web and mail addresses blanked out, place for place: their digits are no figures."""
    if "@" not in text and "www." not in text and "://" not in text:
        return text
    return _MASKED.sub(lambda found: " " * len(found.group()), text)


def _unwrapped(text: str, looked_up: str) -> str:
    """Line ends inside a sentence as blanks: the line before does not end it, the next goes on small."""
    pieces: list[str] = []
    done = 0
    for found in _LINE_END.finditer(text):
        first = text[found.end() : found.end() + 1]
        if first.islower() and text[found.end() + 1 : found.end() + 2] not in (")", "."):
            pieces.extend((looked_up[done : found.start()], " " * (found.end() - found.start())))
            done = found.end()
    return "".join((*pieces, looked_up[done:])) if pieces else looked_up


def _stretches(text: str, tokens: Tokens) -> Iterator[tuple[Lang, int, int]]:
    """The lines in one language together: language, first token, token after the last."""
    langs: list[tuple[Lang, int]] = []
    lang: Lang = "vi"
    begin = 0
    for line in text.splitlines(keepends=True):
        lang = _language(line, lang)
        begin += len(line)
        langs.append((lang, begin))
    first = 0
    for spoken, lines in groupby(langs, key=lambda pair: pair[0]):
        last = bisect_left(tokens.starts, [end for _, end in lines][-1])
        if last > first:
            yield spoken, first, last
        first = last


def _language(line: str, before: Lang) -> Lang:
    """The language of a line; a line that does not show it speaks as the one before."""
    accented = len(_VIETNAMESE.findall(line))
    if accented * 12 > len(line):
        return "vi"
    english = len(_ENGLISH.findall(line))
    if english > (accented > 0) and english * 120 > len(line):
        return "en"
    return "vi" if accented else before
