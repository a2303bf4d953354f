"""The nouns everything else is made of: periods, areas, units, definitions, figures, and their words."""
