"""The same in Polars, lazily up to the cells."""

import sys
from pathlib import Path

import polars as pl

LEVELS = ("section", "division", "group", "class")
UNIT = ["enterprise", "product"]


def cells(data: Path) -> pl.DataFrame:
    """Area, product, t, r, w and the weight the year began with."""
    returns = (
        pl.scan_parquet(data / "returns.parquet")
        .filter(pl.col("quantity").is_not_null())
        .select(
            "area",
            *UNIT,
            q="quantity",
            t=pl.col("period").str.slice(0, 4).cast(pl.Int32) * 12
            + pl.col("period").str.slice(5, 2).cast(pl.Int32)
            - 1,
        )
        .collect()
    )
    before = returns.select(*UNIT, pl.col("t") + 1, before="q")
    matched = returns.lazy().join(before.lazy(), on=[*UNIT, "t"])
    moved = matched.group_by("area", "product", "t").agg(r=pl.col("q").sum() / pl.col("before").sum())
    first = returns.lazy().filter(pl.col("t") == returns["t"].min())
    began = first.select("area", "product", "t").unique().with_columns(r=pl.lit(1.0))
    weights = pl.scan_parquet(data / "weights.parquet")
    return (
        pl.concat([moved.select("area", "product", "t", "r"), began])
        .with_columns(year=pl.col("t") // 12 - 1)
        .join(weights, on=["area", "product", "year"])
        .sort("t")
        .with_columns(
            w=pl.col("value_added") * pl.col("r").cum_prod().over("area", "product", "year"),
        )
        .collect()
    )


def levels(cell: pl.DataFrame, data: Path) -> pl.DataFrame:
    named = cell.join(pl.read_parquet(data / "products.parquet"), on="product")
    nodes = [pl.lit("VN"), pl.col("area"), *(pl.col("area") + ":" + pl.col(level) for level in LEVELS)]
    sums = [
        named.group_by("t", "year", node=node).agg(ratio=pl.col("w").sum() / pl.col("value_added").sum())
        for node in nodes
    ]
    node = pl.concat(sums).sort("t")
    link = node.filter(pl.col("t") % 12 == 11).select(
        "node", pl.col("year") + 1, link=pl.col("ratio").cum_prod().over("node")
    )
    joined = node.join(link, on=["node", "year"], how="left").with_columns(pl.col("link").fill_null(1.0))
    return joined.select(period(), "node", index=100 * pl.col("link") * pl.col("ratio")).sort(
        "period", "node"
    )


def contributions(cell: pl.DataFrame) -> pl.DataFrame:
    before = pl.col("w") / pl.col("r")
    share = before / before.sum().over("area", "t")
    return cell.select(period(), "area", "product", contribution=share * (pl.col("r") - 1))


def period() -> pl.Expr:
    month = (pl.col("t") % 12 + 1).cast(pl.String).str.zfill(2)
    return ((pl.col("t") // 12).cast(pl.String) + "-" + month).alias("period")


if __name__ == "__main__":
    data, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    cell = cells(data)
    levels(cell, data).write_csv(out / "index.csv")
    contributions(cell).write_csv(out / "contributions.csv")
