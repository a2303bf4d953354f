"""The year-end tables and sentences as data, from observations and targets alone."""
