"""Units, people, roles: who may do what, on whose data."""
