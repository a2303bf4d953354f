"""The table of vectors as a page of the handbook: who published what, and to how many digits ours agree."""

from __future__ import annotations

from tests.known.vectors import MOST, Agreement, Comparison, agreement, comparisons

from tongket.figures.terms.words import LANGS, Lang, Text

TITLE = Text("Số liệu đã biết và số chữ số trùng khớp", "Known numbers and the digits that agree")
INTRODUCTION = Text(
    "Mỗi dòng so kết quả của hệ thống với số do người khác công bố hoặc tính bằng tay. TV-nn là các bộ số "
    "kiểm thử trong `tests/known/vectors.json`, P-nn là các số đã biết khác trong `tests/known`. “Công bố” "
    "là số chữ số thập phân của nguồn, “trùng” là số chữ số thập phân mà mọi giá trị của dòng trùng khớp "
    "(nhiều nhất {most}: quá mức đó là sai số của số thực 64 bit). Nguồn được ghi nguyên văn.",
    "Each line sets ours against numbers somebody else published or worked out by hand. TV-nn are the "
    "vectors of `tests/known/vectors.json`, P-nn further known numbers of `tests/known`. “Published” is how "
    "many decimals the source has, “agree” to how many all values of the line agree ({most} at most: beyond "
    "stands the arithmetic of 64-bit floats). Sources are as given.",
).format(most=MOST)
HEADS = (
    Text("bộ số", "vector"),
    Text("so sánh", "compared"),
    Text("số giá trị", "values"),
    Text("công bố", "published"),
    Text("trùng", "agree"),
    Text("nguồn", "source"),
)
EXACT = Text("đúng hoàn toàn", "exactly")
ALMOST = Text("{decimals} ({because})", "{decimals} ({because})")


def vectors_text() -> str:
    """The page as Markdown, Vietnamese first."""
    found = [(one, agreement(one)) for one in comparisons()]
    return "\n---\n\n".join(_half(found, lang) for lang in LANGS)


def _half(found: list[tuple[Comparison, Agreement]], lang: Lang) -> str:
    rows = ["| " + " | ".join(head[lang] for head in HEADS) + " |", "| --- | --- | --: | --: | --: | --- |"]
    rows += ["| " + " | ".join(_row(one, agreed, lang)) + " |" for one, agreed in found]
    level = "#" if lang == "vi" else "##"
    return f"{level} {TITLE[lang]}\n\n{INTRODUCTION[lang]}\n\n" + "\n".join(rows) + "\n"


def _row(one: Comparison, agreed: Agreement, lang: Lang) -> tuple[str, ...]:
    printed = EXACT[lang] if one.decimals is None else str(one.decimals)
    told = EXACT[lang] if agreed.decimals is None else str(agreed.decimals)
    if one.within is not None:
        told = ALMOST.format(decimals=told, because=one.within.because)[lang]
    return one.vector, one.what[lang], str(agreed.values), printed, told, one.source
