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
from tongket.figures.review.content import (
    Annex,
    Block,
    Chart,
    Heading,
    Note,
    Paper,
    Paragraph,
    Row,
    Spans,
    Table,
)
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
        "css": mark_safe(_STYLE + _print_furniture(paper)),
        "skip": words.SKIP[paper.lang],
        "synthetic_word": words.SYNTHETIC[paper.lang],
        "contents_word": words.CONTENTS[paper.lang],
        "contents": [*_contents(body), *annexes],
        "body": _blocks(body, paper.lang),
        "annexes": annexes,
    }
    return _fill("paper.html", context).encode()


def _print_furniture(paper: Paper) -> str:
    """On paper every page has its number above, hidden on the first, and release and notice below."""
    below = " \\A ".join(_css_text(line) for line in (paper.running, paper.synthetic) if line)
    return (
        "@page { @top-center { content: counter(page); font: 13pt 'Times New Roman', serif; }"
        f' @bottom-center {{ content: "{below}"; white-space: pre-line;'
        " font: italic 9pt 'Times New Roman', serif; } }"
        " @page :first { @top-center { content: none; } }"
    )


def _css_text(text: str) -> str:
    """Text inside a quoted CSS string: what is neither letter nor plain punctuation by its number."""
    return re.sub(r"[^\w .,:;()·-]", lambda sign: f"\\{ord(sign[0]):x} ", text)


def _fill(template: str, values: dict[str, Any]) -> SafeString:
    return _ENGINE.get_template(f"papers/{template}").render(Context(values))


def _annex(annex: Annex, index: int, lang: Lang) -> dict[str, Any]:
    return {
        "anchor": f"annex-{index}",
        "depth": "d2",
        "text": f"{annex.number}. {annex.title}",
        "number": annex.number,
        "title": annex.title,
        "reference": annex.reference,
        "body": _blocks(list(depths(annex.blocks, start=2)), lang),
    }


def _contents(blocks: list[tuple[Block, int]]) -> list[dict[str, str]]:
    """The two upper storeys of headings; their anchors count the blocks."""
    return [
        {"anchor": f"b{index}", "text": f"{block.number} {block.text}", "depth": f"d{depth}"}
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
            return _paragraph(block)
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


def _paragraph(block: Paragraph) -> SafeString:
    opening, marks = "- " if block.style == "item" else "", _raised(note.mark for note in block.notes)
    text = format_html('<p class="text">{}{}{}</p>', opening, spans_html(block.spans), marks)
    return text + _notes(block.notes)


def _notes(notes: Iterable[Note]) -> SafeString:
    lines = format_html_join(
        "", "<li>{} {}</li>", ((_raised((note.mark,)), spans_html(note.spans)) for note in notes)
    )
    return format_html('<ul class="notes">{}</ul>', lines) if lines else SafeString("")


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
        "size": "wide" if len(table.columns) > 5 else "",
        "rows": mark_safe("\n".join(_row(table, row) for row in table.rows)),
        "notes": _notes(table.notes),
        "source_word": words.SOURCE[lang],
    }
    return _fill("table.html", values)


def _row(table: Table, row: Row) -> SafeString:
    """Rows are joined here, not in the template: a table may have thousands."""
    if row.is_group:
        pattern = '<tr class="group"><th scope="rowgroup" colspan="{}">{}</th></tr>'
        return format_html(pattern, len(row.cells), spans_html(row.cells[0].spans))
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
        "notes": _notes(chart.notes),
        "source_word": words.SOURCE[lang],
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
