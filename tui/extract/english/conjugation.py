"""English verbs of saying, inflected by rule."""

from __future__ import annotations

from tui.extract.cues import Forms

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "speak": "spoke spoken",
    "think": "thought",
    "begin": "began begun",
    "swear": "swore sworn",
    "go": "",
}
VERBS = """
say tell add admit advise agree announce answer argue ask assert assure begin boast call claim
comment complain concede conclude condemn confirm confess contend continue counter cry declare
demand deny describe emphasize emphasise estimate exclaim explain hint indicate inform insist joke
lament maintain mention muse note object observe order plead pledge point predict proclaim promise
propose protest quip read reason recall recount reiterate remark remember remind repeat reply
report respond reveal rule shout speak state stress suggest swear tease testify think threaten
tweet urge vow warn whisper wonder write acknowledge allege caution criticize criticise dismiss
interject recommend
"""
"""The verbs of saying."""


def _past(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    if verb == "read":
        return ["read"]
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"]
    if verb in ("admit", "quip"):
        return [verb + verb[-1] + "ed"]
    return [verb + "ed"]


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _gerund(verb: str) -> str:
    if verb in ("admit", "quip", "begin"):
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def forms() -> Forms:
    """Every form a verb of saying reports with, under its kind, and its dictionary form."""
    finite: dict[str, str] = {}
    participles: dict[str, str] = {}
    loose: dict[str, str] = {}
    for verb in VERBS.split():
        past = _past(verb)
        finite |= dict.fromkeys([_present(verb), *past[:1]], verb)
        participles |= dict.fromkeys(past, verb)
        loose |= dict.fromkeys([_gerund(verb), verb], verb)
    return {"finite": finite, "participle": participles, "loose": loose, "phrase": {}}
