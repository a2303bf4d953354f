"""Recipes: which facts, by which method and dated parameters, make which observations."""
