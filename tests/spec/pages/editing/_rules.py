"""What the pages of editing rules share."""

from tests.spec.handbook.page import Text
from tests.spec.handbook.sources import cited

from tongket.figures.terms.words import Text as Words

HERE = Words("Bảng nhận được", "The received sheet")
SAID = {True: "holds", False: "broken", None: "undecided"}


def verdicts(rule):
    return [SAID[judgement.verdict] for judgement in rule.judge()]


def verdict(rule):
    return verdicts(rule)[0]


def quoted(cell):
    """What stands between the quotation marks of a table's cell."""
    return cell.removeprefix("“").removesuffix("”")


def received(vi, en):
    return cited(
        "Quy tắc kiểm tra cấp ESS và gói R validate; trường hợp thật: bảng Sở Công Thương Tây Ninh nhận được, 2022–2026",
        "Validation levels of the ESS and R package validate; real case: sheets received by Tây Ninh, 2022–2026", vi, en,
    )  # fmt: skip


NEGATIVE = Text("số âm được kiểm như mọi số.", "negative numbers are judged like any other.")
UNDECIDED = Text(
    "thiếu số để đối chiếu thì chưa kết luận, không phải đúng, cũng không phải sai.",
    "with a number to compare with missing the rule is undecided, neither true nor false.",
)
