"""Tables of a document into mentions: a row's name and a column's head say what a number is."""

from tongket.figures.prose.tables.heads import Heads, read_heads
from tongket.figures.prose.tables.read import TableNote, read_tables

__all__ = ["Heads", "TableNote", "read_heads", "read_tables"]
