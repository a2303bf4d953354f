"""A comparison needs the same definition on both sides; otherwise it is refused with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.figures.terms.indicator import Definition, Indicators
from tongket.figures.terms.words import Text

DIFFERENCES: dict[str, Text] = {
    "indicator": Text("khác chỉ tiêu", "the indicators differ"),
    "version": Text("khác phiên bản định nghĩa", "the versions of the definition differ"),
    "coverage": Text("khác phạm vi", "the coverages differ"),
    "unit": Text("khác đơn vị tính", "the units differ"),
    "price_basis": Text("khác loại giá", "the price bases differ"),
    "area": Text("khác địa bàn hoặc khác bản đồ hành chính", "the areas or their maps differ"),
    "breakdown": Text("khác phân tổ", "the breakdowns differ"),
}


@dataclass(frozen=True, slots=True)
class NotComparable:
    """Two sides that may not be set against each other; `reason` is the sentence to print instead."""

    left: Definition
    right: Definition
    differences: tuple[str, ...]
    reason: Text


def unlike(left: Definition, right: Definition, names: Indicators) -> NotComparable | None:
    """None when the two definitions are the same; else what differs, as a sentence.

    Source: DESIGN §1, "a comparison needs the same definition"; SDMX calls the parts dimensions.
    """
    parts = ("indicator", "version", "coverage", "unit", "price_basis")
    differences = tuple(part for part in parts if getattr(left, part) != getattr(right, part))
    if not differences:
        return None
    why = [DIFFERENCES[part] for part in differences]
    reason = Text(
        "Không so sánh được “{a}” với “{b}”: {why}.",
        "“{a}” cannot be compared with “{b}”: {why}.",
    ).format(
        a=names.name(left),
        b=names.name(right),
        why=Text(", ".join(w.vi for w in why), ", ".join(w.en for w in why)),
    )
    return NotComparable(left, right, differences, reason)
