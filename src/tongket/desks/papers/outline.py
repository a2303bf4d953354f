"""The depth of each heading in a tree without gaps, as screen readers and PDF/UA ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tongket.figures.review.content import Block, Heading


def depths(blocks: Iterable[Block], start: int = 0) -> Iterator[tuple[Block, int]]:
    """Each block with its heading's depth (nought for other blocks); a level that was skipped is closed up.

    `start` is the depth of a heading that stands above all of them, such as an annex's title.

    >>> [depth for _, depth in depths([Heading(1, "I.", "A"), Heading(3, "a)", "B"), Heading(1, "II.", "C")])]
    [1, 2, 1]
    """
    open_levels: list[int] = []
    for block in blocks:
        if not isinstance(block, Heading):
            yield block, 0
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        yield block, start + len(open_levels)
