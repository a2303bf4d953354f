"""Heads, labels and answers of the handbook's tables in both languages."""

from tongket.figures.terms.words import Text

WORDS = {
    "answer": Text("kết quả", "answer"),
    "value": Text("giá trị", "value"),
    "parameter": Text("tham số", "parameter"),
    "yes": Text("có", "yes"),
    "no": Text("không", "no"),
    "none": Text("không có", "none"),
    "unit": Text("đơn vị", "unit"),
    "before": Text("kỳ gốc", "before"),
    "now": Text("kỳ này", "now"),
    "Jevons": Text.same("Jevons"),
}
