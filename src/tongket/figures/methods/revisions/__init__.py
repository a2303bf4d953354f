"""Vintages and what they tell: how far first figures were from later ones, and the quality of a release."""
