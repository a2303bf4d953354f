"""Accepted rows with their origin, and the cells an engine reduces them to."""
