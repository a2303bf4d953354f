"""Structure of an economy: where growth came from, and what a place is more given to than the whole."""
