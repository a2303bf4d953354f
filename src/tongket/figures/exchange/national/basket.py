"""`products.parquet` and `weights.parquet`: which cells make the national index, and how they weigh."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tongket.figures.methods.index_numbers.arrays import Array
from tongket.figures.methods.index_numbers.national import Cell, NationalBasket
from tongket.figures.terms.words import Refusal, Text

LEVELS = ("section", "division", "group", "class")
PRODUCTS = {"product": pa.string(), **dict.fromkeys(LEVELS, pa.string())}
WEIGHTS = {"area": pa.string(), "product": pa.string(), "year": pa.int32(), "value_added": pa.float64()}


class BasketRefused(Refusal):
    """The products or the weights cannot be used as they are."""


def read_basket(folder: Path) -> NationalBasket:
    """The basket of a folder. Refused: a file or column that is not there, an empty field, a line twice."""
    products = _read(folder / "products.parquet", PRODUCTS)
    codes = products["product"].to_pylist()
    above = dict(
        zip(codes, zip(*(products[level].to_pylist() for level in LEVELS), strict=True), strict=True)
    )
    if len(above) < len(codes):
        raise BasketRefused(_PRODUCT_TWICE.format(product=_twice(products, "product")))
    cells, years, value_added = _weights(_read(folder / "weights.parquet", WEIGHTS))
    return NationalBasket(above, cells, years, value_added)


def _weights(table: pa.Table) -> tuple[tuple[Cell, ...], tuple[int, ...], Array]:
    """The cells and years with a weight, and the weights by cell and year."""
    area, product = (table[name].combine_chunks().dictionary_encode() for name in ("area", "product"))
    products = len(product.dictionary)
    key = area.indices.to_numpy().astype(np.int64) * products + product.indices.to_numpy()
    cells, row = np.unique(key, return_inverse=True)
    years, column = np.unique(table["year"].to_numpy(), return_inverse=True)
    place = row * len(years) + column
    met, first, times = np.unique(place, return_index=True, return_counts=True)
    if len(met) < len(place):
        twice = table.slice(int(first[times > 1][0]), 1).to_pylist()[0]
        raise BasketRefused(_WEIGHT_TWICE.format(**twice))
    weights = np.full((len(cells), len(years)), np.nan)
    weights.reshape(-1)[place] = table["value_added"].to_numpy()
    names = (
        area.dictionary.take(pa.array(cells // products)),
        product.dictionary.take(pa.array(cells % products)),
    )
    both = zip(*(name.to_pylist() for name in names), strict=True)
    return tuple(both), tuple(years.tolist()), weights


def _read(path: Path, columns: dict[str, pa.DataType]) -> pa.Table:
    if not path.is_file():
        raise BasketRefused(_NO_FILE.format(path=path, columns=", ".join(columns)))
    lacking = [name for name in columns if name not in pq.read_schema(path).names]
    if lacking:
        raise BasketRefused(_NO_COLUMN.format(file=path.name, columns=", ".join(lacking)))
    table = pq.read_table(path, columns=list(columns)).cast(pa.schema(list(columns.items())))
    for name in columns:
        if table[name].null_count:
            raise BasketRefused(_EMPTY.format(file=path.name, column=name, count=table[name].null_count))
    return table


def _twice(table: pa.Table, column: str) -> str:
    counts = pc.value_counts(table[column].combine_chunks())
    return str(next(one["values"] for one in counts.to_pylist() if one["counts"] > 1))


_NO_FILE = Text(
    "Không có tệp {path}. Cần một tệp Parquet với các cột {columns}.",
    "There is no file {path}. It is a Parquet file with the columns {columns}.",
)
_NO_COLUMN = Text(
    "Tệp {file} thiếu cột {columns}.",
    "The file {file} lacks the columns {columns}.",
)
_EMPTY = Text(
    "Tệp {file}: cột “{column}” để trống ở {count} dòng. Hãy điền đủ; không có quyền số thì ghi 0.",
    "The file {file}: the column “{column}” is empty in {count} rows. Fill them in; no weight is 0.",
)
_PRODUCT_TWICE = Text(
    "Danh mục có sản phẩm {product} hai lần. Hãy giữ lại một dòng.",
    "The list has the product {product} twice. Keep one of the rows.",
)
_WEIGHT_TWICE = Text(
    "Quyền số năm {year} của sản phẩm {product}, địa bàn {area} có hai lần. Hãy giữ lại một dòng.",
    "The weight of {year} for product {product} of area {area} stands twice. Keep one of the rows.",
)
