"""Tables of a document into mentions: a row's name and a column's head say what a number is."""

from tongket.figures.prose.tables.heads import TableWords, read_table_words
from tongket.figures.prose.tables.names import TableNames, table_names
from tongket.figures.prose.tables.read import read_tables

__all__ = ["TableNames", "TableWords", "read_table_words", "read_tables", "table_names"]
