"""The slides of the conference and the press text, from the same statements and exhibits."""

from __future__ import annotations

from tongket.figures.review.content import Press, Slide
from tongket.figures.review.draft import Draft
from tongket.figures.review.exhibits import exhibit_of
from tongket.figures.review.statements import lines, sentences


def slides_of(draft: Draft) -> tuple[Slide, ...]:
    """The outline's slides that have something on them."""
    slides = []
    for spec in draft.outline.slides:
        told = tuple(lines(draft, spec.say))
        exhibit = exhibit_of(draft, spec.show) if spec.show else None
        if told or exhibit:
            slides.append(Slide(draft.title(spec.title), told, exhibit))
    return tuple(slides)


def press_of(draft: Draft) -> Press:
    told = (sentences(draft, statements) for statements in draft.outline.press.paragraphs)
    return Press(
        draft.title(draft.outline.press.headline),
        tuple(spans for spans in told if spans),
        draft.masthead.contact[draft.lang],
    )
