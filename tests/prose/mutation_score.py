"""How many wrong sentences the proof-reader catches, and whether it cries out at right ones.

`python -m tests.prose.mutation_score DATA` holds 1,000 sentences written from the book of the example's last
release, each with one thing in it wrong, against that release; DATA is a folder that `tongket demo` filled.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue

ROOT = Path(__file__).parents[2]
SENTENCES = 1000
SEED = 2020
SHOWN = 10


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    score = measured(given.data)
    if given.json:
        print(json.dumps(score, ensure_ascii=False, indent=1))
        return
    print(f"wrong sentences caught   {score['caught']} of {score['wrong']} ({score['caught_percent']:.1f} %)")
    print(f"false alarms             {score['false_alarms']} in {score['right']} right sentences")
    print(f"right numbers agreed to  {score['agreed']} of {score['numbers']}")
    for kind, (caught, made) in score["kinds"].items():
        print(f"  {kind:<8} {caught:>4} of {made:>4}")
    print(f"seconds                  {score['seconds']:.2f}")
    for label in ("missed", "alarms"):
        for line in score[label][:SHOWN]:
            print(f"  {label}: {line}")


def measured(data: Path) -> dict:
    """The score as plain data."""
    from tongket.desks.site.start import start

    office = start(ROOT / "examples" / "sonla", data)
    from tests.prose.mutants import mutants, told

    from tongket.desks.ledger import doors
    from tongket.desks.planning import queries as planning
    from tongket.desks.registry import queries as registry
    from tongket.desks.reporting.proofing import proof_desk
    from tongket.figures.prose.lexicon import read_lexicon
    from tongket.figures.prose.names import Names
    from tongket.figures.prose.writer import Writer
    from tongket.figures.terms.words import LANGS

    catalogue = read_catalogue(PRODUCT_CATALOGUE, office.folder / "catalogue")
    release = doors.last_release()
    desk = proof_desk(office, catalogue, release)
    targets = planning.targets(release.moment)
    lexicon, areas = read_lexicon(catalogue.words["prose"]), registry.area_map()
    writers = []
    for lang in LANGS:
        names = Names(lexicon, catalogue.indicators, catalogue.units, catalogue.codelists, areas, lang)
        writer = Writer(desk.reference.book, names)
        main = [one for one in told(writer, targets) if one.series.area == office.area_code]
        writers.append((writer, main))
    started = time.perf_counter()
    kinds: dict[str, list[int]] = {}
    missed: list[str] = []
    alarms: dict[str, str] = {}
    right: set[str] = set()
    numbers = Counter()
    for mutant in mutants(writers, SENTENCES, SEED):
        counted = kinds.setdefault(mutant.kind, [0, 0])
        counted[1] += 1
        findings = found(desk, mutant.wrong)
        if any(one.is_fault for one in findings):
            counted[0] += 1
        else:
            seen = ", ".join(f"“{one.mention.text}” {one.verdict}" for one in findings)
            missed.append(f"{mutant.kind}: {mutant.wrong} → {seen}")
        if mutant.right not in right:
            right.add(mutant.right)
            findings = found(desk, mutant.right)
            numbers.update(str(one.verdict) for one in findings)
            faults = [f"“{one.mention.text}” {one.sentence.en}" for one in findings if one.is_fault]
            if faults:
                alarms[mutant.right] = "; ".join(faults)
    caught = sum(one for one, _ in kinds.values())
    return {
        "wrong": SENTENCES,
        "caught": caught,
        "caught_percent": 100 * caught / SENTENCES,
        "right": len(right),
        "false_alarms": len(alarms),
        "numbers": numbers.total(),
        "agreed": numbers["agrees"],
        "kinds": kinds,
        "seconds": time.perf_counter() - started,
        "missed": missed,
        "alarms": [f"{text} → {why}" for text, why in alarms.items()],
    }


def found(desk, text: str):
    from tongket.figures.prose.document import Document, Piece

    return desk.check(Document(text, (Piece(0, len(text), "paragraph", 1),)))


if __name__ == "__main__":
    main()
