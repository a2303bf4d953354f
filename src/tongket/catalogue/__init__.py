"""Data, not code: indicators, forms, recipes, code lists, words; each value dated and referenced."""
