"""The panels of the reading screen: each draws the shared document, none touches another."""
