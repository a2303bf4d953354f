"""Plan figures with the decision that set them, and how the result stands against them."""
