"""The body of the report: the outline's sections that have something to say, numbered without holes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tongket.figures.review.content import Block, Heading
from tongket.figures.review.draft import Draft
from tongket.figures.review.exhibits import exhibit_of
from tongket.figures.review.plan_tables import verdict_paragraphs
from tongket.figures.review.spec import Content, Section
from tongket.figures.review.statements import paragraph

HeadingLevel = Literal[0, 1, 2, 3]
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
DEEPER: dict[HeadingLevel, HeadingLevel] = {0: 1, 1: 2, 2: 3, 3: 3}


@dataclass
class Body:
    """The blocks written, and the titles of the sections left out for want of figures."""

    blocks: list[Block] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def body_of(draft: Draft, sections: Sequence[Section], level: HeadingLevel = 0) -> Body:
    """The sections of one level; one without anything under it is left out and named, never faked."""
    body, number = Body(), 0
    for section in sections:
        title = draft.say(section.title)
        below = body_of(draft, section.sections, DEEPER[level])
        blocks = [*_content(draft, section.content), *below.blocks]
        if blocks:
            number += 1
            body.blocks += [Heading(level, _number(draft, level, number), title), *blocks]
            body.left_out += below.left_out
        else:
            body.left_out.append(title.capitalize() if title.isupper() else title)
    return body


def _content(draft: Draft, contents: Sequence[Content]) -> list[Block]:
    blocks: list[Block] = []
    for content in contents:
        if content.show == "verdicts":
            blocks += verdict_paragraphs(draft)
        elif content.show:
            shown = exhibit_of(draft, content.show)
            blocks += [shown] if shown else []
        elif told := paragraph(draft, content.say):
            blocks.append(told)
    return blocks


def _number(draft: Draft, level: HeadingLevel, number: int) -> str:
    match level:
        case 0:
            return draft.word("part", number=ROMAN[number - 1])
        case 1:
            return f"{ROMAN[number - 1]}."
        case 2:
            return f"{number}."
    return f"{chr(ord('a') + number - 1)})"
