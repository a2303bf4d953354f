"""Word files: read into a document, and written again with comments and nothing else changed."""
