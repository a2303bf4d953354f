"""Reports held against the book of a release, or against what holds now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tongket.desks.ledger import doors
from tongket.desks.ledger.models import Release
from tongket.desks.ledger.queries import releases
from tongket.desks.planning import queries as planning
from tongket.desks.registry import queries as registry
from tongket.desks.site.office import Office
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.exchange.documents import Remark, WordText, with_comments
from tongket.figures.observations.book import Book
from tongket.figures.prose.document import Document
from tongket.figures.prose.names import capitalised
from tongket.figures.prose.proofing import Edition, Finding, Reader, Reference, check, faults
from tongket.figures.prose.proofing.words import VERDICTS
from tongket.figures.prose.reading import vocabulary
from tongket.figures.prose.tables import read_heads
from tongket.figures.terms.words import Lang, Text

RELEASE = Text("bản công bố số {number}", "release {number}")
WORKING = Text("sổ hiện hành", "the working book")
TAGS: dict[Lang, str] = {"vi": "vi-VN", "en": "en-GB"}


@dataclass(frozen=True)
class ProofDesk:
    """What a text is read with and held against."""

    reader: Reader
    reference: Reference

    def check(self, document: Document) -> tuple[Finding, ...]:
        return check(document, self.reader, self.reference)


def document_reader(catalogue: Catalogue, year: int) -> Reader:
    """What reports are read with: the catalogue's words, the office's map at the end of the year."""
    words, areas = catalogue.words["prose"], registry.area_map()
    known = (catalogue.indicators, catalogue.units, catalogue.codelists, areas, words)
    return Reader(vocabulary(*known), read_heads(*known, date(year, 12, 31)))


def proof_desk(
    office: Office, catalogue: Catalogue, release: Release | None, year: int | None = None
) -> ProofDesk:
    """The book and plan of a release, or of now for None, ready to proof-read with.

    `year` is what a number is about where its text does not say; by default the year of the release, of the
    last one where there is none.
    """
    made = releases()
    about = year or (release or (made[0] if made else doors.last_release())).year
    words = catalogue.words["prose"]
    moment = release.moment if release else None
    reference = Reference(
        book=doors.working(catalogue, moment),
        targets=planning.targets(moment),
        units=catalogue.units,
        codelists={
            dimension: catalogue.codelists[names["codelist"]]
            for dimension, names in words["breakdowns"].items()
        },
        area=office.area_code,
        year=about,
        hedged=Decimal(words["proofing"]["hedged"]),
        others=_others(catalogue, release, made),
    )
    return ProofDesk(document_reader(catalogue, about), reference)


def _others(catalogue: Catalogue, release: Release | None, made: list[Release]) -> tuple[Edition, ...]:
    """The other releases, the newest first, and the working book where a release is proof-read against."""
    editions = [
        Edition(RELEASE.format(number=one.number), _opening(catalogue, one.moment))
        for one in made
        if release is None or one.number != release.number
    ]
    if release is not None:
        editions.append(Edition(WORKING, _opening(catalogue, None)))
    return tuple(editions)


def _opening(catalogue: Catalogue, moment: datetime | None) -> Callable[[], Book]:
    return lambda: doors.working(catalogue, moment)


def commented(word: WordText, findings: tuple[Finding, ...], lang: Lang, moment: datetime) -> bytes:
    """The Word file with a comment at each fault, in one of the two languages."""
    remarks = [
        Remark(one.start, one.end, f"{capitalised(VERDICTS[one.verdict][lang])}. {one.sentence[lang]}")
        for one in faults(findings)
    ]
    return with_comments(word, remarks, TAGS[lang], moment.isoformat(timespec="seconds"))
