"""The oracle: the index in plain Python, row by row and month by month, for its numbers and not its time.

Gaps are filled as PEERS "Semantics" 6 says: parents from the children that are known, with full weights;
then a missing child takes its parent's. Tests hold Tongket to it on small data, the bench on the nation's.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

LEVELS = ("section", "division", "group", "class")
CELL = ("area", "product")


def relatives(rows):
    """r by cell and month over the units of the cell that answered in it and in the month before."""
    quantity = defaultdict(dict)
    for area, enterprise, product, period, amount in rows:
        if amount is not None and amount == amount:
            year, month = period.split("-")
            quantity[area, enterprise, product][int(year) * 12 + int(month) - 1] = amount
    months = [t for by_month in quantity.values() for t in by_month]
    first, last = min(months), max(months)
    now, before, r = defaultdict(float), defaultdict(float), {}
    for (area, _, product), by_month in quantity.items():
        for t, amount in by_month.items():
            if t == first:
                r[area, product, t] = 1.0
            elif t - 1 in by_month:
                now[area, product, t] += amount
                before[area, product, t] += by_month[t - 1]
    r.update({key: now[key] / total for key, total in before.items() if total > 0})
    return r, first, last


def ways(cells, above):
    """The nodes over every cell, from the whole down to its class."""
    return {
        (area, product): ["VN", area, *(f"{area}:{code}" for code in above[product])]
        for area, product in cells
    }


def fill(known, weight, way):
    """One month: r of every node and cell, filled; and each cell's share of its area among those known."""
    children, full, x = defaultdict(set), defaultdict(float), dict(known)
    for cell, nodes in way.items():
        full[cell] = weight[cell]
        for parent, child in zip(nodes, [*nodes[1:], cell], strict=True):
            children[parent].add(child)
            full[parent] += weight[cell]
    for depth in (5, 4, 3, 2, 1, 0):
        for node in {nodes[depth] for nodes in way.values()}:
            there = [child for child in children[node] if child in x]
            total = sum(full[child] for child in there)
            if total > 0:
                x[node] = sum(full[child] * x[child] for child in there) / total
    shares = {cell: share_of_area(cell, way[cell], children, full, x) for cell in known if cell[0] in x}
    from_above(x, way)
    return x, shares


def from_above(x, way):
    for cell, nodes in way.items():
        for parent, child in zip(nodes, [*nodes[1:], cell], strict=True):
            if child not in x and parent in x:
                x[child] = x[parent]


def share_of_area(cell, nodes, children, full, x):
    share = 1.0
    for parent, child in zip(nodes[1:], [*nodes[2:], cell], strict=True):
        total = sum(full[each] for each in children[parent] if each in x)
        share *= full[child] / total if total > 0 else 0.0
    return share


def index(rows, above, value_added):
    """Rows of (month, node, level) and of (month, area, product, contribution); None where there is none."""
    r, first, last = relatives(rows)
    in_use = range(first // 12, last // 12 + 1)
    cells, goes_on = {cell for year in in_use for cell in value_added[year - 1]}, True
    way, level, levels, contributions = ways(cells, above), defaultdict(lambda: 100.0), [], []
    for t in range(first, last + 1):
        if t == first or t % 12 == 0:
            weight = {cell: value_added[t // 12 - 1].get(cell, 0.0) for cell in cells}
        known = {cell: r[(*cell, t)] for cell in cells if (*cell, t) in r}
        x, shares = fill(known, weight, way)
        goes_on = goes_on and "VN" in x  # nothing known anywhere, or nothing with a weight: no chain
        for cell in cells:
            there = goes_on and cell in shares
            contributions.append((t, *cell, shares[cell] * (known[cell] - 1) if there else None))
            weight[cell] *= x[cell] if goes_on else 0.0
        for node in dict.fromkeys(node for nodes in way.values() for node in nodes):
            # A level of 0 is a true stop, and no chain says where it starts again.
            level[node] = level[node] * x[node] if goes_on and level[node] else None
            levels.append((t, node, level[node]))
    return levels, contributions


def period(t):
    return f"{t // 12:04d}-{t % 12 + 1:02d}"


def read(data):
    names = ("area", "enterprise", "product", "period", "quantity")
    products = pq.read_table(data / "products.parquet").to_pylist()
    above = {row["product"]: [row[level] for level in LEVELS] for row in products}
    value_added = defaultdict(dict)
    for row in pq.read_table(data / "weights.parquet").to_pylist():
        value_added[row["year"]][row["area"], row["product"]] = row["value_added"]
    with pq.ParquetFile(data / "returns.parquet") as file:
        rows = (
            row
            for batch in file.iter_batches(columns=list(names))
            for row in zip(*(batch[name].to_pylist() for name in names), strict=True)
        )
        return index(rows, above, value_added)


def write(path, heads, rows):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(rows)


if __name__ == "__main__":
    data, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    levels, contributions = read(data)
    write(out / "index.csv", ("period", "node", "index"), ((period(t), *rest) for t, *rest in levels))
    heads = ("period", *CELL, "contribution")
    write(out / "contributions.csv", heads, ((period(t), *rest) for t, *rest in contributions))
