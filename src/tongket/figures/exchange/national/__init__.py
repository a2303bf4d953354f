"""The national index as files: the basket it is made with, and what is made of it."""
