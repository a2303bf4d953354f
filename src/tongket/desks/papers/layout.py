"""The page of an administrative paper, as annex I of Decree 30/2020/NĐ-CP lays it down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from tongket.figures.review.content import Letterhead

FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Layout:
    """Lengths in millimetres, letters in points; the comment gives what the annex allows."""

    reference: str
    page_width: float = 210
    page_height: float = 297
    margin_top: float = 20  # 20-25
    margin_bottom: float = 20  # 20-25
    margin_left: float = 30  # 30-35
    margin_right: float = 15  # 15-20
    first_line: float = 12.7  # 10 or 12.7
    body: float = 14  # 13-14
    state: float = 12  # 12-13
    motto: float = 13  # 13-14
    issuer: float = 12  # 12-13
    number: float = 13
    place_and_date: float = 13  # 13-14
    page_number: float = 13  # 13-14
    recipients_head: float = 12
    recipients: float = 11
    running: float = 9
    note: float = 10
    short_rule: float = 0.4  # 1/3-1/2 of the line above

    @property
    def text_width(self) -> float:
        return self.page_width - self.margin_left - self.margin_right


DECREE_30_2020 = Layout("Nghị định 30/2020/NĐ-CP, Phụ lục I")


SHORT_TABLE = 12  # rows of a table that is kept on one page


def table_points(columns: int) -> float:
    """A wide table takes smaller letters, so that a number stays on one line."""
    if columns <= 4:
        return 12
    return 11 if columns <= 7 else 9.5


def head_columns(head: Letterhead) -> tuple[float, float]:
    """The widths of the issuer's and the state's column: the state's lines stay whole, the rest is left."""
    page = DECREE_30_2020
    lines = (
        measure(head.state.upper(), page.state, bold=True),
        measure(head.motto, page.motto, bold=True),
        measure(head.place_and_date, page.place_and_date),
    )
    right = min(millimetres(max(lines)) + 3, page.text_width * 0.6)
    return page.text_width - right, right


@lru_cache(maxsize=2)
def _face(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"Tinos-{'Bold' if bold else 'Regular'}.ttf", 100)


def measure(text: str, points: float, *, bold: bool = False) -> float:
    """The length of a line of text in points; Tinos is as wide as Times New Roman, letter by letter."""
    return _face(bold).getlength(text) * points / 100


def millimetres(points: float) -> float:
    return points * 25.4 / 72
