"""One cell into a number, a code or a date. What cannot be read is `Bad`, never guessed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tongket.figures.exchange.tables import faults
from tongket.figures.exchange.tables.faults import Bad
from tongket.figures.exchange.tables.folding import clean, has_control, shown
from tongket.figures.exchange.tables.nearest import nearest_codes
from tongket.figures.exchange.tables.sheet import Cell, is_blank
from tongket.figures.returns.form import Dimension, Measure
from tongket.figures.terms.codelist import Codelist
from tongket.figures.terms.numerals import NotANumber, read_number
from tongket.figures.terms.words import Lang, Text

_DATE = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLAIN = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
MAY_BE_A_THOUSAND = re.compile(r"-?\d{1,3}\.\d{3}", re.ASCII)
_MARKED = re.compile(r"[-+−]?[\d.,\s]+", re.ASCII)
_NAN = Text("một giá trị không phải số", "not a number")


def number_of(cell: float, decimals: int) -> Decimal:
    """The decimal a stored number means.

    A float means what it prints as. Where a sum has left a tail (0.30000000000000004) it is taken off
    only if the number with the measure's own `decimals` is equal within the float's own error; otherwise
    the tail stays, for the check of decimals to name.
    """
    if cell.is_integer():
        return Decimal(int(cell))
    text = repr(cell)
    exact = Decimal(text)
    if (len(text) - text.find(".") - 1 <= decimals and "e" not in text) or abs(cell) >= 1e15:
        return exact
    near = round(exact, decimals)
    return near if abs(near - exact) <= 2 * Decimal(math.ulp(cell)) else exact


@dataclass(frozen=True, slots=True)
class TextNumber:
    """A number that stood as text; `plain` when it is written as machines do, 1234.5."""

    value: Decimal
    plain: bool


def read_text_number(text: str, measure: Measure, lang: Lang) -> TextNumber:
    """A number typed as text. It is taken only where one reading is possible: 1.234,5 and 1234.5 are,
    1.234 is not, for it may be one or one thousand."""
    if has_control(text):
        raise Bad(faults.CONTROL_CHARACTERS, name=measure.name, found=shown(text))
    token = clean(text)
    if _PLAIN.fullmatch(token) and not MAY_BE_A_THOUSAND.fullmatch(token):
        return TextNumber(Decimal(token), plain=True)
    value, other = _attempt(token, lang), _attempt(token, "en" if lang == "vi" else "vi")
    if value is not None and other is not None and value != other:
        found, one, another = shown(text), bare(value), bare(other)
        raise Bad(faults.AMBIGUOUS_NUMBER, name=measure.name, found=found, one=one, other=another)
    if value is not None:
        return TextNumber(value, plain=False)
    if looks_numeric(token):
        raise Bad(faults.MIXED_MARKS, name=measure.name, found=shown(text))
    raise not_a_number(measure, Text(f"chữ “{shown(text)}”", f"the text “{shown(text)}”"))


def not_a_number(measure: Measure, found: Text) -> Bad:
    example = Text("1234" if not measure.decimals else "1234,5", "1234" if not measure.decimals else "1234.5")
    return Bad(faults.NOT_A_NUMBER, name=measure.name, found=found, example=example)


def read_stored_number(cell: Cell, measure: Measure) -> Decimal:
    """A number kept as one; booleans, dates and what is not finite are refused."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if math.isfinite(cell):
            return number_of(cell, measure.decimals)
        raise not_a_number(measure, _NAN)
    if isinstance(cell, bool):
        raise not_a_number(measure, Text("giá trị đúng/sai", "a true/false value"))
    raise not_a_number(measure, Text(f"ngày giờ {shown(cell)}", f"the date or time {shown(cell)}"))


def looks_numeric(cell: Cell) -> bool:
    """A number, or a text of digits and marks."""
    if isinstance(cell, str):
        return _MARKED.fullmatch(cell) is not None and any(map(str.isdigit, cell))
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def read_code(cell: Cell, dimension: Dimension, codelists: Mapping[str, Codelist]) -> str:
    """A code of the dimension's list, or a free word where it has none.

    A code typed as a number is read as its digits; lost leading zeros are not guessed but suggested.
    """
    if not dimension.codelist:
        return read_word(cell, dimension.name)
    codelist = codelists[dimension.codelist]
    if isinstance(cell, str) and cell in codelist:
        return cell  # as nearly all are
    code = read_word(cell, dimension.name)
    if code in codelist:
        return code
    raise Bad(
        faults.UNKNOWN_CODE,
        name=dimension.name,
        found=shown(code),
        codelist=codelist.name,
        near=nearest_codes(code, codelist),
    )


def read_word(cell: Cell, name: Text) -> str:
    """A code as text, whatever way it was typed."""
    if is_blank(cell):
        raise Bad(faults.BLANK_CODE, name=name)
    if isinstance(cell, str):
        if has_control(cell):
            raise Bad(faults.CONTROL_CHARACTERS, name=name, found=shown(cell))
        return clean(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def read_date(cell: Cell, dimension: Dimension) -> str:
    """A day as ISO text; day/month/year as Vietnam writes it, or ISO, never month/day."""
    if is_blank(cell):
        raise Bad(faults.BLANK_CODE, name=dimension.name)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    day = _day_of(clean(cell)) if isinstance(cell, str) else None
    if day is None:
        raise Bad(faults.WRONG_DATE, name=dimension.name, found=shown(cell))
    return day.isoformat()


def bare(value: Decimal) -> Text:
    """A number without thousands marks, so that no one can take it for another."""
    return Text(f"{value:f}".replace(".", ","), f"{value:f}")


def _attempt(token: str, lang: Lang) -> Decimal | None:
    try:
        return read_number(token, lang)
    except NotANumber:
        return None


def _day_of(text: str) -> date | None:
    try:
        if match := _DATE.fullmatch(text):
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        return date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:
        return None
