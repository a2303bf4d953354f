"""The score itself, from the opened store of an office."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.prose.mutants import Mutant, Told, mutants, told

from tongket.desks.ledger import doors
from tongket.desks.planning import queries as planning
from tongket.desks.registry import queries as registry
from tongket.desks.reporting.proofing import ProofDesk, proof_desk
from tongket.desks.site.office import Office
from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, Catalogue, read_catalogue
from tongket.figures.prose.document import Document, Piece
from tongket.figures.prose.lexicon import read_lexicon
from tongket.figures.prose.names import Names
from tongket.figures.prose.proofing import Finding
from tongket.figures.prose.writer import Writer
from tongket.figures.targets.target import Target
from tongket.figures.terms.words import LANGS


@dataclass
class _Score:
    kinds: dict[str, list[int]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    alarms: dict[str, str] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)
    numbers: Counter[str] = field(default_factory=Counter)

    def wrong(self, mutant: Mutant, findings: tuple[Finding, ...]) -> None:
        counted = self.kinds.setdefault(mutant.kind, [0, 0])
        counted[1] += 1
        if any(one.is_fault for one in findings):
            counted[0] += 1
        else:
            seen = ", ".join(f"“{one.mention.text}” {one.verdict}" for one in findings)
            self.missed.append(f"{mutant.kind}: {mutant.wrong} → {seen}")

    def rights(self, text: str, findings: tuple[Finding, ...]) -> None:
        self.right.add(text)
        self.numbers.update(str(one.verdict) for one in findings)
        faults = [f"“{one.mention.text}” {one.sentence.en}" for one in findings if one.is_fault]
        if faults:
            self.alarms[text] = "; ".join(faults)


def measured(office: Office, sentences: int, seed: int) -> dict[str, Any]:
    """The score as plain data: so many sentences of both languages, each with one thing wrong."""
    catalogue = read_catalogue(PRODUCT_CATALOGUE, office.folder / "catalogue")
    release = doors.last_release()
    desk = proof_desk(office, catalogue, release)
    writers = _writers(desk, catalogue, planning.targets(release.moment))
    score, started = _Score(), time.perf_counter()
    for mutant in mutants(writers, sentences, seed):
        score.wrong(mutant, found(desk, mutant.wrong))
        if mutant.right not in score.right:
            score.rights(mutant.right, found(desk, mutant.right))
    caught = sum(one for one, _ in score.kinds.values())
    return {
        "wrong": sentences,
        "caught": caught,
        "caught_percent": 100 * caught / sentences,
        "right": len(score.right),
        "false_alarms": len(score.alarms),
        "numbers": score.numbers.total(),
        "agreed": score.numbers["agrees"],
        "kinds": score.kinds,
        "seconds": time.perf_counter() - started,
        "missed": score.missed,
        "alarms": [f"{text} → {why}" for text, why in score.alarms.items()],
    }


def _writers(
    desk: ProofDesk, catalogue: Catalogue, targets: tuple[Target, ...]
) -> list[tuple[Writer, list[Told]]]:
    """A writer in each language, and what it has to tell of the office's own area."""
    lexicon, areas = read_lexicon(catalogue.words["prose"]), registry.area_map()
    made = []
    for lang in LANGS:
        names = Names(lexicon, catalogue.indicators, catalogue.units, catalogue.codelists, areas, lang)
        writer = Writer(desk.reference.book, names)
        made.append(
            (writer, [one for one in told(writer, targets) if one.series.area == desk.reference.area])
        )
    return made


def found(desk: ProofDesk, text: str) -> tuple[Finding, ...]:
    return desk.check(Document(text, (Piece(0, len(text), "paragraph", 1),)))
