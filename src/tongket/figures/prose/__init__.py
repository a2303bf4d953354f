"""Figures into sentences, Vietnamese and English, from a lexicon that is data."""
