"""What a file of national returns must be, for every engine that reads one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from tongket.figures.terms.words import Refusal, Text

CODES = ("area", "enterprise", "product", "period")
QUANTITY = "quantity"
COLUMNS = (*CODES, QUANTITY)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


class ReturnsRefused(Refusal):
    """The returns cannot be counted as they are."""


def files_of(returns: Path) -> list[Path]:
    """The Parquet file, or those of the folder in order of name; refuses what lacks columns."""
    found = sorted(returns.glob("*.parquet")) if returns.is_dir() else [returns] * returns.is_file()
    if not found:
        raise ReturnsRefused(_NO_FILE.format(path=returns))
    for file in found:
        lacking = [name for name in COLUMNS if name not in pq.read_schema(file).names]
        if lacking:
            raise ReturnsRefused(_NO_COLUMN.format(file=file.name, columns=", ".join(lacking)))
    return found


def month_of(period: str) -> int:
    """A month `YYYY-MM` counted from January of year 0."""
    found = _MONTH.fullmatch(period)
    if not found:
        raise ReturnsRefused(_NO_MONTH.format(period=period))
    return int(found[1]) * 12 + int(found[2]) - 1


def refuse_empty(column: str, rows: int) -> None:
    """Refuse a column of codes that is empty in some rows."""
    if rows:
        raise ReturnsRefused(_EMPTY.format(column=column, count=rows))


def refuse_no_amount(lowest: float, highest: float) -> None:
    """Refuse quantities that are negative or infinite; NaN says that there is none."""
    for value in (lowest, highest):
        if value < 0 or value == float("inf"):
            raise ReturnsRefused(_NO_AMOUNT.format(value=value))


def refuse_nothing(returns: int) -> None:
    if not returns:
        raise ReturnsRefused(_NOTHING)


def refuse_twice(unit: Sequence[str]) -> None:
    """Refuse a unit (area, enterprise, product, period) that answered twice with different quantities."""
    raise ReturnsRefused(_TWICE.format(**dict(zip(CODES, unit, strict=True))))


_NO_FILE = Text(
    "Không có tệp Parquet nào ở {path}. Hãy chỉ tệp returns.parquet hoặc thư mục chứa các tệp đó.",
    "There is no Parquet file at {path}. Name a returns.parquet or a folder of such files.",
)
_NO_COLUMN = Text(
    "Tệp {file} thiếu cột {columns}. Cần có: area, enterprise, product, period, quantity.",
    "The file {file} lacks the columns {columns}. It needs area, enterprise, product, period, quantity.",
)
_NO_MONTH = Text(
    "Kỳ báo cáo “{period}” không phải là tháng. Hãy ghi theo dạng NĂM-THÁNG, ví dụ 2020-01.",
    "The period “{period}” is no month. Write YEAR-MONTH, such as 2020-01.",
)
_EMPTY = Text(
    "Cột “{column}” để trống ở {count} dòng. Hãy ghi mã cho các dòng đó.",
    "The column “{column}” is empty in {count} rows. Write a code there.",
)
_NO_AMOUNT = Text(
    "Sản lượng có giá trị {value}; phải là số hữu hạn, không âm, hoặc để trống. Hãy sửa báo cáo.",
    "A quantity is {value}; each must be finite and not negative, or empty. Correct the return.",
)
_NOTHING = Text(
    "Không báo cáo nào có sản lượng, nên không tính được chỉ số. Hãy kiểm tra cột “quantity”.",
    "No return has a quantity, so there is nothing to make an index of. Check the column “quantity”.",
)
_TWICE = Text(
    "Doanh nghiệp {enterprise} (địa bàn {area}) báo cáo sản phẩm {product} tháng {period} hai lần với hai "
    "sản lượng khác nhau. Hãy giữ lại một dòng.",
    "Enterprise {enterprise} of area {area} reports product {product} for {period} twice, with different "
    "quantities. Keep one of the two rows.",
)
