"""English verbs of saying, inflected by rule."""

from __future__ import annotations

from tui.extract.cues import Forms
from tui.extract.tables import word_set

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "speak": "spoke spoken",
    "think": "thought",
    "begin": "began begun",
    "swear": "swore sworn",
    "go": "",
    "let": "let",
    "weep": "wept",
    "beg": "begged",
    "beseech": "besought",
    "feel": "felt",
    "forecast": "forecast",
    "shoot": "shot",
    "hit": "hit",
    "put": "put",
    "weigh": "weighed",
    "cut": "cut",
}
VERBS = """
say tell add admit advise agree announce answer argue ask assert assure begin boast call claim
comment complain concede conclude condemn confirm confess contend continue counter cry declare
demand deny describe emphasize emphasise estimate exclaim explain hint indicate inform insist joke
lament maintain mention muse note object observe order plead pledge point predict proclaim promise
propose protest quip read reason recall recount reiterate remark remember remind repeat reply
report respond reveal rule shout speak state stress suggest swear tease testify think threaten
tweet urge vow warn whisper wonder write acknowledge allege caution criticize criticise dismiss
interject recommend accuse laugh smile grin chuckle sigh shrug sob weep scream yell mutter murmur
mumble growl bark snap retort rejoin concur surmise speculate venture opine posit theorize theorise
summarize summarise clarify elaborate underscore underline highlight bemoan grumble gripe moan fume
rage thunder roar brag crow gloat scoff sneer implore beg beseech exhort entreat instruct attest
affirm aver confide disclose divulge disagree agree dispute rebut refute apologize apologise
congratulate praise hail laud applaud commend denounce decry blast slam lambast lambaste deride
liken compare label brand characterize characterise portray cite forecast reckon guess believe feel
hope fear worry reflect reminisce recollect recite text email message post deadpan enthuse gush
"""
"""The verbs of saying."""


_DOUBLED = word_set("admit quip begin sob grin slam snap brag rebut put hit cut beg")
"""Verbs that double their last letter."""
_PHRASES = """
shoot|back fire|back hit|back push|back chime|in go|on weigh|in speak|out sum|up put|it cut|in
cry|out call|out point|out sound|off lash|out let|slip spell|it_out go|further
"""
"""Verbs that only with the words after the bar are verbs of saying."""
_GO = ("goes", "went", "going", "go", "gone")


def _phrases() -> dict[str, str]:
    """Each phrase in each form of its verb, with the infinitive: *shot back*."""
    out: dict[str, str] = {}
    for phrase in _PHRASES.split():
        verb, _, rest = phrase.replace("_", " ").partition("|")
        forms = _GO if verb == "go" else (_present(verb), *_past(verb), _gerund(verb), verb)
        out |= {f"{form} {rest}": f"{verb} {rest}" for form in forms}
    return out


def _past(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    if verb == "read":
        return ["read"]
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"]
    if verb in _DOUBLED:
        return [verb + verb[-1] + "ed"]
    return [verb + "ed"]


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _gerund(verb: str) -> str:
    if verb in _DOUBLED:
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
    return {"finite": finite, "participle": participles, "loose": loose, "phrase": _phrases()}
