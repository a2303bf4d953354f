"""`imputation.yaml`: the ladders by which a missing return may be stood for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.exchange.catalogue.refusals import one_of
from tongket.figures.methods.imputation.policy import CLASS_PARTS, FROM_RETURNS, Policy, RangeRule
from tongket.figures.terms.words import Text

A_SHARE = Text("một số lớn hơn 0, nhiều nhất là 1", "a number above 0, at most 1")
NOT_NEGATIVE = Text("một số không âm", "a number from 0")
A_RUNG = Text("ít nhất một bậc, mỗi bậc một lần", "at least one rung, each once")


def read_imputation(folders: Sequence[Path]) -> dict[str, Policy]:
    return {code: _policy(entry) for code, entry in collect(folders, "imputation.yaml").items()}


def _policy(entry: Entry) -> Policy:
    rungs = entry.references("rungs", FROM_RETURNS)
    if not rungs or len(set(rungs)) < len(rungs):
        raise entry.wrong("rungs", A_RUNG)
    share = entry.number("take_all_share")
    if not 0 < share <= 1:
        raise entry.wrong("take_all_share", A_SHARE)
    policy = Policy(
        code=entry.code(),
        rungs=tuple(rungs),
        classes=_classes(entry),
        least_donors=entry.whole("least_donors", least=1),
        take_all_share=share,
        range=_range(entry.part("range")),
        reference=entry.word("reference"),
        confirmed=entry.flag("confirmed", default=False),
        doubt=entry.text_or_none("doubt"),
    )
    entry.close()
    return policy


def _classes(entry: Entry) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for one in entry.items("classes"):
        if not isinstance(one, list) or not all(part in CLASS_PARTS for part in one):
            raise entry.wrong("classes", one_of(CLASS_PARTS))
        found.append(tuple(one))
    return tuple(found)


def _range(entry: Entry) -> RangeRule:
    slack = entry.number("slack")
    if slack < 0:
        raise entry.wrong("slack", NOT_NEGATIVE)
    rule = RangeRule(entry.whole("periods", least=1), entry.whole("least", least=1), Decimal(slack))
    entry.close()
    return rule
