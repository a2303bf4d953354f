"""E01: how a number is written."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.pages.editing._rules import HERE, quoted, received, verdict

from tongket.figures.methods.editing.tokens import NumberGrammar, received_cell

PAGE = Page(
    title=Text("E01. Cách viết số", "E01. How a number is written"),
    of=(received_cell, NumberGrammar),
    what=Text(
        "Một ô nhận được phải chứa một hoặc hai số viết đúng quy cách tiếng Việt, đơn vị đã biết và mũi tên đã biết. Máy không đoán.",
        "A received cell holds one or two numbers by the Vietnamese grammar, known units, known arrows. Nothing is guessed.",
    ),
    formula="1.234.567,89   ±x   x %   ↑x ↓x",
    where=Text(
        "dấu chấm giữa nhóm ba chữ số, dấu phẩy trước phần thập phân; ↓ là dấu âm.",
        "a point between groups of three, a comma before decimals; ↓ is a minus.",
    ),
    when=Text(
        "Mọi ô chữ của bảng nhận được (mức 0: định dạng).",
        "Every text cell of a received sheet (level 0: format).",
    ),
    missing=Text("ô trống hoặc dấu gạch: chưa kết luận.", "a blank or a dash is undecided."),
    zero=Text("0 là một số.", "0 is a number."),
    negative=Text("viết bằng dấu trừ hoặc mũi tên xuống.", "written with a minus or an arrow down."),
    source=received("ô “56..537,447” và “2.1485 triệu”", "cells “56..537,447” and “2.1485 triệu”"),
)


@PAGE.example(
    "Năm ô thật",
    "Five real cells",
    beside("""
        case | cell_text
        A    | “8.290 tỷ đồng (↓3,32%)”
        B    | “56..537,447”
        C    | “2.1485 triệu”
        D    | “-”
        E    | “1.234,5”
    """),
    answers="""
        case | verdict   | numbers
        A    | holds     | 8290, -3.32
        B    | broken    | none
        C    | broken    | none
        D    | undecided | none
        E    | holds     | 1234.5
    """,
)
def _(given):
    units = frozenset({"tỷ đồng", "triệu"})
    rows = {}
    for case, text in given.by("cell_text").items():
        held = verdict(NumberGrammar(HERE, quoted(text), units))
        numbers = [one.value for one in received_cell(quoted(text), units)] if held == "holds" else []
        rows[case] = (held, numbers)
    return rows
