"""The sentences of the proof-reader."""

from __future__ import annotations

from tongket.figures.prose.proofing.finding import Verdict
from tongket.figures.terms.words import Text

VERDICTS: dict[Verdict, Text] = {
    Verdict.AGREES: Text("khớp", "agrees"),
    Verdict.DISAGREES: Text("không khớp", "disagrees"),
    Verdict.DOES_NOT_RECOMPUTE: Text("tính lại không ra", "does not recompute"),
    Verdict.UNLIKE_COMPARISON: Text("so sánh không cùng loại", "unlike comparison"),
    Verdict.CONTRADICTS: Text("mâu thuẫn với chỗ khác", "contradicts another place"),
    Verdict.UNKNOWN: Text("chưa có trong sổ", "unknown to the book"),
}

AGREES = Text("khớp với số liệu", "agrees with the book")
BOOK_HAS = Text("số liệu là {figure}", "the book has {figure}")
ABSENT = Text("không có số liệu này ({cause})", "the book has no such figure ({cause})")
NO_FIGURE = Text("không có số liệu “{name}” kỳ {period}", "the book has no “{name}” of {period}")
NOT_IN_CATALOGUE = Text("không nhận ra chỉ tiêu nào của danh mục", "it is about nothing the catalogue has")
NO_SUCH_KIND = Text(
    "trong sổ không có số loại này của chỉ tiêu", "the book keeps no number of this kind of the indicator"
)
MALFORMED = Text(
    "không phải là một số viết đúng: {reason}; hãy viết lại", "no well-formed number: {reason}; write it anew"
)

OF_EDITION = Text("số này là của {name}", "the number is that of {name}")
TRANSPOSED = Text("có lẽ đảo chữ số", "two digits look swapped")
DIGIT = Text("có lẽ gõ sai một chữ số", "one digit looks mistyped")
SCALE = Text("lệch {times} lần: có lẽ sai đơn vị hoặc dấu phân cách", "off {times} times: the unit or a "
             "separator looks wrong")  # fmt: skip
SIGN = Text("ngược chiều tăng, giảm", "it goes the other way")
UNIT = Text("đơn vị tính khác", "the unit is another")
OF_PERIOD = Text("số này là của {period}", "the number is that of {period}")
OF_OTHER = Text("số này là của “{name}”", "the number is that of “{name}”")
ESTIMATE_AS_FINAL = Text(
    "đúng giá trị nhưng là số ước; hãy viết “ước đạt”", "the value is right but an estimate; say so"
)

RECOMPUTED = Text("tính lại từ {worked} được {result}", "worked out from {worked} it is {result}")
UNLIKE = Text("con số này tính từ {worked}. {reason}", "the number is worked out from {worked}. {reason}")
ELSEWHERE = Text("chỗ khác trong văn bản viết “{printed}”", "elsewhere the text has “{printed}”")
