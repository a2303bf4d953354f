"""Named formulas of the literature, as plain array functions."""
