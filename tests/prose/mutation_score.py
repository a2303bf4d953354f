"""How many wrong sentences the proof-reader catches, and whether it cries out at right ones.

`python -m tests.prose.mutation_score DATA` holds 1,000 sentences written from the book of the example's last
release, each with one thing in it wrong, against that release; DATA is a folder that `tongket demo` filled.
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path
from typing import Any

from tongket.desks.site.start import start

ROOT = Path(__file__).parents[2]
SENTENCES = 1000
SEED = 2020
SHOWN = 10


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path)
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    office = start(ROOT / "examples" / "sonla", given.data)
    # What knows the store can be loaded only now that it is open.
    score = importlib.import_module("tests.prose.measuring").measured(office, SENTENCES, SEED)
    if given.json:
        print(json.dumps(score, ensure_ascii=False, indent=1))
    else:
        show(score)


def show(score: dict[str, Any]) -> None:
    print(f"wrong sentences caught   {score['caught']} of {score['wrong']} ({score['caught_percent']:.1f} %)")
    print(f"false alarms             {score['false_alarms']} in {score['right']} right sentences")
    print(f"right numbers agreed to  {score['agreed']} of {score['numbers']}")
    for kind, (caught, made) in score["kinds"].items():
        print(f"  {kind:<8} {caught:>4} of {made:>4}")
    print(f"seconds                  {score['seconds']:.2f}")
    for label in ("missed", "alarms"):
        for line in score[label][:SHOWN]:
            print(f"  {label}: {line}")


if __name__ == "__main__":
    main()
