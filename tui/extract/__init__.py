"""Extraction: language, sentences, quotes and dates, as layers over one text.

Sentences are needed before the first paint, quotes and dates after it: only the first are imported
here, the others when they are first called.
"""

from __future__ import annotations

from tui.extract.language import detect_language
from tui.extract.segmentation import split_sentences

__all__ = ["detect_language", "split_sentences"]
