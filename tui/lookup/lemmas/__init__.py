"""From a word of the text to the words a dictionary may have it under.

The rules propose freely, since only what is a headword counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.document import Language


def targets(word: str, language: Language) -> Iterator[str]:
    """The word as it stands, then what is left of it without elided words and wrong accents."""
    if language == "it":
        from tui.lookup.lemmas.italian import targets
    else:
        from tui.lookup.lemmas.english import targets
    yield from targets(word)


def lemmas(word: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Dictionary forms a word may belong to, likely ones first; and whether that is certain.

    Certain are those of the tables of irregular words, and the forms of a verb, which are worth
    saying even of a word that is a headword itself.
    """
    if language == "it":
        from tui.lookup.lemmas.italian import lemmas
    else:
        from tui.lookup.lemmas.english import lemmas
    seen = {word}
    for lemma, certain in lemmas(word):
        if lemma not in seen:
            seen.add(lemma)
            yield lemma, certain
