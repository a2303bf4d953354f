"""Mentions proposed as observations, for a person to confirm: old reports into back series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from tongket.figures.prose.reading.mention import Mention
from tongket.figures.terms.rounding import canonical
from tongket.figures.terms.unit import Unit

# The columns of an office's published.csv, with the place each number was read at.
COLUMNS = (
    "indicator", "coverage", "area_code", "period", "breakdown", "value", "unit", "status", "comparison",
    "price_basis", "source_url", "source_date", "contradiction", "flag", "note", "start", "end", "printed",
    "confirmed",
)  # fmt: skip
FLAGS = {"nearly": "nearly", "more_than": "more_than", "about": "approximate", "up_to": "up_to"}
_ON_THE_YEAR = {
    "growth": "yoy_percent", "index": "index_same_period_100", "change": "yoy_change", "ratio": "yoy_ratio",
}  # fmt: skip


def proposals(
    mentions: Iterable[Mention], units: Mapping[str, Unit], source: str
) -> Iterator[dict[str, str]]:
    """A row for each number with one value, in the columns of `published.csv`; `confirmed` is left empty.

    `source` names the document. `flag` lists the reader's doubts; a number of no indicator of the catalogue
    is flagged and keeps its subject in the note.
    """
    for mention in mentions:
        if isinstance(mention.value, Decimal):
            yield _row(mention, mention.value, units, source)


def _row(mention: Mention, value: Decimal, units: Mapping[str, Unit], source: str) -> dict[str, str]:
    flags = [FLAGS[mention.bound]] if mention.bound else []
    flags += [doubt.code for doubt in mention.doubt]
    if not mention.indicator:
        flags.append("unknown_indicator")
    row = dict.fromkeys(COLUMNS, "")
    row |= {
        "indicator": mention.indicator,
        "coverage": mention.coverage,
        "area_code": mention.area,
        "period": mention.period,
        "breakdown": ";".join(f"{dimension}={code}" for dimension, code in mention.breakdown),
        "value": canonical(value),
        "unit": _unit(mention, units),
        "status": mention.status,
        "comparison": _comparison(mention),
        "source_url": source,
        "flag": ";".join(flags),
        "note": mention.subject if not mention.indicator else "",
        "start": str(mention.start),
        "end": str(mention.end),
        "printed": mention.text,
    }
    return row


def _unit(mention: Mention, units: Mapping[str, Unit]) -> str:
    """The catalogue's unit of that measure and multiplier; else both, as `1000 ha`."""
    for unit in units.values():
        if unit.dimension == mention.unit and unit.multiplier == mention.scale:
            return unit.code
    return mention.unit if mention.scale == 1 else f"{canonical(mention.scale)} {mention.unit}"


def _comparison(mention: Mention) -> str:
    """The comparison in the words of `published.csv`."""
    if mention.comparison in ("share", "percent_of_plan"):
        return "share_percent" if mention.comparison == "share" else "percent_of_plan"
    if mention.comparison not in _ON_THE_YEAR:
        return "level"
    if mention.base == "annual_plan":
        return "vs_plan_percent"
    told = _ON_THE_YEAR[mention.comparison]
    return told if mention.base in ("", "yoy") else told.replace("yoy", mention.base)
