"""Documents in: text, web pages, Word and PDF files, each piece with its place; Word out with comments."""

from tongket.figures.exchange.documents.read import read_document, read_word_file
from tongket.figures.exchange.documents.refusals import UnreadableDocument
from tongket.figures.exchange.documents.word.comments import Remark, with_comments
from tongket.figures.exchange.documents.word.read import WordText

__all__ = ["Remark", "UnreadableDocument", "WordText", "read_document", "read_word_file", "with_comments"]
