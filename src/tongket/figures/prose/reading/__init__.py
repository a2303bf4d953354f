"""Prose into figures: a text read into mentions, each a number with what the text says about it."""

from tongket.figures.prose.reading.mention import Doubt, Mention
from tongket.figures.prose.reading.reader import Reading, read_text
from tongket.figures.prose.reading.vocabulary import Context, Vocabulary, vocabulary

__all__ = ["Context", "Doubt", "Mention", "Reading", "Vocabulary", "read_text", "vocabulary"]
