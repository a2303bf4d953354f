"""A whole document held against a book: its sentences and its tables together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.figures.observations.book import PERCENT, POINT
from tongket.figures.prose.document import Document, blank
from tongket.figures.prose.proofing.asking import INDEX
from tongket.figures.prose.proofing.finding import Finding
from tongket.figures.prose.proofing.proofread import proofread
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Context, Mention, Vocabulary, read_text
from tongket.figures.prose.tables import Heads, TableNote, read_tables
from tongket.figures.prose.tables.keys import key
from tongket.figures.terms.words import Lang

_NO_AMOUNTS = frozenset({PERCENT, POINT, INDEX})
_LOOKED_AT = 20_000
_VIETNAMESE = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_BACK = 400  # characters of its sentence that are searched for a period
_ENDS = re.compile(r"[.!?;](?=\s)|\n")
_OFTEN = 50  # a letter of Vietnamese in so many is a Vietnamese text


@dataclass(frozen=True)
class Reader:
    """What sentences and tables are read with."""

    vocabulary: Vocabulary
    heads: Heads

    def mentions(self, document: Document, area: str, year: int) -> tuple[Mention, ...]:
        """Every number of a document, of its sentences and its tables, in their order and at its offsets."""
        context = Context(area, str(year))
        tabled, notes = read_tables(document, self.heads, year, language(document.text))
        found = [*tabled, *self._read(_blanked(document, notes), 0, context)]
        for note in notes:
            found += self._of_note(document, note, context)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def told(self, text: str, context: Context) -> tuple[Mention, ...]:
        """The numbers of a text alone, at its offsets."""
        return tuple(self._read(text, 0, context))

    def undated(self, document: Document, mentions: Sequence[Mention]) -> frozenset[int]:
        """Where the numbers stand whose sentence has named no period before them."""
        found = set()
        for mention in mentions:
            before = _ENDS.split(document.text[max(mention.start - _BACK, 0) : mention.start])[-1]
            if self.heads.periods.first(key(before), 0) is None:
                found.add(mention.start)
        return frozenset(found)

    def _read(self, text: str, at: int, context: Context) -> Iterator[Mention]:
        """The mentions of a text that begins at a place of the document."""
        reading = read_text(text, self.vocabulary, context=context)
        for one in reading.mentions:
            named = self._named(one)
            yield replace(named, start=at + reading.origin(one.start), end=at + reading.origin(one.end))

    def _named(self, mention: Mention) -> Mention:
        """A number whose unit does not fit its subject is still of it: the unit may be the misprint."""
        if mention.indicator or not mention.subject or mention.comparison not in ("level", "target"):
            return mention
        found = self.heads.names.indicator(key(mention.subject))
        if found is None or found[2] or not self._is_amount(mention.unit, found[0]):
            return mention
        return replace(mention, indicator=found[0], coverage=found[1])

    def _is_amount(self, unit: str, indicator: str) -> bool:
        """An amount of money, energy or goods; for an index a bare number. Counts have their own subjects."""
        dimension = self.vocabulary.dimensions.get(indicator, "")
        if not unit:
            return dimension == INDEX
        return {unit, dimension} <= (self.heads.names.measures & self.vocabulary.measures) - _NO_AMOUNTS

    def _of_note(self, document: Document, note: TableNote, context: Context) -> Iterator[Mention]:
        """The numbers of a note under a table are about the row that bears its mark."""
        text = document.text[note.piece.start : note.piece.end]
        for one in self._read(text, note.piece.start, context):
            yield (
                one
                if one.indicator
                else replace(
                    one,
                    indicator=note.indicator,
                    coverage=note.coverage,
                    area=note.area or one.area,
                    breakdown=note.breakdown,
                )
            )


def _blanked(document: Document, notes: Sequence[TableNote]) -> str:
    """The sentences of a document, with the notes under its tables blank."""
    kept: list[str] = []
    at = 0
    prose = document.prose
    for piece in sorted((note.piece for note in notes), key=lambda piece: piece.start):
        kept += (prose[at : piece.start], blank(piece))
        at = piece.end
    return "".join((*kept, prose[at:]))


def check(document: Document, reader: Reader, reference: Reference) -> tuple[Finding, ...]:
    """A finding for each number of the document."""
    mentions = reader.mentions(document, reference.area, reference.year)
    tabled = {one.start for one in mentions if (piece := document.piece_at(one.start)) and piece.spot}
    return proofread(mentions, reference, reader.undated(document, mentions), tabled)


def faults(findings: Sequence[Finding]) -> list[Finding]:
    """Those somebody has to look at."""
    return [finding for finding in findings if finding.is_fault]


def language(text: str) -> Lang:
    """The language of a text by its letters, which decides how its numbers are written."""
    looked_at = text[:_LOOKED_AT].casefold()
    marked = sum(letter in _VIETNAMESE for letter in looked_at)
    return "vi" if marked * _OFTEN >= len(looked_at) else "en"
