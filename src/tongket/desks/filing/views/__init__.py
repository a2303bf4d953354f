"""The pages of the filing desk: the reporter's, the collection's, the reviewer's, and the papers of both."""
