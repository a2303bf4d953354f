"""The slides of the conference and the press text, from the same statements and exhibits."""

from __future__ import annotations

from tongket.figures.review.content import Press, Slide
from tongket.figures.review.draft import Draft
from tongket.figures.review.exhibits import exhibit_of
from tongket.figures.review.statements import clauses, paragraph


def slides_of(draft: Draft) -> tuple[Slide, ...]:
    """The outline's slides that have something on them."""
    slides = []
    for spec in draft.outline.slides:
        lines = tuple(clauses(draft, spec.say))
        exhibit = exhibit_of(draft, spec.show) if spec.show else None
        if lines or exhibit:
            slides.append(Slide(draft.title(spec.title), lines, exhibit))
    return tuple(slides)


def press_of(draft: Draft) -> Press:
    told = (paragraph(draft, statements) for statements in draft.outline.press.paragraphs)
    return Press(
        draft.title(draft.outline.press.headline),
        tuple(spans for spans in told if spans),
        draft.masthead.contact[draft.lang],
    )
