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
    """One row for each definition the report prints a figure of, in the catalogue's order."""
    addresses = [Address.parse(quote.address) for quote in quotes]
    printed = {(address.indicator, address.coverage) for address in addresses}
    rows = [
        _row(draft, indicator, coverage)
        for indicator in draft.book.indicators.entries.values()
        for coverage in indicator.coverages
        if (indicator.code, coverage) in printed
    ]
    if not rows:
        return None
    return Table(exhibit.name, draft.say(exhibit.caption), columns_of(draft, exhibit), tuple(rows))


def coverage_paragraphs(draft: Draft, left_out: Sequence[str]) -> list[Paragraph]:
    """How to read the figures, and which parts of the outline have none in this release."""
    paragraphs = [Paragraph((draft.say(text),)) for text in draft.outline.coverage]
    if left_out:
        titles = "; ".join(left_out)
        paragraphs.append(Paragraph((draft.say(draft.outline.left_out, titles=titles),)))
    return paragraphs


def _row(draft: Draft, indicator: Indicator, coverage: str) -> Row:
    legal = indicator.legal
    reference = draft.word("no_law")
    if legal:
        reference = legal.text if legal.confirmed else draft.word("unread_law", law=legal.text)
    prices = draft.word(indicator.price_basis or "no_price")
    note = (draft.names.say(indicator.note),) if indicator.note else ()
    return Row(
        (
            Cell((draft.names.say(indicator.coverages[coverage]),)),
            Cell((draft.names.unit(indicator.unit),)),
            Cell((prices,)),
            Cell((reference,)),
            Cell(note),
        )
    )
