"""Tongket: the yearly reckoning of a public office, every printed number traced to its cells."""

__version__ = "0.1.0"
