"""What an office's data say of themselves: when they were counted or published, by whom, and if made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from tongket.figures.exchange.catalogue.entry import A_DAY, A_NUMBER, CORRECT, Entry
from tongket.figures.exchange.catalogue.files import collect_each, files_of
from tongket.figures.exchange.catalogue.refusals import Place, refusal
from tongket.figures.terms.period import NotAPeriod, Period
from tongket.figures.terms.words import Text

PAIR = Text("một tệp .yaml cùng tên", "a .yaml file of the same name")
ADD_FILE = Text("Hãy thêm tệp đó, hoặc bỏ tệp này.", "Add it, or take this file out.")
A_PERIOD = Text("một kỳ, ví dụ 2020, 2020-10", "a period, such as 2020 or 2020-10")


def described(folders: Sequence[Path], kind: str) -> dict[str, Entry]:
    """The entries of a kind with lines beside them: `<kind>/<code>.yaml` and its `.csv`."""
    for folder in folders:
        for path in files_of(folder / kind, ".yaml", ".csv"):
            if not path.with_suffix(".yaml").is_file():
                raise refusal(Place(path), "", path.name, PAIR, ADD_FILE)
    return collect_each(folders, kind, ".csv")


def day(entry: Entry, key: str) -> date:
    """A day that has to be given."""
    found = entry.day_or_none(key)
    if found is None:
        raise entry.wrong(key, A_DAY)
    return found


def period(place: Place, cell: str) -> Period:
    try:
        return Period.parse(cell)
    except NotAPeriod:
        raise refusal(place, "period", cell or None, A_PERIOD, CORRECT) from None


def decimal(place: Place, cells: Mapping[str, str], column: str) -> Decimal:
    """A cell that holds a finite number."""
    try:
        found = Decimal(cells[column])
    except InvalidOperation:
        raise refusal(place, column, cells[column] or None, A_NUMBER, CORRECT) from None
    if not found.is_finite():
        raise refusal(place, column, cells[column], A_NUMBER, CORRECT)
    return found
