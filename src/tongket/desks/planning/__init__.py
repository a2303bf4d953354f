"""Planning: the decisions, the targets they set, and the tasks that serve them."""
