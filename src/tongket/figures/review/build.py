"""The review of a year, from the book and the targets alone, in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tongket.figures.observations.book import Book
from tongket.figures.prose.lexicon import Lexicon
from tongket.figures.prose.names import Names
from tongket.figures.prose.spans import Quote
from tongket.figures.prose.writer import Writer
from tongket.figures.review.content import Annex, Block, Letterhead, Paper, Paragraph, Signature, quotes_of
from tongket.figures.review.definitions import coverage_paragraphs, methods_table
from tongket.figures.review.draft import Draft
from tongket.figures.review.exhibits import Counter, exhibit_of
from tongket.figures.review.masthead import Masthead, TaskLine
from tongket.figures.review.sections import ROMAN, body_of
from tongket.figures.review.slides import press_of, slides_of
from tongket.figures.review.spec import Outline
from tongket.figures.targets.target import Target
from tongket.figures.terms.area import AreaMap
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.unit import Unit
from tongket.figures.terms.words import Lang


def build_review(
    book: Book,
    targets: Sequence[Target],
    tasks: Sequence[TaskLine],
    outline: Outline,
    masthead: Masthead,
    lexicon: Lexicon,
    units: Mapping[str, Unit],
    codelists: Mapping[str, Codelist],
    areas: AreaMap,
    lang: Lang,
) -> Paper:
    """The whole paper. `codelists` are known by their codes, which the lexicon's breakdowns name.

    Every number in it is a quote whose address `targets.quoted.figure_at` answers from the same book and
    targets; nothing is compared that is not measured by the same definition.
    """
    names = Names(lexicon, book.indicators, units, codelists, areas, lang)
    draft = Draft(
        Writer(book, names, outline.growth_decimals), tuple(targets), tuple(tasks), outline, masthead
    )
    body, counter = body_of(draft, outline.sections), Counter(draft)
    ends = [Paragraph((draft.say(text),)) for text in (outline.opening, outline.closing)]
    blocks: list[Block] = [ends[0], *body.blocks, ends[1]]
    printed = tuple(quote for block in blocks for quote in quotes_of(block))
    return Paper(
        lang=lang,
        title=draft.say(outline.subject),
        running=draft.word("running"),
        synthetic=names.say(masthead.synthetic) if masthead.synthetic else "",
        letterhead=_letterhead(draft),
        blocks=tuple(map(counter.numbered, blocks)),
        signature=_signature(draft),
        annexes=_annexes(draft, counter, printed, body.left_out),
        slides=slides_of(draft),
        press=press_of(draft),
    )


def _letterhead(draft: Draft) -> Letterhead:
    masthead, lang = draft.masthead, draft.lang
    return Letterhead(
        state=draft.word("state"),
        motto=draft.word("motto"),
        parent_body=masthead.parent_body[lang].upper(),
        issuer=(masthead.issuer_line or masthead.issuer)[lang].upper(),
        number=draft.word("number"),
        place_and_date=draft.word("place_and_date", place=masthead.place[lang]),
        type_name=draft.say(draft.outline.type_name),
        subject=draft.say(draft.outline.subject),
    )


def _signature(draft: Draft) -> Signature:
    masthead, lang = draft.masthead, draft.lang
    recipients = [recipient[lang] for recipient in masthead.recipients]
    last = len(recipients) - 1
    return Signature(
        tuple(line[lang] for line in masthead.authority),
        masthead.signer,
        draft.word("recipients"),
        tuple(f"- {name}{';' if place < last else '.'}" for place, name in enumerate(recipients)),
    )


def _annexes(
    draft: Draft, counter: Counter, printed: Sequence[Quote], left_out: Sequence[str]
) -> tuple[Annex, ...]:
    """The annexes that have something in them, numbered without holes."""
    annexes: list[Annex] = []
    for spec in draft.outline.annexes:
        shown = [block for name in spec.show for block in _shown(draft, name, printed, left_out)]
        if shown:
            number = draft.word("annex", number=ROMAN[len(annexes)])
            blocks = tuple(map(counter.numbered, shown))
            annexes.append(Annex(number, draft.say(spec.title), draft.word("annex_reference"), blocks))
            printed = (*printed, *(quote for block in shown for quote in quotes_of(block)))
    return tuple(annexes)


def _shown(draft: Draft, name: str, printed: Sequence[Quote], left_out: Sequence[str]) -> Sequence[Block]:
    if name == "coverage":
        return coverage_paragraphs(draft, left_out)
    exhibit = draft.outline.exhibits[name]
    if exhibit.kind == "methods":
        table = methods_table(draft, exhibit, printed)
        return [table] if table else []
    block = exhibit_of(draft, name)
    return [block] if block else []
