"""The reduction of returns to cells, done by an engine."""

from tests.spec.handbook.page import Page, Text, facts

from tongket.figures.facts.reduction import Reduction

PAGE = Page(
    title=Text("Từ báo cáo đến ô số liệu", "From returns to cells"),
    of=(Reduction,),
    what=Text(
        "Bước thứ nhất của mọi phép tính: cộng các số đã nhận theo chỉ tiêu, địa bàn, kỳ và phân tổ, tại một thời điểm. Bộ máy tính (DuckDB, Polars hoặc bộ đối chứng) chỉ làm việc này; mọi công thức về sau làm trên các ô.",
        "The first step of every figure: accepted numbers summed by measure, area, period and part, as of a moment. An engine (DuckDB, Polars or the oracle) does this and nothing else; every formula after it works on cells.",
    ),
    formula="y(cell) = Σ y(fact)",
    where=Text(
        "chỉ cộng các số đang có hiệu lực: số bị đính chính hoặc rút lại không được tính.",
        "only what holds is summed: a number corrected or withdrawn does not count.",
    ),
    when=Text(
        "Luôn luôn; kết quả giống nhau đến chữ số cuối trên mọi bộ máy tính.",
        "Always; the answer is the same to the last digit on every engine.",
    ),
    missing=Text(
        "ô không có số nào đang có hiệu lực thì không có ô, không phải ô bằng 0.",
        "a cell without any number that holds is no cell, and not a cell of 0.",
    ),
    zero=Text(
        "số 0 đã báo cáo là một số và tạo thành ô bằng 0.", "a reported 0 is a number and makes a cell of 0."
    ),
    negative=Text("số âm được cộng như mọi số.", "a negative number is added like any other."),
    source=Text(
        "Quy ước của hệ thống: tổng hợp trước, công thức sau.",
        "A rule of this house: reduce first, formulas after.",
    ),
)


@PAGE.example(
    "Mỗi số trong bảng đã được nộp sai một lần rồi rút lại, và nộp lại thành hai phần",
    "Every number below was filed wrong and withdrawn, then filed again in two parts",
    facts("""
        area | 2020-01 | 2020-02
        A    | 120.5   | 0
        B    | …       | -3.25
    """),
    answers="""
        area | 2020-01 | 2020-02
        A    | 120.50  | 0.00
        B    | …       | -3.25
    """,
)
def _(given):
    return given.first.rows()
