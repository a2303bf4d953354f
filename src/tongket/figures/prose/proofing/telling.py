"""Figures and numbers as a finding's sentence has them, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tongket.figures.observations.book import PERCENT
from tongket.figures.prose.proofing.agreement import places
from tongket.figures.prose.proofing.asking import TIMES, Answer
from tongket.figures.prose.proofing.recomputing import Worked
from tongket.figures.prose.proofing.reference import Reference
from tongket.figures.prose.reading import Mention
from tongket.figures.terms.figure import Figure
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import LANGS, Lang, Text

_TIMES = Text("lần", "times")
_INDEX = "index"  # a number of its own, told without a unit


def told(answer: Answer, mention: Mention, reference: Reference) -> Text:
    """The book's figure with its unit, in at least the places it was printed with, and its address."""
    figure, indicator = answer.figure, reference.book.indicators[answer.address.indicator]
    own = indicator.decimals if figure.unit == indicator.unit else indicator.growth_decimals
    printed = places(mention) if mention.unit in (figure.unit, "") or figure.unit == PERCENT else 0
    amount = with_unit(figure, max(own, printed), reference)
    return Text(f"{amount.vi} ({answer.address})", f"{amount.en} ({answer.address})")


def with_unit(figure: Figure, decimals: int, reference: Reference) -> Text:
    """`20.217 tỷ đồng`; an absent figure has nothing to tell."""
    if figure.value is None:
        raise ValueError(f"An absent figure has nothing to print; its words do: {figure!r}.")
    symbol = _symbol(figure.unit, reference)
    return Text(*(_joined(write_number(figure.value, decimals, lang), symbol, lang) for lang in LANGS))


def percent(value: Decimal, decimals: int) -> Text:
    return Text(*(f"{write_number(value, decimals, lang)}%" for lang in LANGS))


def worked_from(found: Worked) -> Text:
    """The two numbers a percent was worked out from, as the text prints them."""
    return Text.same(f"“{found.above.mention.text}”, “{found.below.mention.text}”")


def clauses(parts: Iterable[Text]) -> Text:
    """Clauses as one sentence."""
    told = list(parts)
    vi, en = ("; ".join(part[lang].rstrip(". ") for part in told) for lang in LANGS)
    return Text(vi[:1].upper() + vi[1:] + ".", en[:1].upper() + en[1:] + ".")


def _symbol(unit: str, reference: Reference) -> Text | None:
    if unit == TIMES:
        return _TIMES
    if unit == _INDEX:
        return None
    return reference.units[unit].symbol if unit in reference.units else Text.same(unit)


def _joined(number: str, symbol: Text | None, lang: Lang) -> str:
    if symbol is None:
        return number
    return f"{number}%" if symbol[lang] == "%" else f"{number} {symbol[lang]}"
