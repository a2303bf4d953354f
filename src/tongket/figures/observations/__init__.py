"""One definition × area × period: levels, what is derived from them, vintages and releases."""
