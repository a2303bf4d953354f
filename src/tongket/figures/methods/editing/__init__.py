"""Editing: what is wrong with a sheet or a series, how badly, and whom to ask first. GSBPM 5.3 and 5.4."""
