"""A whole document held against a book: its sentences and its tables together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.figures.prose.document import Document
from tongket.figures.prose.proofing.finding import Finding
from tongket.figures.prose.proofing.proofread import proofread
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Context, Mention, Vocabulary, read_text
from tongket.figures.prose.tables import Heads, read_tables
from tongket.figures.terms.words import Lang

_LOOKED_AT = 20_000
_VIETNAMESE = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_OFTEN = 50  # a letter of Vietnamese in so many is a Vietnamese text


@dataclass(frozen=True)
class Reader:
    """What sentences and tables are read with."""

    vocabulary: Vocabulary
    heads: Heads

    def mentions(self, document: Document, area: str, year: int) -> tuple[Mention, ...]:
        """Every number of a document, of its sentences and its tables, in their order and at its offsets."""
        reading = read_text(document.prose, self.vocabulary, context=Context(area, str(year)))
        told = (
            replace(one, start=reading.origin(one.start), end=reading.origin(one.end))
            for one in reading.mentions
        )
        tabled = read_tables(document, self.heads, year, language(document.text))
        return tuple(sorted((*told, *tabled), key=lambda mention: mention.start))


def check(document: Document, reader: Reader, reference: Reference) -> tuple[Finding, ...]:
    """A finding for each number of the document."""
    return proofread(reader.mentions(document, reference.area, reference.year), reference)


def faults(findings: Sequence[Finding]) -> list[Finding]:
    """Those somebody has to look at."""
    return [finding for finding in findings if finding.is_fault]


def language(text: str) -> Lang:
    """The language of a text by its letters, which decides how its numbers are written."""
    looked_at = text[:_LOOKED_AT].casefold()
    marked = sum(letter in _VIETNAMESE for letter in looked_at)
    return "vi" if marked * _OFTEN >= len(looked_at) else "en"
