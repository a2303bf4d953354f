"""The made-up province as the proof-reader sees it, and mentions written by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.unit.review import invented

from tongket.figures.prose.proofing import Edition, Finding, Reference, proofread
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.words import Text

LAST_RELEASE = Text("bản công bố số 1", "release 1")


def reference(**changed: Any) -> Reference:
    catalogue = invented.catalogue()
    made = Reference(
        book=invented.book(),
        targets=tuple(invented.targets()),
        units=catalogue.units,
        codelists={"activity": catalogue.codelists["vsic"], "market": catalogue.codelists["markets"]},
        area=invented.PROVINCE,
        year=2020,
        hedged=Decimal("0.05"),
    )
    return replace(made, **changed)


def earlier(**values: str) -> Edition:
    """A release in which retail sales of goods of 2020 were another number."""
    book = invented.book()
    goods = invented.key("retail_turnover:goods")
    other = [
        replace(seen, figure=seen.figure.with_value(Decimal(values["goods"]), seen.figure.unit))
        if seen.series == goods and str(seen.period) == "2020"
        else seen
        for seen in book.observations
    ]
    return Edition(LAST_RELEASE, lambda: replace(book, observations=tuple(other)))


def said(text: str, indicator: str, unit: str = "", scale: str = "1", at: int = 0, **more: Any) -> Mention:
    """A mention of a value written the English way, so that its places are plain: `14876`, `-9.4`."""
    name, _, coverage = indicator.partition(":")
    value = Decimal(text)
    return Mention(
        at, at + len(text), text, name, coverage or "all", more.pop("area", ""), value=value,
        unit=unit, scale=Decimal(scale), period=more.pop("period", "2020"), **more,
    )  # fmt: skip


def judged(*mentions: Mention, **changed: Any) -> list[Finding]:
    placed = [replace(one, start=20 * n, end=20 * n + 5) for n, one in enumerate(mentions)]
    return list(proofread(placed, reference(**changed)))


def verdict(mention: Mention, **changed: Any) -> str:
    return str(judged(mention, **changed)[0].verdict)
