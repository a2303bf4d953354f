"""The monthly chain against a slow, obvious telling of PEERS "Semantics" 1-6 on random returns with gaps."""

import math
import random

import numpy as np
import pytest

from tongket.figures.methods.index_numbers.contributions import contributions
from tongket.figures.methods.index_numbers.elementary import cell_relatives
from tongket.figures.methods.index_numbers.monthly import (
    by_year,
    month_contributions,
    monthly_chain,
    yearly_weights,
)
from tongket.figures.methods.index_numbers.tree import Tree

PROVINCES, CLASSES = ("01", "02", "04"), ("1011", "1012", "1020", "2011", "3500")
FIRST_YEAR, FIRST_MONTH, MONTHS = 2019, 10, 30  # the first year is three months long


def parent_of():
    """VN > area > division > class > product cell, two products a class."""
    parents = {"VN": None}
    for area in PROVINCES:
        parents[area] = "VN"
        for code in CLASSES:
            parents.setdefault(f"{area}:{code[:2]}", area)
            parents[f"{area}:{code}"] = f"{area}:{code[:2]}"
            parents.update({f"{area}:{code}.{n}": f"{area}:{code}" for n in (1, 2)})
    return parents


PARENTS = parent_of()
CELLS = [node for node in PARENTS if "." in node]


def returns(seed):
    """(cell, enterprise, month) -> quantity: units that skip months, cells and classes that are silent."""
    chance, lines = random.Random(seed), {}
    silent = {(cell[:7], month) for cell in CELLS for month in range(MONTHS) if chance.random() < 0.08}
    for cell in CELLS:
        if chance.random() < 0.1:
            continue  # a cell that never answers
        for enterprise in range(chance.randint(1, 3)):
            size = chance.uniform(5, 500)
            for month in range(MONTHS):
                size *= chance.uniform(0.7, 1.4)
                if (cell[:7], month) not in silent and chance.random() < 0.85:
                    lines[cell, enterprise, month] = size
    return lines


def yearly(seed):
    chance = random.Random(seed + 1000)
    years = range(FIRST_YEAR, FIRST_YEAR + 4)
    return {
        year: {cell: chance.choice([0.0, 1.0, 1.0]) * chance.uniform(1, 90) for cell in CELLS}
        for year in years
    }


CHILDREN = {node: [child for child, parent in PARENTS.items() if parent == node] for node in PARENTS}


def elementary(lines, month):
    """2. The relative of a cell: sums over the units that answered in this month and the one before."""
    found = {}
    for cell in CELLS:
        here = {enterprise for one, enterprise, m in lines if one == cell and m == month}
        if month == 0:
            found.update({cell: 1.0} if here else {})
            continue
        both = [enterprise for enterprise in here if (cell, enterprise, month - 1) in lines]
        if both:
            now, before = (sum(lines[cell, e, m] for e in both) for m in (month, month - 1))
            found[cell] = now / before
    return found


def up(node, weight, x):
    """6. From below: full weights, and the mean of the children that have a value."""
    if not CHILDREN[node]:
        return {node: weight[node]}
    full = {}
    for child in CHILDREN[node]:
        full.update(up(child, weight, x))
    known = [child for child in CHILDREN[node] if child in x]
    total = sum(full[child] for child in known)
    if total > 0:
        x[node] = sum(full[child] * x[child] for child in known) / total
    return {node: sum(full[child] for child in CHILDREN[node]), **full}


def down(node, x):
    """6. From above: what is missing takes its parent's value, filled already."""
    for child in CHILDREN[node]:
        x.setdefault(child, x[node])
        down(child, x)


def share_out(node, part, full, seen):
    """5 and 6. The share of the area each cell stands for: the missing leave theirs to their siblings."""
    if not CHILDREN[node]:
        return {node: part}
    known = [child for child in CHILDREN[node] if child in seen]
    total = sum(full[child] for child in known)
    shares = {}
    for child in known:
        shares.update(share_out(child, part * full[child] / total if total else 0.0, full, seen))
    return shares


