"""The Italian tables."""
