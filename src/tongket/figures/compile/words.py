"""Numbers inside the sentences that explain a figure."""

from __future__ import annotations

from decimal import Decimal

from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import LANGS, Text


def number(value: Decimal, decimals: int) -> Text:
    """The number as each language writes it, to fill a slot of a text."""
    return Text(*(write_number(value, decimals, lang) for lang in LANGS))


def joined(first: Text, second: Text) -> Text:
    """Two clauses as one sentence."""
    return Text(f"{first.vi}; {second.vi}", f"{first.en}; {second.en}")
