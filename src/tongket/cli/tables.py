"""Tables on a terminal: heads in the language asked for, numbers to the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tongket.cli.session import Session
from tongket.figures.terms.words import Text

Head = tuple[Text, bool]  # the words, and whether the column holds numbers


def words(vi: str, en: str) -> Head:
    return Text(vi, en), False


def numbers(vi: str, en: str) -> Head:
    return Text(vi, en), True


def show_table(
    session: Session, title: Text | None, heads: Sequence[Head], rows: Iterable[Sequence[str]]
) -> None:
    """Print a table; a cell is text as it stands, never markup."""
    from rich import box
    from rich.table import Table
    from rich.text import Text as Plain

    table = Table(title=title[session.lang] if title else None, title_justify="left", box=box.SIMPLE_HEAD)
    for head, numeric in heads:
        table.add_column(head[session.lang], justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Plain(cell) for cell in row))
    session.console.print(table)
