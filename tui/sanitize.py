"""The trust boundary: text from strangers, made safe to keep, compare and paint.

Articles, translations and imported memories all pass here once; nothing behind it filters again.
What comes out holds no control code but the line feed and nothing invisible that reorders, hides
or forges words. It is never changed after that, so offsets into it stay true.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_LINE_BREAKS = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_INTRODUCERS = frozenset("\x1b\x90\x98\x9b\x9d\x9e\x9f")

# Unicode 15: C0, DEL and C1; bidi controls (UAX 9); zero-width and default-ignorable format
# characters; interlinear annotation; noncharacters; surrogates; tags and their supplement.
# U+200C stays: it spells words. U+200D stays where it does: between emoji, and between letters of
# the scripts that are written with it. U+00A0 stays: Italian typography is made
# with it. U+FE00 to U+FE0F stay: they choose the shape of an emoji.
_FORBIDDEN = (
    (0x00, 0x09),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)

_JOINED = (
    "\u0600-\u109f\u1780-\u18af\u1b00-\u1cff\ua840-\uabff\U00011000-\U00011fff"
    "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
)
_STRAY_JOINER = re.compile(f"(?<![{_JOINED}])\u200d|\u200d(?![{_JOINED}])")

# Above this many different characters one pass of `translate` beats one `replace` for each.
_FEW = 16

_BLANKS = re.compile(r"[ \n]*\n[ \n]*|  +")


def sanitize(text: str) -> str:
    """`text` without control codes, escape sequences, bidi controls and invisible characters.

    Line breaks of every kind become a line feed and a tab becomes a space; escape sequences go
    whole, with their payload. Doing it twice is doing it once; the time is linear.
    """
    # Nothing forbidden is printable in Unicode's sense, which is asked at the speed of C; but for
    # the invisible signs of the plane from U+E0000 on, whose first bytes in UTF-8 are these.
    if text.replace("\n", "").isprintable() and b"\xf3\xa0" not in text.encode():
        return text
    # A text has few different characters: only those are looked up, and only once.
    suspect = {char for char in set(text) if _is_forbidden(ord(char))}
    if suspect:
        text = _without(text, suspect)
    return _STRAY_JOINER.sub("", text) if "\u200d" in text else text


def _without(text: str, suspect: set[str]) -> str:
    for line_break in _LINE_BREAKS:
        if line_break[0] in suspect:
            text = text.replace(line_break, "\n")
    if not suspect.isdisjoint(_INTRODUCERS):
        text = _escapes().sub("", text)
    text = text.replace("\t", " ")
    if len(suspect) > _FEW:
        return text.translate(dict.fromkeys(map(ord, suspect)))
    for char in suspect:
        text = text.replace(char, "")
    return text


def sanitize_line(text: str) -> str:
    """`text` sanitised, on one line, without blanks around it: a title, a name, a sentence."""
    text = sanitize(text)
    if "\n" in text or "  " in text:
        text = _BLANKS.sub(" ", text)
    return text.strip(" ")


@lru_cache(maxsize=8192)
def _is_forbidden(point: int) -> bool:
    return any(first <= point <= last for first, last in _FORBIDDEN)


@cache
def _escapes() -> re.Pattern[str]:
    # ECMA-48 5.6: a control string runs to its terminator (BEL by custom, ST by the standard).
    # One that never ends takes its own line with it and no more. The payload holds no
    # introducer, so that each is looked at once and the whole stays linear.
    # Compiled when first needed: most texts never hold one.
    return re.compile(
        r"(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])"
        r"(?:[^\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)|[^\x07\x1b\n\x80-\x9f]*)"
        r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
        r"|\x1b[ -/]*[0-~]?"
    )


def web_address(address: str, base: str = "") -> str:
    """An address made whole; empty unless it is one of http or https, without codes in it."""
    from urllib.parse import urljoin, urlsplit

    try:
        whole = urljoin(base, address.strip())
        parts = urlsplit(whole)
        known = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return whole if known and sanitize_line(whole) == whole and len(whole) < 4000 else ""
