"""Products that come and products that go, at a link."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import irip

from tongket.figures.methods.index_numbers.weights import with_entrant, without

PAGE = Page(
    title=Text("Sản phẩm mới và sản phẩm ngừng hẳn", "New and closed products"),
    of=(with_entrant, without),
    what=Text(
        "Ở lần nối quyền số, sản phẩm mới nhận một phần quyền số của ngành; quyền số của sản phẩm ngừng hẳn chia cho các sản phẩm cùng ngành. Quyền số của ngành không đổi.",
        "At a link a new product takes a share of its class's weight, and the weight of a closed one goes to its siblings. The class keeps its weight.",
    ),
    formula=Text(
        "mới: w = s Σ w, các sản phẩm khác × (1 − s);   ngừng: các sản phẩm khác × (1 + w(ngừng) / Σ w)",
        "new: w = s Σ w, the others × (1 − s);   closed: the others × (1 + w(closed) / Σ w)",
    ),
    where=Text(
        "s: tỷ trọng của sản phẩm mới trong ngành; Σ w: tổng quyền số các sản phẩm cùng ngành.",
        "s: the new product's share of the class; Σ w: the weights of its siblings.",
    ),
    when=Text(
        "Chỉ khi nối quyền số. Giữa hai lần nối, sản phẩm ngừng hẳn có lượng 0 và giữ quyền số.",
        "At links only. Between links a closed product has a volume of 0 and keeps its weight.",
    ),
    missing=Text("quyền số để trống bị từ chối.", "an empty weight is refused."),
    zero=Text(
        "ngành không còn sản phẩm nào có quyền số thì bị từ chối: chính ngành đã ngừng.",
        "a class with no weight left is refused: the class itself has closed.",
    ),
    negative=Text("bị từ chối; s phải lớn hơn 0 và nhỏ hơn 1.", "refused; s lies between 0 and 1."),
    source=irip("mục sản phẩm mới và sản phẩm biến mất", "new and disappearing products"),
)


@PAGE.example(
    "Sản phẩm c vào với tỷ trọng 10 %",
    "Product c enters with 10 %",
    beside("""
        item | weight
        a    | 60
        b    | 40
        c    | 0
    """),
    answers="""
        item | weight
        a    | 54
        b    | 36
        c    | 10
    """,
)
def _(given):
    return dict(zip("abc", with_entrant([float(w) for w in given["weight"]], 2, [0, 1], 0.1), strict=True))


@PAGE.example(
    "Sản phẩm b ngừng hẳn",
    "Product b has closed",
    beside("""
        item | weight
        a    | 60
        b    | 40
        c    | 20
    """),
    answers="""
        item | weight
        a    | 90
        b    | 0
        c    | 30
    """,
)
def _(given):
    return dict(zip("abc", without([float(w) for w in given["weight"]], 1, [0, 2]), strict=True))
