"""Tables of returns: what a sheet of a workbook and a CSV file have in common, and CSV itself."""

from tongket.figures.exchange.tables.csv_file import read_csv, write_csv
from tongket.figures.exchange.tables.reading import Reading
from tongket.figures.exchange.tables.writing import SheetOut

__all__ = ["Reading", "SheetOut", "read_csv", "write_csv"]
