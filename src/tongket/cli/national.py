"""`tongket national`: the production index of every province and of the nation, from returns in Parquet."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tongket.cli.session import Options
from tongket.figures.terms.words import Text

if TYPE_CHECKING:
    from tongket.figures.methods.index_numbers.national import NationalIndex

READ = Text(
    "{returns} báo cáo có sản lượng, {months} tháng, {seconds} giây.",
    "{returns} returns with a quantity, {months} months, {seconds} s.",
)
REPEATED = Text(
    "{count} báo cáo gửi lại y hệt, chỉ tính một lần.",
    "{count} returns were sent again unchanged and count once.",
)
WITHOUT = Text(
    "Các năm {years} không có quyền số của năm trước: dùng tiếp quyền số gần nhất.",
    "The years {years} have no weights of the year before: the nearest ones are carried on.",
)
UNWEIGHED = Text(
    "{count} ô (địa bàn, sản phẩm) có báo cáo nhưng không có quyền số nên không vào chỉ số, ví dụ {example}.",
    "{count} cells (area, product) have returns and no weight, so the index leaves them out, as {example}.",
)
STOPPED = Text(
    "Từ tháng {period} không có chỉ số: trong một tháng không đơn vị nào báo cáo liền hai tháng.",
    "From {period} on there is no index: in some month no unit had answered two months running.",
)
WRITTEN = Text(
    "Chỉ số của {nodes} nút và đóng góp của {cells} ô: {out} ({seconds} giây).",
    "The index of {nodes} nodes and the contributions of {cells} cells: {out} ({seconds} s).",
)


def national(
    ctx: typer.Context,
    data: Annotated[Path, typer.Argument(help="Folder of returns, products and weights (.parquet).")],
    out: Annotated[Path, typer.Argument(help="Folder for index.csv and the contributions.")],
    engine: Annotated[str, typer.Option(help="arrays, duckdb or polars.")] = "arrays",
    memory: Annotated[int | None, typer.Option(help="Megabytes the engine may use.")] = None,
) -> None:
    """The national production index: levels of every node, contributions at every level, gaps filled."""
    from tongket.figures.engines.relatives import relatives
    from tongket.figures.exchange.national.basket import read_basket
    from tongket.figures.methods.index_numbers.national import national_index

    options: Options = ctx.find_object(Options) or Options.of(None, None, "vi")
    started = time.perf_counter()
    basket = read_basket(data)
    found = relatives(data / "returns.parquet", engine, memory << 20 if memory else None)  # type: ignore[arg-type]
    _say(options, READ, returns=found.returns, months=found.months, seconds=_since(started))
    if found.repeated:
        _say(options, REPEATED, count=found.repeated)
    index = national_index(found, basket)
    _remark(options, index)
    _write(index, out)
    nodes, cells = len(index.above_cells), len(index.cells)
    _say(options, WRITTEN, nodes=nodes, cells=cells, out=out, seconds=_since(started))


def _write(index: NationalIndex, out: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from tongket.figures.engines.long_file import write_csv, write_parquet
    from tongket.figures.exchange.national.tables import contributions_tables, levels_table

    out.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as writers:
        written = [writers.submit(write_csv, levels_table(index), out / "index.csv")]
        to_area, to_every_level = contributions_tables(index)
        written.append(writers.submit(write_csv, to_area, out / "contributions.csv"))
        written.append(writers.submit(write_parquet, to_every_level, out / "contributions.parquet"))
    for one in written:
        one.result()


def _remark(options: Options, index: NationalIndex) -> None:
    """What the reader of the index has to know about what it was made from."""
    if index.without_weights:
        _say(options, WITHOUT, years=", ".join(map(str, index.without_weights)))
    if index.unweighed:
        _say(options, UNWEIGHED, count=len(index.unweighed), example="/".join(index.unweighed[0]))
    if index.stopped is not None:
        _say(options, STOPPED, period=f"{index.stopped // 12:04d}-{index.stopped % 12 + 1:02d}")


def _say(options: Options, text: Text, **slots: object) -> None:
    typer.echo(text.format(**slots)[options.lang])


def _since(started: float) -> str:
    return f"{time.perf_counter() - started:.1f}"
