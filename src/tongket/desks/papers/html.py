"""The paper as one web page that needs nothing else: no script, no second file, no network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.template import Context, Engine
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tongket.desks.papers import charts, words
from tongket.desks.papers.outline import depths
from tongket.desks.papers.words import raised_marks
from tongket.figures.review.content import Annex, Block, Chart, Heading, Paper, Paragraph, Row, Spans, Table
from tongket.figures.terms.words import Lang

_TEMPLATES = Path(__file__).parent / "templates"
_ENGINE = Engine(dirs=[str(_TEMPLATES)], autoescape=True)
_STYLE = (_TEMPLATES / "papers" / "paper.css").read_text(encoding="utf-8")
_SVG_OPENING = re.compile(r"<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>")


def render(paper: Paper) -> bytes:
    """The bytes of the .html file."""
    body = list(depths(paper.blocks, start=1))
    annexes = [_annex(annex, index, paper.lang) for index, annex in enumerate(paper.annexes, 1)]
    context = {
        "paper": paper,
        "head": paper.letterhead,
        "language": words.LANGUAGE_TAGS[paper.lang],
        "css": mark_safe(_STYLE),
        "skip": words.SKIP[paper.lang],
        "synthetic_word": words.SYNTHETIC[paper.lang],
        "contents_word": words.CONTENTS[paper.lang],
        "contents": [*_contents(body), *annexes],
        "body": _blocks(body, paper.lang),
        "annexes": annexes,
    }
    return _fill("paper.html", context).encode()


def _fill(template: str, values: dict[str, Any]) -> SafeString:
    return _ENGINE.get_template(f"papers/{template}").render(Context(values))


def _annex(annex: Annex, index: int, lang: Lang) -> dict[str, Any]:
    return {
        "anchor": f"annex-{index}",
        "text": f"{annex.number}. {annex.title}",
        "number": annex.number,
        "title": annex.title,
        "reference": annex.reference,
        "body": _blocks(list(depths(annex.blocks, start=2)), lang),
    }


def _contents(blocks: list[tuple[Block, int]]) -> list[dict[str, str]]:
    """The two upper storeys of headings; their anchors count the blocks."""
    return [
        {"anchor": f"b{index}", "text": f"{block.number} {block.text}"}
        for index, (block, depth) in enumerate(blocks)
        if isinstance(block, Heading) and depth <= 3
    ]


def _blocks(blocks: list[tuple[Block, int]], lang: Lang) -> SafeString:
    pieces = [_block(block, depth, f"b{index}", lang) for index, (block, depth) in enumerate(blocks)]
    return mark_safe("\n".join(pieces))


def _block(block: Block, depth: int, anchor: str, lang: Lang) -> SafeString:
    match block:
        case Heading():
            return _heading(block, depth, anchor)
        case Paragraph():
            opening = "- " if block.style == "item" else ""
            return format_html(
                '<p class="text">{}{}{}</p>', opening, spans_html(block.spans), _raised(block.notes)
            )
        case Table():
            return _table(block, lang)
        case Chart():
            return _chart(block, lang)


def _heading(block: Heading, depth: int, anchor: str) -> SafeString:
    """HTML has six levels of heading; the sixth stands for all below it."""
    tag, kind = f"h{min(depth, 6)}", ("part", "section", "titled", "plain")[block.level]
    looks = "caps" if block.level <= 1 else ""
    pattern = '<{} id="{}" class="{}"><span class="{}">{}</span> <span class="{}">{}</span></{}>'
    ordinal = "ordinal" if block.level == 0 else ""
    return format_html(pattern, tag, anchor, kind, ordinal, block.number, looks, block.text, tag)


def spans_html(spans: Spans) -> SafeString:
    """Text with each number in a span that carries its address."""
    pieces = (
        format_html("{}", span)
        if isinstance(span, str)
        else format_html(
            '<span class="quote" data-figure="{}" title="{}">{}</span>', span.address, span.address, span.text
        )
        for span in spans
    )
    return mark_safe("".join(pieces))


def _raised(marks: Iterable[str]) -> SafeString:
    printed = raised_marks(marks)
    return format_html("<sup>{}</sup>", printed) if printed else SafeString("")


def _table(table: Table, lang: Lang) -> SafeString:
    total = sum(column.share for column in table.columns)
    widths = (("", f"{100 * column.share / total:.1f}") for column in table.columns)
    values = {
        "table": table,
        "widths": format_html_join("", '{}<col style="width:{}%">', widths),
        "rows": mark_safe("\n".join(_row(table, row) for row in table.rows)),
        "notes": [
            {"mark": raised_marks((note.mark,)), "text": spans_html(note.spans)} for note in table.notes
        ],
        "source_word": words.SOURCE[lang],
    }
    return _fill("table.html", values)


def _row(table: Table, row: Row) -> SafeString:
    """Rows are joined here, not in the template: a table may have thousands."""
    cells = []
    for index, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        tag, scope = ("th", mark_safe(' scope="row"')) if index == 0 else ("td", "")
        content = spans_html(cell.spans) + _raised(cell.notes)
        cells.append(format_html('<{}{} class="{}">{}</{}>', tag, scope, column.align, content, tag))
    looks = f"l{min(row.level, 3)}" + (" strong" if row.strong else "")
    return format_html('<tr class="{}">{}</tr>', looks, mark_safe("".join(cells)))


def _chart(chart: Chart, lang: Lang) -> SafeString:
    """The picture, and below it the same numbers as a table, each with its address."""
    rows = [
        format_html(
            '<tr><th scope="row">{}</th>{}</tr>',
            category,
            format_html_join(
                "",
                '<td class="right">{}</td>',
                (
                    (spans_html((point,)) if point else "",)
                    for point in (s.points[index] for s in chart.series)
                ),
            ),
        )
        for index, category in enumerate(chart.categories)
    ]
    values = {
        "chart": chart,
        "picture": _picture(chart, lang),
        "rows": mark_safe("\n".join(rows)),
        "data_word": words.CHART_DATA[lang],
        "category_word": words.CATEGORY[lang],
    }
    return _fill("chart.html", values)


def _picture(chart: Chart, lang: Lang) -> SafeString:
    """The SVG as one image with one description: its parts would be read out mark by mark otherwise."""
    picture = charts.svg(chart, lang)
    opening = _SVG_OPENING.match(picture)
    if opening is None:
        raise ValueError(f"The picture of chart {chart.name!r} does not begin with an svg element.")
    head = format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" {}>',
        charts.describe(chart),
        mark_safe(opening[1]),
    )
    return mark_safe(head + picture[opening.end() :])
