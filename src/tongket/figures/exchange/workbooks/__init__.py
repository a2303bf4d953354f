"""Return workbooks, in and out. Nothing of a file is opened before its sizes and parts are looked at."""

from tongket.figures.exchange.tables.reading import Reading
from tongket.figures.exchange.tables.writing import SheetOut
from tongket.figures.exchange.workbooks.read import read_file, read_workbook
from tongket.figures.exchange.workbooks.write import write_workbook

__all__ = ["Reading", "SheetOut", "read_file", "read_workbook", "write_workbook"]
