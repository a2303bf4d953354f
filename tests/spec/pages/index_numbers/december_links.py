"""A chain of links that hang on December."""

from tests.spec.handbook.page import Page, Text, beside, facts
from tests.spec.handbook.sources import cited

from tongket.figures.methods.index_numbers.links import from_relatives
from tongket.figures.methods.index_numbers.tree import Tree

PAGE = Page(
    title=Text("Chuỗi nối vào tháng 12", "A chain linked at December"),
    of=(from_relatives,),
    what=Text(
        "Chuỗi chỉ số từ các tỷ số so với tháng 12 năm trước và quyền số tại tháng 12 đó.",
        "An index from relatives on last December and the weights as at that December.",
    ),
    formula="I(m,y) = I(12,y−1) × Σ wᵢ rᵢ,m,y",
    where=Text(
        "r: mức so với tháng 12 năm trước; w: tỷ trọng tại tháng 12 đó; tháng 12 trước năm đầu = 100.",
        "r: level over last December's; w: shares as at that December; the December before the first year is 100.",
    ),
    when=Text(
        "Chỉ số giá tiêu dùng và các chỉ số nối vào tháng 12.",
        "The consumer price index and others linked at December.",
    ),
    missing=Text("như các mắt xích năm.", "as yearly links."),
    zero=Text("như các mắt xích năm.", "as yearly links."),
    negative=Text("bị từ chối.", "refused."),
    source=cited(
        "Cẩm nang phương pháp HICP (Eurostat, 2024)",
        "HICP Methodological Manual (Eurostat, 2024)",
        "chương 8",
        "ch. 8",
    ),
)


@PAGE.example(
    "Hai sản phẩm, mỗi năm hai kỳ",
    "Two products, two periods a year",
    facts(
        """
        item | year | Q1  | Q2
        a    | 2019 | 1.1 | 1.2
        a    | 2020 | 1.0 | 1.1
        b    | 2019 | 1.0 | 1.0
        b    | 2020 | 1.2 | 1.3
    """,
        labels=2,
        caption=Text("Tỷ số so với kỳ cuối năm trước", "Relatives on the last period of the year before"),
    ),
    beside("""
        item | weight
        a    | 0.5
        b    | 0.5
    """),
    answers="""
        year | Q1      | Q2
        2019 | 105.0 | 110.0
        2020 | 121.0 | 132.0
    """,
    note=Text("2020: 110 × 1,10 và 110 × 1,20.", "2020: 110 × 1.10 and 110 × 1.20."),
)
def _(given):
    weights = [[float(w)] * 2 for w in given["weight"]]
    found = from_relatives(Tree.flat("a", "b"), given.array().reshape(2, 2, 2), weights)
    return dict(zip(("2019", "2020"), found.levels[0], strict=True))
