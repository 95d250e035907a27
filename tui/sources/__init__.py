"""Where articles come from: a file, a page, standard input; all become one `Draft`."""

from tui.sources.draft import Draft, SourceError, Stopped
from tui.sources.read import read

__all__ = ["Draft", "SourceError", "Stopped", "read"]
