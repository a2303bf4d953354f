"""Raised characters: what stands high beside a number is the mark of a note and no digit of it."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789()+-=n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁼ⁿ")


def raised(text: str) -> str:
    """The text in raised characters, as many as before: `20.217(2)` with its mark raised is `20.217⁽²⁾`."""
    return text.translate(_RAISED)
