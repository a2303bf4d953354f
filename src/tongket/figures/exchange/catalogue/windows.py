"""`windows.yaml`: the days that a period really covers in a reporting regime."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import Entry
from tongket.figures.exchange.catalogue.files import collect
from tongket.figures.terms.window import ReportingWindow
from tongket.figures.terms.words import Text

A_FIRST_DAY = Text("một ngày từ 1 đến 28", "a day from 1 to 28")


def read_windows(folders: Sequence[Path]) -> dict[str, ReportingWindow]:
    return {code: _window(entry) for code, entry in collect(folders, "windows.yaml").items()}


def _window(entry: Entry) -> ReportingWindow:
    first_day = entry.whole("first_day", default=1)
    if not 1 <= first_day <= 28:
        raise entry.wrong("first_day", A_FIRST_DAY)
    window = ReportingWindow(
        entry.code(),
        entry.text("name"),
        first_day,
        entry.whole("months_before", default=0),
        entry.word("reference", ""),
    )
    entry.close()
    return window
