"""Code lists: classifications, products, markets, groups; a tree where items have parents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tongket.figures.terms.words import Refusal, Text


class UnknownCode(Refusal):
    """The code list has no such code."""


@dataclass(frozen=True, slots=True)
class Item:
    """One code. `unit` is the item's own unit where it has one; `attributes` are further codes,
    such as the activity a product belongs to."""

    code: str
    name: Text
    parent: str = ""
    unit: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Codelist:
    """A versioned list of codes with its source; the same code of two versions may mean two things."""

    code: str
    version: str
    name: Text
    items: Mapping[str, Item]
    source: str = ""

    def __getitem__(self, code: str) -> Item:
        if code not in self.items:
            raise UnknownCode(
                Text(
                    "Mã “{code}” không có trong danh mục {name}.",
                    "The code “{code}” is not in the list {name}.",
                ).format(code=code, name=self.name)
            )
        return self.items[code]

    def __contains__(self, code: object) -> bool:
        return code in self.items

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for item in self.items.values():
            children.setdefault(item.parent, []).append(item.code)
        return children

    def children(self, code: str) -> tuple[str, ...]:
        return tuple(self._children.get(code, ()))

    def roots(self) -> tuple[str, ...]:
        return self.children("")

    def below(self, code: str) -> frozenset[str]:
        """The code and everything under it."""
        return frozenset(self._walk(code))

    def _walk(self, code: str) -> Iterator[str]:
        yield code
        for child in self._children.get(code, ()):
            yield from self._walk(child)

    def above(self, code: str) -> tuple[str, ...]:
        """The code and all it lies in, nearest first."""
        chain = [code]
        while parent := self[chain[-1]].parent:
            chain.append(parent)
        return tuple(chain)