def oracle(lines, value_added):
    """Levels of every node and contributions of cells to their area, month by month, in dictionaries."""
    level, levels, points, weight = dict.fromkeys(PARENTS, 100.0), [], [], {}
    for month in range(MONTHS):
        year, place = divmod(FIRST_MONTH - 1 + month, 12)
        weight = dict(value_added[FIRST_YEAR + year]) if month == 0 or place == 0 else weight
        x = elementary(lines, month)
        full = up("VN", weight, x)
        seen = set(x)
        down("VN", x)
        shares = {}
        for area in PROVINCES:
            shares.update(share_out(area, 1.0, full, seen) if area in seen else {})
        points.append({cell: share * (x[cell] - 1) for cell, share in shares.items()})
        level = {node: level[node] * x[node] for node in PARENTS}
        levels.append(level)
        weight = {cell: weight[cell] * x[cell] for cell in CELLS}
    return levels, points


def ours(lines, value_added):
    tree = Tree.of(PARENTS, "VSIC2018")
    units = sorted({(cell, enterprise) for cell, enterprise, _ in lines})
    quantities = np.array(
        [[lines.get((*unit, month), math.nan) for month in range(MONTHS)] for unit in units]
    )
    leaf = {name: place for place, name in enumerate(tree.leaf_names)}
    cells = cell_relatives(quantities, [leaf[cell] for cell, _ in units], len(leaf))
    in_use = {year: [row[name] for name in tree.leaf_names] for year, row in value_added.items()}
    return monthly_chain(tree, cells.relatives, yearly_weights(FIRST_YEAR, FIRST_MONTH, MONTHS, in_use))


@pytest.mark.parametrize("seed", range(6))
def test_levels_and_contributions_of_a_chain_with_december_links_and_gaps(seed):
    lines, value_added = returns(seed), yearly(seed)
    index = ours(lines, value_added)
    levels, points = oracle(lines, value_added)
    assert index.links == (0, 3, 15, 27)
    for place, node in enumerate(index.tree.nodes):
        assert index.levels[place] == pytest.approx([level[node] for level in levels], rel=1e-12), node
    for area in PROVINCES:
        found = month_contributions(index, index.tree.place(area)) / 100
        for month in range(MONTHS):
            if not index.known[index.tree.place(area), month]:
                continue
            for cell in (one for one in CELLS if one.startswith(area)):
                due = points[month].get(cell, 0.0)
                assert np.nan_to_num(found[index.tree.place(cell), month]) == pytest.approx(due, abs=1e-12)


@pytest.mark.parametrize("seed", range(3))
def test_contributions_add_up_on_every_base_and_at_every_level(seed):
    index = ours(returns(seed), yearly(seed))
    laid = by_year(index, FIRST_MONTH)
    whole = index.tree.leaves
    assert laid.levels.reshape(len(index.tree.nodes), -1)[:, 9:39] == pytest.approx(index.levels, rel=1e-12)
    spans = {
        "month on month": ([(1, 5)], [(1, 4)]),
        "January on December": ([(1, 0)], [(0, 11)]),
        "year on year": ([(2, 3)], [(1, 3)]),
        "two years": ([(2, 10)], [(0, 10)]),
        "year to date": ([(2, m) for m in range(4)], [(1, m) for m in range(4)]),
    }
    for of in (0, index.tree.place("02"), index.tree.place("04:10")):
        leaves = whole[index.tree.below(of)[whole]]
        for now, before in spans.values():
            points = contributions(laid, now, before, of)
            sums = [sum(laid.levels[of, y, m] for y, m in side) for side in (now, before)]
            growth = 100 * (sums[0] / sums[1] - 1)
            assert points[of] == pytest.approx(growth, abs=1e-9)
            assert points[leaves].sum() == pytest.approx(growth, abs=1e-9)
            assert points[index.tree.children(of)].sum() == pytest.approx(growth, abs=1e-9)


def test_a_closed_form_that_ignores_the_order_of_time_would_be_wrong():
    """The same data with gaps filled from above only at the end differs: PEERS, the point of the sequence."""
    index = ours(returns(1), yearly(1))
    filled_late = 100 * np.prod(np.where(index.known, index.relatives, 1.0), axis=1)
    assert not np.allclose(filled_late, index.levels[:, -1], rtol=0.05)
