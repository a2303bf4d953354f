"""Scores the reader on labelled text: precision and recall per field, and of the full fact.

A labelled figure is `{printed|value [scale.]unit comparison period status [base]}`; a range is `9..9.5`.
A mention answers to a label when they overlap. `python -m tests.prose.scorer` prints the table and the speed.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from tongket.figures.exchange.catalogue import PRODUCT_CATALOGUE, read_catalogue
from tongket.figures.prose.reading import Mention, Vocabulary, read_text, vocabulary
from tongket.figures.terms.area import AreaMap

HERE = Path(__file__).parent
CORPORA = {"corpus": HERE / "corpus.txt", "second": HERE / "second.txt", "unseen": HERE / "unseen.txt"}
LABEL = re.compile(r"\{([^|{}]+)\|([^{}]+)\}")
FIELDS = ("span", "value", "scale", "unit", "comparison", "period", "status", "base")
FULL = ("value", "scale", "unit", "comparison", "period", "status")
# What two labellers could each call right: a counted thing by a kindred noun.
KINDRED = {"visitor": "visit", "đại biểu": "delegate", "bác sĩ": "doctor"}


@dataclass(frozen=True)
class Label:
    """A figure as a person labelled it."""

    start: int
    end: int
    text: str
    value: object
    scale: Decimal
    unit: str
    comparison: str
    period: str
    status: str
    base: str


@cache
def words() -> Vocabulary:
    catalogue = read_catalogue(PRODUCT_CATALOGUE)
    return vocabulary(
        catalogue.indicators, catalogue.units, catalogue.codelists, AreaMap(()), catalogue.words["prose"]
    )


def documents(path: Path) -> list[tuple[str, list[Label]]]:
    """The texts of a labelled file without their labels, and the labels with their places."""
    text = "\n".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")
    )
    return [unlabelled(part.split("\n", 1)[1]) for part in text.split("## ")[1:]]


def unlabelled(marked: str) -> tuple[str, list[Label]]:
    plain, labels, done = "", [], 0
    for found in LABEL.finditer(marked):
        plain += marked[done : found.start()]
        labels.append(label(len(plain), found[1], found[2]))
        plain += found[1]
        done = found.end()
    return plain + marked[done:], labels


def label(start: int, printed: str, fields: str) -> Label:
    value, unit, comparison, period, status, *base = fields.split()
    scale, _, name = unit.rpartition(".") if unit[0].isdigit() else ("1", "", unit)
    read = tuple(Decimal(v) for v in value.split("..")) if ".." in value else Decimal(value)
    return Label(
        start, start + len(printed), printed, read, Decimal(scale or 1), name, comparison,
        "" if period == "-" else period, status, base[0] if base else "",
    )  # fmt: skip


def answers(label: Label, mention: Mention) -> dict[str, bool]:
    """Field by field, whether the mention says what the label says."""
    said = mention.as_data()
    return {
        "span": label.start <= mention.start + 1
        and mention.end <= label.end + 30
        and mention.start < label.end,
        "value": mention.value == label.value,
        "scale": mention.scale == label.scale,
        "unit": KINDRED.get(mention.unit, mention.unit) == label.unit,
        "comparison": said["comparison"] == label.comparison,
        "period": mention.period == label.period,
        "status": mention.status == label.status,
        "base": mention.base == label.base
        or (not label.base and label.comparison != "growth")
        or not label.base,
    }


@dataclass
class Score:
    """Counts of one corpus; `wrong` are the labels not fully met, with what was read."""

    labels: int
    mentions: int
    right: Counter[str]
    wrong: list[tuple[str, str]]

    def f1(self, field: str) -> tuple[float, float, float]:
        precision, recall = self.right[field] / max(self.mentions, 1), self.right[field] / max(self.labels, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def score(path: Path) -> Score:
    total, seen, right, wrong = 0, 0, Counter[str](), []
    for text, labels in documents(path):
        mentions = list(read_text(text, words()).mentions)
        total, seen = total + len(labels), seen + len(mentions)
        free = list(mentions)
        for want in labels:
            got = next((m for m in free if m.start < want.end and want.start < m.end), None)
            if got is None:
                wrong.append((f"{want.text} [{text[max(0, want.start - 40) : want.start]}]", "MISSED"))
                continue
            free.remove(got)
            fields = answers(want, got)
            right.update(name for name, ok in fields.items() if ok)
            right["number"] += fields["value"] and fields["scale"] and fields["unit"]
            right["full"] += all(fields[name] for name in FULL)
            bad = [name for name in FIELDS if not fields[name]]
            if bad:
                wrong.append(
                    (
                        f"{want.text} [{text[max(0, want.start - 50) : want.start]}]",
                        ", ".join(f"{n}: {getattr(got, n, '')!r} for {getattr(want, n, '')!r}" for n in bad),
                    )
                )
        wrong.extend((f"{m.text} [{text[max(0, m.start - 40) : m.start]}]", "NOT A FIGURE") for m in free)
    return Score(total, seen, right, wrong)


def speed() -> float:
    """Megabytes of text read a second: the corpora over and over, in one document."""
    text = "\n".join(text for path in CORPORA.values() for text, _ in documents(path)) * 40
    words()
    started = time.process_time()
    read_text(text, words())
    return len(text.encode()) / 1e6 / (time.process_time() - started)


def main() -> None:
    verbose = "-v" in sys.argv
    for name, path in CORPORA.items():
        result = score(path)
        print(f"{name}: {result.labels} labelled, {result.mentions} read")
        for field in (*FIELDS, "number", "full"):
            precision, recall, f1 = result.f1(field)
            print(f"  {field:<11} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
        if verbose:
            for where, what in result.wrong:
                print(f"    {where}\n        {what}")
    print(f"speed: {speed():.2f} MB a second")


if __name__ == "__main__":
    main()
