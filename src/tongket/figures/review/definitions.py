"""What the report's figures mean, where they come from, and what the report leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tongket.figures.observations.observation import Address
from tongket.figures.prose.spans import Quote
from tongket.figures.review.cells import columns_of
from tongket.figures.review.content import Cell, Paragraph, Row, Table
from tongket.figures.review.draft import Draft
from tongket.figures.review.spec import Exhibit
from tongket.figures.terms.indicator import Indicator


def methods_table(draft: Draft, exhibit: Exhibit, quotes: Iterable[Quote]) -> Table | None:
    """One row for each indicator the report prints a figure of, in the catalogue's order."""
    addresses = [Address.parse(quote.address) for quote in quotes]
    printed = {(address.indicator, address.coverage) for address in addresses}
    rows = [
        _row(draft, indicator, told)
        for indicator in draft.book.indicators.entries.values()
        if (told := [name for name in indicator.coverages if (indicator.code, name) in printed])
    ]
    if not rows:
        return None
    caption, sheet = draft.say(exhibit.caption), draft.say(exhibit.sheet or exhibit.caption)
    return Table(exhibit.name, caption, columns_of(draft, exhibit), tuple(rows), sheet=sheet)


def coverage_paragraphs(draft: Draft, left_out: Sequence[str]) -> list[Paragraph]:
    """How to read the figures, and which parts of the outline have none in this release."""
    paragraphs = [Paragraph((draft.say(text),)) for text in draft.outline.coverage]
    if left_out:
        titles = "; ".join(left_out)
        paragraphs.append(Paragraph((draft.say(draft.outline.left_out, titles=titles),)))
    return paragraphs


def _row(draft: Draft, indicator: Indicator, coverages: Sequence[str]) -> Row:
    legal, unit = indicator.legal, draft.names.unit(indicator.unit)
    reference = draft.word("no_law")
    if legal:
        reference = legal.text if legal.confirmed else draft.word("unread_law", law=legal.text)
    if indicator.price_basis:
        unit = draft.word("unit_at_prices", unit=unit, prices=draft.word(indicator.price_basis))
    note = (draft.names.say(indicator.note),) if indicator.note else ()
    names = "; ".join(draft.names.say(indicator.coverages[coverage]) for coverage in coverages)
    return Row((Cell((names,)), Cell((unit,)), Cell((reference,)), Cell(note)))
