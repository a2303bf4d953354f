"""Why a reader is unsure, in sentences."""

from __future__ import annotations

from tongket.figures.prose.reading.mention import Doubt
from tongket.figures.terms.words import Text

_REASONS = {
    "mark": Text(
        "dấu giữa các chữ số có thể là dấu thập phân, cũng có thể là dấu phân cách hàng nghìn",
        "the mark between the digits may be a decimal mark or may separate thousands",
    ),
    "foreign_mark": Text(
        "số viết theo dấu của ngôn ngữ kia", "the number is written with the other language's marks"
    ),
    "malformed": Text("không phải là một số viết đúng", "this is no well-formed number"),
    "unit_assumed": Text("không ghi đơn vị; hiểu là đồng", "no unit is printed; taken as dong"),
    "no_unit": Text("không ghi đơn vị", "no unit is printed"),
    "times_ambiguous": Text(
        "“tăng … lần” có thể là tăng thêm từng ấy lần, cũng có thể là gấp từng ấy lần",
        "“rose … times” may mean by so many times, or to so many times",
    ),
    "period_open": Text("không rõ kỳ của số liệu", "the period of the figure is not said"),
    "bare_percent": Text("không rõ tỷ lệ phần trăm của cái gì", "it is not said what the percentage is of"),
    "scale": Text(
        "quy mô khó tin: có thể nhầm đơn vị hoặc dấu phân cách",
        "the size is hard to believe: the unit or a mark may be wrong",
    ),
}

DOUBTS = {code: Doubt(code, reason) for code, reason in _REASONS.items()}
