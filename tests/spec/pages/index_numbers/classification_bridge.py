"""Weights moved to another version of a classification."""

from tests.spec.handbook.page import Page, Text, beside
from tests.spec.handbook.sources import irip

from tongket.figures.methods.index_numbers.tree import Tree
from tongket.figures.methods.index_numbers.weights import bridged

PAGE = Page(
    title=Text(
        "Chuyển quyền số sang phiên bản phân ngành mới", "Weights across two versions of a classification"
    ),
    of=(bridged,),
    what=Text(
        "Quyền số của mã mới là tổng phần quyền số nhận từ các mã cũ, theo bảng chuyển có tỷ lệ (ví dụ VSIC 2018 sang VSIC 2025).",
        "The weight of a new code is the sum of what it takes of old ones, by a bridge with shares (as from VSIC 2018 to VSIC 2025).",
    ),
    formula=Text(
        "w(mới) = Σ w(cũ) × tỷ lệ(cũ → mới)",
        "w(new) = Σ w(old) × share(old → new)",
    ),
    where=Text("tỷ lệ của mỗi mã cũ cộng lại bằng 1.", "the shares of each old code add to 1."),
    when=Text(
        "Khi đổi bảng phân ngành; cùng một mã ở hai phiên bản có thể là hai ngành khác nhau.",
        "When the classification changes; one code may mean two activities in two versions.",
    ),
    missing=Text(
        "mã cũ có quyền số mà không có trong bảng chuyển thì bị từ chối.",
        "an old code with weight that the bridge lacks is refused.",
    ),
    zero=Text("mã cũ có quyền số 0 không cần chuyển.", "an old code of weight 0 need not be bridged."),
    negative=Text("tỷ lệ âm bị từ chối.", "a negative share is refused."),
    source=irip("mục đổi phân ngành", "changes of classification"),
)


@PAGE.example(
    "Mã B tách làm hai",
    "Code B is split in two",
    beside(
        """
        old | weight
        A   | 60
        B   | 40
    """,
        caption=Text("Quyền số cũ", "Old weights"),
    ),
    beside(
        """
        old | new | share
        A   | N1  | 1
        B   | N1  | 0.25
        B   | N2  | 0.75
    """,
        labels=2,
        caption=Text("Bảng chuyển", "Bridge"),
    ),
    answers="""
        new | weight
        N1  | 70
        N2  | 30
    """,
)
def _(given):
    shares = {tuple(pair.split(" / ")): float(share) for pair, share in given.by("share").items()}
    weights = [float(weight) for weight in given["weight"]]
    return dict(
        zip(("N1", "N2"), bridged(weights, Tree.flat("A", "B"), Tree.flat("N1", "N2"), shares), strict=True)
    )
