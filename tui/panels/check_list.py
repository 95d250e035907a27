"""The list of what to check in a translation: there when it is called, in place of the others."""

from __future__ import annotations

from tui.document import Document
from tui.panels.findings import CheckListing
from tui.panels.items import Listing
from tui.panels.lists import FindingList


class CheckList(FindingList):
    """What was lost, invented or adapted, sentence by sentence."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    CheckList { display: none; }
    .-checks CheckList { display: block; }
    .-checks QuoteList, .-checks DateList { display: none; }
    """
    TITLE = "To check"
    EMPTY = "Nothing lost or invented was noticed in the translation."

    def listing(self, document: Document) -> Listing:
        """The sentences that are to be checked."""
        return CheckListing(document, self.checks)

    def layer_of(self, document: Document) -> object:  # noqa: ARG002 (it is not one of its layers)
        """What is to be checked."""
        return self.checks
