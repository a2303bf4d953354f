"""`editing.yaml`: by what a return is doubted, for a form or for all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.methods.editing.doubt import DoubtRule
from tongket.figures.methods.editing.outliers import HBParameters
from tongket.figures.terms.words import Text

FROM_0 = Text("một số không âm", "a number from 0")
UP_TO_1 = Text("một số từ 0 đến 1", "a number from 0 to 1")


def read_editing(folders: Sequence[Path]) -> dict[str, DoubtRule]:
    return {code: _rule(entry) for code, entry in collect(folders, "editing.yaml").items()}


def _rule(entry: Entry) -> DoubtRule:
    u, a, c = (float(_number(entry, key)) for key in ("u", "a", "c"))
    rule = DoubtRule(
        entry.code(),
        HBParameters(u, a, c),
        _number(entry, "doubted", share=True),
        _number(entry, "trusted", share=True),
        _number(entry, "threshold"),
        entry.word("reference"),
        entry.flag("confirmed", default=False),
    )
    entry.close()
    return rule


def _number(entry: Entry, key: str, share: bool = False) -> Decimal:
    found = entry.number(key)
    if found < 0 or (share and found > 1):
        raise entry.wrong(key, UP_TO_1 if share else FROM_0)
    return found
