"""What goes wrong with models."""


class ModelsError(Exception):
    """A model cannot be had, kept or removed; the message is one line for a person."""
