"""The tree an index is added up by: one version of a classification, laid out level by level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from tongket.figures.methods.index_numbers.arrays import Array, IndexRefused, Marks, Places
from tongket.figures.terms.words import Text


@dataclass(frozen=True)
class Level:
    """The nodes of one depth: `rows` from..to, where each family of siblings starts, and the parents."""

    rows: slice
    starts: Places
    parents: Places
    parent_of_row: Places


@dataclass(frozen=True)
class Tree:
    """Nodes with the whole first, parents before children, siblings side by side; `parents` by place.

    `version` names the classification: the same code may mean another activity in another version, so
    two trees are two things even where their codes agree. Source: METHODS §1.1, "key = (version, code)".
    """

    nodes: tuple[str, ...]
    parents: tuple[int, ...]
    version: str = ""

    @classmethod
    def of(cls, parent_of: Mapping[str, str | None], version: str = "") -> Tree:
        """From a node's parent; the whole is the one node whose parent is None.

        No whole, two wholes, an unknown parent or a circle: `IndexRefused`.
        """
        children: dict[str | None, list[str]] = {}
        for node, parent in parent_of.items():
            children.setdefault(parent, []).append(node)
        nodes, parents = list(children.get(None, ())), [-1]
        for place, node in enumerate(nodes):  # grows as it goes: breadth first
            nodes += children.get(node, [])
            parents += [place] * len(children.get(node, []))
        if len(children.get(None, ())) != 1 or len(nodes) != len(parent_of):
            lost = sorted(set(parent_of) - set(nodes)) or children.get(None, [])
            raise IndexRefused(_NO_TREE.format(nodes=", ".join(lost) or "—"))
        return cls(tuple(nodes), tuple(parents), version)

    @classmethod
    def flat(cls, *leaves: str, whole: str = "") -> Tree:
        """The whole and its parts, with nothing between."""
        return cls.of({whole: None, **dict.fromkeys(leaves, whole)})

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The depths below the whole, from the top."""
        depth = np.zeros(len(self.nodes), dtype=np.intp)
        for row, parent in enumerate(self.parents[1:], start=1):
            depth[row] = depth[parent] + 1
        found: list[Level] = []
        for one in range(1, int(depth[-1]) + 1):
            rows = np.flatnonzero(depth == one)
            parents = np.array([self.parents[row] for row in rows], dtype=np.intp)
            starts = np.flatnonzero(np.diff(parents, prepend=-1)).astype(np.intp)
            found.append(Level(slice(rows[0], rows[-1] + 1), starts, parents[starts], parents))
        return tuple(found)

    @cached_property
    def leaves(self) -> Places:
        """The places of the nodes without children, in order: the rows every function calls leaves."""
        return np.setdiff1d(np.arange(len(self.nodes)), np.array(self.parents)).astype(np.intp)

    @property
    def leaf_names(self) -> tuple[str, ...]:
        return tuple(self.nodes[place] for place in self.leaves)

    def place(self, node: str) -> int:
        return self.nodes.index(node)

    def children(self, place: int) -> Places:
        return np.flatnonzero(np.array(self.parents) == place).astype(np.intp)

    def depth(self, place: int) -> int:
        """How many nodes stand above it."""
        return 0 if place == 0 else 1 + self.depth(self.parents[place])

    def below(self, place: int) -> Marks:
        """Marks the node itself and everything under it."""
        inside = np.zeros(len(self.nodes), dtype=np.bool_)
        inside[place] = True
        for level in self.levels:
            inside[level.rows] |= inside[level.parent_of_row]
        return inside

    def rows(self, by_leaf: Mapping[str, ArrayLike]) -> Array:
        """One row a leaf, in this tree's order; a leaf not given is missing.

        A name that is no leaf of this tree: `IndexRefused`, so that no row is lost in silence.
        """
        strange = sorted(set(by_leaf) - set(self.leaf_names))
        if strange:
            raise IndexRefused(_STRANGE.format(nodes=", ".join(strange), version=self.version or "—"))
        given = {name: np.asarray(row, dtype=np.float64) for name, row in by_leaf.items()}
        shape = next(iter(given.values())).shape if given else ()
        return np.array([given.get(name, np.full(shape, np.nan)) for name in self.leaf_names])

    def spread(self, leaf_rows: Array) -> Array:
        """Rows of leaves laid out as rows of nodes; the nodes above are missing."""
        if len(leaf_rows) != len(self.leaves):
            found, due = len(leaf_rows), len(self.leaves)
            raise IndexRefused(_ROWS.format(found=found, due=due))
        out = np.full((len(self.nodes), *leaf_rows.shape[1:]), np.nan)
        out[self.leaves] = leaf_rows
        return out


_NO_TREE = Text(
    "Không dựng được cây chỉ số: cần đúng một nút gốc và mọi nút nối về gốc. Kiểm tra các nút: {nodes}.",
    "No tree: exactly one node has no parent and every other leads up to it. Check the nodes: {nodes}.",
)
_STRANGE = Text(
    "Các mã {nodes} không phải nút cuối của cây (phiên bản {version}). Hãy dùng mã của đúng phiên bản.",
    "{nodes} are no leaves of the tree (version {version}). Use the codes of that version, or bridge them.",
)
_ROWS = Text(
    "Có {found} hàng số liệu, cây có {due} nút cuối; cần mỗi nút cuối một hàng.",
    "Found {found} rows for {due} leaves; give one row a leaf, in the tree's order (`Tree.rows`).",
)
