"""The words of the register's pages."""

from __future__ import annotations

from enum import StrEnum

from tongket.figures.terms.area import Level
from tongket.figures.terms.words import Text


class Standing(StrEnum):
    """Whether a reporter is in force on a day."""

    IN_FORCE = "in_force"
    ENDED = "ended"
    COMING = "coming"


STANDINGS = {
    Standing.IN_FORCE: Text("đang hoạt động", "in force"),
    Standing.ENDED: Text("đã thôi hoạt động", "ended"),
    Standing.COMING: Text("chưa bắt đầu", "not yet begun"),
}
LEVEL_NAMES: dict[Level, Text] = {
    "province": Text("tỉnh", "province"),
    "district": Text("huyện", "district"),
    "commune": Text("xã", "commune"),
    "village": Text("thôn, bản", "village"),
}
KINDS = {
    "enterprise": Text("doanh nghiệp", "enterprise"),
    "cooperative": Text("hợp tác xã", "cooperative"),
    "household_business": Text("hộ kinh doanh", "household business"),
}
EVENTS = {
    "merge": Text("sáp nhập", "merger"),
    "split": Text("chia tách", "split"),
    "transfer": Text("điều chỉnh địa giới", "transfer"),
    "rename": Text("đổi tên", "renaming"),
    "upgrade": Text("nâng loại", "upgrade"),
    "abolish": Text("giải thể", "abolition"),
}
BASES = {
    "exact": Text("trọn đơn vị", "the whole unit"),
    "population": Text("dân số", "population"),
    "area": Text("diện tích", "land area"),
    "households": Text("số hộ", "households"),
    "establishments": Text("số cơ sở", "establishments"),
    "GO": Text("giá trị sản xuất", "gross output"),
}
IN_FORCE = Text("đang hiệu lực", "in force")
UNVERIFIED = Text("chưa xác minh", "unverified")
VERIFIED = Text("đã xác minh", "verified")


def named(words: dict[str, Text], code: str) -> Text:
    """The words for a code; a code the program has no words for stands as it is."""
    return words.get(code, Text.same(code or "–"))
