"""Shift-share of a province's industries."""

from tests.spec.handbook.page import Page, Text, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.structure.shift_share import Industry, shift_share

PAGE = Page(
    title=Text("Phân tích chuyển dịch – tỷ phần (shift-share)", "Shift-share"),
    of=(shift_share,),
    what=Text(
        "Tăng trưởng của từng ngành trong tỉnh tách làm ba: phần do cả nước tăng, phần do ngành đó của cả nước tăng nhanh hay chậm, và phần của chính tỉnh.",
        "The growth of a province's industries in three parts: what the nation grew, what that industry grew faster or slower in the nation, and what is the province's own.",
    ),
    formula="Δ = e G + e (Gᵢ − G) + e (gᵢ − Gᵢ)",
    where=Text(
        "e: ngành của tỉnh ở năm gốc; gᵢ: mức tăng của nó; G, Gᵢ: mức tăng của cả nước và của ngành đó cả nước.",
        "e: the province's industry in the base year; gᵢ: its growth; G, Gᵢ: growth of the nation and of that industry in it.",
    ),
    when=Text(
        "Ngành nào là thế mạnh thật của tỉnh, và tăng trưởng có phải của chính tỉnh không.",
        "Which industries are the province's own strength, and is the growth its own?",
    ),
    missing=Text(
        "thiếu số của tỉnh: ngành đó và tổng không có; thiếu số của cả nước: không ngành nào có.",
        "a number of the province missing leaves that industry and the total out; one of the nation leaves all out.",
    ),
    zero=Text(
        "cả nước bằng 0: không có kết quả; ngành mới của tỉnh (e = 0): toàn bộ là phần của tỉnh.",
        "a nation of 0 leaves none; an industry new to the province (e = 0) grew by its own strength.",
    ),
    negative=Text(
        "không xác định; tỉnh lớn hơn cả nước cũng vậy.",
        "undefined; so is a province larger than the nation.",
    ),
    source=cited(
        "Dunn, Papers of the Regional Science Association 6 (1960)",
        "Dunn, Papers of the Regional Science Association 6 (1960)",
        "tr. 97–112; bảng số: Krumme, Đại học Washington",
        "pp. 97–112; table: Krumme, University of Washington",
    ),
)


@PAGE.example(
    "Bốn ngành, lao động; cả nước 100 000 lao động tăng 29 %",
    "Four industries in jobs; a nation of 100 000 jobs grew by 29 %",
    facts(
        """
        industry | e    | e′   | E     | E′
        I        | 500  | 1000 | 10000 | 11000
        II       | 100  | 100  | 20000 | 24000
        III      | 200  | 250  | 40000 | 52000
        IV       | 200  | 280  | 30000 | 42000
    """,
        caption=Text(
            "Tỉnh (e, e′) và cả nước (E, E′), năm gốc và năm này",
            "Province (e, e′) and nation (E, E′), base year and now",
        ),
    ),
    answers="""
        industry | change | national | mix | own
        I        | 500    | 145      | -95 | 450
        II       | 0      | 29       | -9  | -20
        III      | 50     | 58       | 2   | -10
        IV       | 80     | 58       | 22  | 0
        whole    | 630    | 290      | -80 | 420
    """,
)
def _(given):
    found = shift_share({code: Industry(*row) for code, row in given.first.rows().items()})
    parts = {**found.industries, "whole": found.total}
    return {code: (one.change, one.national, one.industry, one.regional) for code, one in parts.items()}
