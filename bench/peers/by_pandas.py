"""The same in pandas, as most statistical offices would write it."""

import sys
from pathlib import Path

import pandas as pd

LEVELS = ("section", "division", "group", "class")
UNIT = ["enterprise", "product"]
CELL = ["area", "product"]


def cells(data: Path) -> pd.DataFrame:
    """Area, product, t, r, w and the weight the year began with."""
    returns = pd.read_parquet(
        data / "returns.parquet", columns=["area", "enterprise", "product", "period", "quantity"]
    ).dropna(subset="quantity")
    for name in ("area", "enterprise", "product", "period"):
        returns[name] = returns[name].astype("category")
    months = {each: int(each[:4]) * 12 + int(each[5:]) - 1 for each in returns["period"].cat.categories}
    returns["t"] = returns["period"].map(months).astype("int32")
    before = returns[[*UNIT, "t", "quantity"]].rename(columns={"quantity": "before"})
    before["t"] += 1
    matched = returns[[*CELL, "enterprise", "t", "quantity"]].merge(before, on=[*UNIT, "t"])
    sums = matched.groupby([*CELL, "t"], observed=True)[["quantity", "before"]].sum().reset_index()
    sums["r"] = sums["quantity"] / sums["before"]
    first = returns.loc[returns["t"] == returns["t"].min(), [*CELL, "t"]].drop_duplicates().assign(r=1.0)
    cell = pd.concat([sums[[*CELL, "t", "r"]], first])
    cell[CELL] = cell[CELL].astype(str)
    cell["year"] = cell["t"] // 12 - 1
    cell = cell.merge(pd.read_parquet(data / "weights.parquet"), on=[*CELL, "year"]).sort_values("t")
    cell["w"] = cell["value_added"] * cell.groupby([*CELL, "year"])["r"].cumprod()
    return cell


def levels(cell: pd.DataFrame, data: Path) -> pd.DataFrame:
    named = cell.merge(pd.read_parquet(data / "products.parquet"), on="product")
    nodes = [pd.Series("VN", named.index), named["area"]]
    nodes += [named["area"] + ":" + named[level] for level in LEVELS]
    sums = [
        named.groupby(["t", "year", node.rename("node")])[["w", "value_added"]].sum().reset_index()
        for node in nodes
    ]
    node = pd.concat(sums).sort_values("t")
    node["ratio"] = node["w"] / node["value_added"]
    last = node[node["t"] % 12 == 11].copy()
    last["link"] = last.groupby("node")["ratio"].cumprod()
    last["year"] += 1
    node = node.merge(last[["node", "year", "link"]], on=["node", "year"], how="left")
    node["index"] = 100 * node["link"].fillna(1.0) * node["ratio"]
    node["period"] = period(node)
    return node.sort_values(["period", "node"])[["period", "node", "index"]]


def contributions(cell: pd.DataFrame) -> pd.DataFrame:
    before = cell["w"] / cell["r"]
    share = before / before.groupby([cell["area"], cell["t"]]).transform("sum")
    return cell.assign(period=period(cell), contribution=share * (cell["r"] - 1))[
        ["period", *CELL, "contribution"]
    ]


def period(frame: pd.DataFrame) -> pd.Series:
    names = {t: f"{t // 12:04d}-{t % 12 + 1:02d}" for t in frame["t"].unique()}
    return frame["t"].map(names)


if __name__ == "__main__":
    data, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    cell = cells(data)
    levels(cell, data).to_csv(out / "index.csv", index=False)
    contributions(cell).to_csv(out / "contributions.csv", index=False)
