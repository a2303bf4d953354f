"""A page as Markdown: the whole of it in Vietnamese, then the whole of it in English."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.spec.handbook.grid import MISSING, Grid, meant
from tests.spec.handbook.page import Example, Given, Kind, Page
from tests.spec.handbook.words import WORDS

from tongket.figures.terms.figure import CAUSES, Cause
from tongket.figures.terms.numerals import write_number
from tongket.figures.terms.words import LANGS, Lang, Text

SYMBOL = re.compile(
    r"[A-Z]{1,4}[a-z]?\d{0,3}|[a-z]{1,2}\d{0,3}|[^\W\d_]{1,2}[*′₀-₉₊₋ₜᵢⱼₙₘ…]*"
    r"|[<>=]+|\d{4}(-\w+)?(/P\d+M)?|[\d–]+|\d{4}-\d\d-\d\d|[A-Z]\d/[A-Z]\d"
)

HEADS = {
    "formula": Text("Công thức", "Formula"),
    "when": Text("Khi nào dùng", "When to use it"),
    "edges": Text("Trường hợp đặc biệt", "Edge cases"),
    "missing": Text("Thiếu số liệu", "Missing"),
    "zero": Text("Bằng 0", "Zero"),
    "negative": Text("Số âm", "Negative"),
    "source": Text("Nguồn", "Source"),
    "example": Text("Ví dụ", "Example"),
    "answers": Text("Kết quả", "Answers"),
    "code": Text("Trong chương trình", "In the program"),
    "index": Text("Mục lục", "Contents"),
}
FACTS_NOTE = Text("qua báo cáo", "collected by returns")


def page_text(page: Page) -> str:
    """The Markdown of one page."""
    halves = [_half(page, lang) for lang in LANGS]
    return f"{halves[0]}\n---\n\n{halves[1]}"


def _half(page: Page, lang: Lang) -> str:
    other = "en" if lang == "vi" else "vi"
    lines = [
        f"{'#' if lang == 'vi' else '##'} {page.title[lang]}",
        f"*{page.title[other]}* · [{HEADS['index'][lang]}](../README.md)",
        page.what[lang],
        f"**{HEADS['formula'][lang]}**",
        f"```text\n{_formula(page, lang)}\n```",
        _begun(page.where[lang]),
        f"**{HEADS['when'][lang]}.** {page.when[lang]}",
        f"**{HEADS['edges'][lang]}**",
        _bullets({name: getattr(page, name)[lang] for name in ("missing", "zero", "negative")}, lang),
        f"**{HEADS['source'][lang]}.** {page.source[lang]}",
        *(text for place, one in enumerate(page.examples, 1) for text in _example(one, place, lang)),
        f"**{HEADS['code'][lang]}.** {_code(page)}",
    ]
    return "\n\n".join(lines) + "\n"


def _begun(sentence: str) -> str:
    """A sentence begins with a capital, unless it begins with a symbol."""
    first = re.split(r"\W", sentence, maxsplit=1)[0]
    return sentence[0].upper() + sentence[1:] if len(first) > 2 else sentence


def _formula(page: Page, lang: Lang) -> str:
    return (page.formula if isinstance(page.formula, str) else page.formula[lang]).strip("\n")


def _code(page: Page) -> str:
    """The page's functions by the module they stand in."""
    by_module: dict[str, list[str]] = {}
    for one in page.of:
        by_module.setdefault(one.__module__, []).append(f"`{one.__name__}`")
    return "; ".join(f"`{module}`: {', '.join(names)}" for module, names in by_module.items())


def _bullets(edges: dict[str, str], lang: Lang) -> str:
    return "\n".join(f"- {HEADS[name][lang]}: {text}" for name, text in edges.items())


def _example(one: Example, place: int, lang: Lang) -> list[str]:
    level = "##" if lang == "vi" else "###"
    lines = [f"{level} {HEADS['example'][lang]} {place}. {one.title[lang]}"]
    for given in one.given:
        lines += [f"{_caption(given, lang)}:", markdown(given.grid, lang)]
    lines += [f"{HEADS['answers'][lang]}:", markdown(one.answers, lang)]
    return lines + ([one.note[lang]] if one.note else [])


def _caption(given: Given, lang: Lang) -> str:
    return given.caption[lang] + (f" ({FACTS_NOTE[lang]})" if given.kind is Kind.FACTS else "")


def markdown(grid: Grid, lang: Lang) -> str:
    """A table with heads and labels in words, numbers as the language writes them."""
    rows = [[word(cell, lang) for cell in grid.head]]
    rows.append(["---"] * grid.labels + [_side(grid, place) for place in range(grid.labels, len(grid.head))])
    for row in grid.written:
        labels = [word(cell, lang) for cell in row[: grid.labels]]
        rows.append(labels + [_cell(cell, lang) for cell in row[grid.labels :]])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _side(grid: Grid, place: int) -> str:
    column = [meant(row[place]) for row in grid.written]
    return "--:" if any(isinstance(cell, Decimal) for cell in column) else "---"


def _cell(cell: str, lang: Lang) -> str:
    number = meant(cell)
    if number is None:
        return MISSING
    if isinstance(number, Decimal):
        return write_number(number, len(cell.partition(".")[2]), lang)
    if cell.startswith("“"):
        return cell
    parts = cell.split(", ")
    return "; ".join(_cell(part, lang) for part in parts) if parts[1:] else word(cell, lang)


def word(code: str, lang: Lang) -> str:
    """A code in words of the language; symbols and codes of one to four letters stand for themselves."""
    if code in WORDS:
        return WORDS[code][lang]
    if code in set(Cause):
        return f"({CAUSES[Cause(code)][lang]})"
    if not SYMBOL.fullmatch(code):
        raise KeyError(f"“{code}” has no words in tests/spec/handbook/words.py; add it in both languages.")
    return code
