"""Figures as sentences, Vietnamese and English: lexicon and writer."""
