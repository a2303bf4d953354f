"""The press text of the paper: plain UTF-8, marked at its head and its foot."""

from __future__ import annotations

from tongket.desks.papers import words
from tongket.figures.review.content import Paper, plain
from tongket.figures.terms.words import Refusal


def render(paper: Paper) -> bytes:
    """The bytes of the .txt file: paragraphs without breaks inside, parted by empty lines."""
    press = paper.press
    if press is None:
        raise Refusal(words.NO_PRESS.format(title=paper.title))
    mark = "\n".join(filter(None, (paper.running, paper.synthetic)))
    head = paper.letterhead
    pieces = (
        mark,
        f"{head.issuer}\n{head.place_and_date}",
        press.headline,
        *(plain(spans) for spans in press.paragraphs),
        f"{words.CONTACT[paper.lang]}: {press.contact}",
        mark,
    )
    return ("\n\n".join(pieces) + "\n").encode()
