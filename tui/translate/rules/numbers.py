"""Numbers written as the other language writes them: 1.234,5 is 1,234.5 in English."""

from __future__ import annotations

import re

from tui.document import Language

_ITALIAN = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d])(?!\.\d|,\d)")
_ENGLISH = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\d])(?!\.\d|,\d)")
_SWAP = str.maketrans(".,", ",.")


def localised(text: str, sentence: str, target: Language) -> str:
    """The translation with those numbers of the sentence rewritten that stand in it unchanged."""
    pattern = _ITALIAN if target == "en" else _ENGLISH
    wanted = {match[0] for match in pattern.finditer(sentence)}
    if target == "it":
        # 18.30 is a time and 3.11 a version; both stay.
        wanted = {number for number in wanted if "," in number or len(number.split(".")[1]) != 2}
    if not wanted:
        return text
    return pattern.sub(
        lambda match: match[0].translate(_SWAP) if match[0] in wanted else match[0], text
    )
