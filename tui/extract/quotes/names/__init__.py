"""Names: where they stand, whose they are, and what else a person is called."""
