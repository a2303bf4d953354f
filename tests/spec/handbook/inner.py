"""Public functions that are parts of a method and no method by themselves, each with the page they serve."""

INNER: dict[str, str] = {}
