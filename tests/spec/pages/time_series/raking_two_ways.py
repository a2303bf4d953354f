"""Two margins at once."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.time_series.raking import fit_margins, rake_two_way

PAGE = Page(
    title=Text("Cân theo hai chiều", "Raking to two margins"),
    of=(rake_two_way, fit_margins),
    what=Text(
        "Bảng huyện × ngành được chỉnh cho khớp cả tổng hàng và tổng cột: bằng bình phương nhỏ nhất (biết giữ ô, nhận số âm) hoặc bằng lặp tỷ lệ (giữ các tỷ số chéo).",
        "A table of districts × industries made to meet both margins: by least squares (cells may be kept, negatives are allowed) or by iterative proportional fitting (cross-products are kept).",
    ),
    formula="min Σ (x − s)² / (c|s|)   |   x ← x · r/Σ(row), x ← x · k/Σ(column), …",
    where=Text(
        "r, k: tổng hàng, tổng cột; hai tổng phải bằng nhau.",
        "r, k: row and column totals; both add to the same.",
    ),
    when=Text("Làm cho các bảng công bố khớp nhau.", "To make published tables agree."),
    missing=Text(
        "thiếu một ô hoặc một tổng thì không có kết quả.", "a cell or total missing leaves no result."
    ),
    zero=Text(
        "ô bằng 0 giữ 0; biên mà chỉ có ô 0 thì không xác định, biên được nêu.",
        "a cell of 0 stays 0; a margin only zeros could fill is undefined, and named.",
    ),
    negative=Text("chỉ cách bình phương nhỏ nhất nhận số âm.", "by least squares only."),
    source=cited(
        "Deming, Stephan, Annals of Mathematical Statistics 11 (1940); Statistics Canada, G-Series",
        "Deming, Stephan, Annals of Mathematical Statistics 11 (1940); Statistics Canada, G-Series",
        "ví dụ của tsraking",
        "example of tsraking",
    ),
)


@PAGE.example(
    "Bảng của Statistics Canada: tổng hàng 40 và 53, tổng cột 30, 31, 32; ô B–x₂ giữ nguyên",
    "A table of Statistics Canada: rows 40 and 53, columns 30, 31, 32; cell B–x₂ is kept",
    facts("""
        part | x₁ | x₂ | x₃
        A    | 12 | 14 | 13
        B    | 20 | 20 | 24
    """),
    beside(
        """
        part | c₁ | c₂ | c₃
        A    | 1  | 1  | 1
        B    | 1  | 0  | 1
    """,
        caption=Text("Độ linh hoạt", "Alterability"),
    ),
    answers="""
        part | x₁       | x₂       | x₃
        A    | 14.31298 | 11.00000 | 14.68702
        B    | 15.68702 | 20.00000 | 17.31298
    """,
)
def _(given):
    may = [[float(c) for c in row] for row in given.grids[1].rows().values()]
    return dict(
        zip("AB", rake_two_way(list(given.first.rows().values()), [40, 53], [30, 31, 32], may), strict=True)
    )


@PAGE.example(
    "Lặp tỷ lệ: bốn ô bằng nhau, tổng hàng 30 và 70, tổng cột 40 và 60",
    "Proportional fitting: four equal cells, rows 30 and 70, columns 40 and 60",
    facts("""
        part | x₁ | x₂
        A    | 1  | 1
        B    | 1  | 1
    """),
    answers="""
        part | x₁ | x₂
        A    | 12 | 18
        B    | 28 | 42
    """,
)
def _(given):
    return dict(zip("AB", fit_margins(list(given.first.rows().values()), [30, 70], [40, 60]), strict=True))
