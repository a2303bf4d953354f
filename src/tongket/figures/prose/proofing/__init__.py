"""The proof-reader: every number of a text held against the book, the plan and the text's other numbers."""

from tongket.figures.prose.proofing.checking import Reader, check, faults
from tongket.figures.prose.proofing.finding import Finding, Verdict
from tongket.figures.prose.proofing.proofread import proofread
from tongket.figures.prose.proofing.reference import Edition, Reference

__all__ = ["Edition", "Finding", "Reader", "Reference", "Verdict", "check", "faults", "proofread"]
