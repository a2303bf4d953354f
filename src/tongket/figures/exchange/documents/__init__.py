"""Documents in: text, web pages, Word and PDF files, each piece with its place; Word out with comments."""

from tongket.figures.exchange.documents.read import read_document
from tongket.figures.exchange.documents.refusals import UnreadableDocument

__all__ = ["UnreadableDocument", "read_document"]
