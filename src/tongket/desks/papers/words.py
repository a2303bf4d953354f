"""The fixed words that renderers print of their own, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.figures.terms.words import Lang, Text

LANGUAGE_TAGS: dict[Lang, str] = {"vi": "vi-VN", "en": "en-GB"}

SOURCE = Text("Nguồn", "Source")
UNIT = Text("Đơn vị", "Unit")
SKIP = Text("Đến nội dung chính", "Skip to the main text")
CONTENTS = Text("Mục lục", "Contents")
CHART_DATA = Text("Số liệu của biểu đồ", "Figures of the chart")
CATEGORY = Text("Mục", "Item")
SYNTHETIC = Text("Số liệu giả lập", "Synthetic figures")
CONTACT = Text("Liên hệ", "Contact")
COVER_SHEET = Text("Bìa", "Cover")
PASSPORT_SHEET = Text("Địa chỉ số liệu", "Passports")
PASSPORT_HEADS = (
    Text("Bảng tính", "Sheet"),
    Text("Ô", "Cell"),
    Text("In là", "Printed text"),
    Text("Địa chỉ", "Address"),
)
SLIDE_FIGURES = Text("Địa chỉ các số liệu trên trang này", "Addresses of the figures on this slide")
NO_FORMAT = Text(
    "Không có dạng văn bản “{name}”. Các dạng có sẵn: {known}.",
    "There is no paper format “{name}”. Choose one of: {known}.",
)
NO_PRESS = Text(
    "Văn bản “{title}” chưa có phần tin gửi báo chí. Hãy thêm phần đó trước khi xuất dạng txt.",
    "The paper “{title}” has no press text. Give it one before asking for txt.",
)
NO_SLIDES = Text(
    "Văn bản “{title}” chưa có trang trình chiếu nào. Hãy thêm trang trước khi xuất dạng pptx.",
    "The paper “{title}” has no slides. Give it some before asking for pptx.",
)


def raised_marks(marks: Iterable[str]) -> str:
    """The marks of notes as printed: a bare raised 1 would turn 21,300.0 into 21,300.01 for who copies it."""
    return "".join(f"({mark})" for mark in marks)
