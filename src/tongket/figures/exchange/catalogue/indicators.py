"""`indicators.yaml`: what is measured, by which coverages, in which unit."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import A_CODE, ADD, CODE, Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.exchange.catalogue.refusals import one_of
from tongket.figures.terms.indicator import Direction, Indicator, Indicators, LegalReference, Shape
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Text

_PRICE_BASIS = re.compile(r"|current|constant_\d{4}")
PRICE_BASES = Text(
    "current (giá hiện hành) hoặc constant_2010 (giá so sánh, kèm năm gốc)",
    "current, or constant_2010 (constant prices with their base year)",
)


def read_indicators(folders: Sequence[Path], units: Mapping[str, Unit]) -> Indicators:
    entries = collect(folders, "indicators.yaml")
    return Indicators({code: _indicator(entry, units, entries) for code, entry in entries.items()})


def _indicator(entry: Entry, units: Mapping[str, Unit], known: Collection[str]) -> Indicator:
    indicator = Indicator(
        code=entry.code(),
        version=entry.whole("version", least=1),
        name=entry.text("name"),
        unit=entry.reference("unit", units),
        shape=entry.choice("shape", tuple(Shape)),
        direction=entry.choice("direction", tuple(Direction)),
        decimals=entry.whole("decimals"),
        coverages=_coverages(entry),
        growth_decimals=entry.whole("growth_decimals", default=1),
        price_basis=_price_basis(entry),
        breakdowns=entry.words("breakdowns", ()),
        short=entry.text_or_none("short"),
        legal=read_legal(entry),
        note=entry.text_or_none("note"),
        numerator=entry.reference("numerator", known, default=""),
        denominator=entry.reference("denominator", known, default=""),
    )
    if bool(indicator.numerator) != bool(indicator.denominator):
        raise entry.wrong("denominator" if indicator.numerator else "numerator", one_of(known), ADD)
    entry.close()
    return indicator


def read_legal(entry: Entry) -> LegalReference | None:
    """`legal: {text, confirmed, url}`; `confirmed` must be said, for somebody will rely on it."""
    part = entry.part_or_none("legal")
    if part is None:
        return None
    legal = LegalReference(part.word("text"), part.flag("confirmed"), part.word("url", ""))
    part.close()
    return legal


def _coverages(entry: Entry) -> dict[str, Text]:
    codes = entry.map("coverages")
    if not codes or not all(CODE.fullmatch(code) for code in codes):
        raise entry.wrong("coverages", A_CODE)
    part = entry.part("coverages")
    return {code: part.text(code) for code in codes}


def _price_basis(entry: Entry) -> str:
    basis = entry.word("price_basis", "")
    if not _PRICE_BASIS.fullmatch(basis):
        raise entry.wrong("price_basis", PRICE_BASES)
    return basis
