"""The review: drafted from a release, rendered, and kept on record."""
