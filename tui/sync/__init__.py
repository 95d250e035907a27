"""Feeds and reading state that live on a server, over the Google Reader API."""
