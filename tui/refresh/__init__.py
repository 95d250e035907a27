"""Fetching: feeds through the `reader` library, pages, what they hold; in a process of its own."""
