"""English tenses: Italian tells the past with *ha detto* where English has *said*."""

from __future__ import annotations

import re

from tui.translate.rules.lists import pairs, words

_IRREGULAR = """
been=was begun=began become=became bought=bought brought=brought broken=broke built=built
caught=caught
chosen=chose come=came cut=cut done=did drawn=drew drunk=drank driven=drove eaten=ate fallen=fell
felt=felt fought=fought found=found forgotten=forgot given=gave gone=went grown=grew had=had
heard=heard held=held hidden=hid hit=hit kept=kept known=knew led=led left=left lost=lost
made=made meant=meant met=met paid=paid put=put read=read risen=rose run=ran said=said seen=saw
sent=sent set=set shown=showed sold=sold spent=spent spoken=spoke stood=stood stolen=stole
struck=struck sung=sang taken=took taught=taught thought=thought told=told understood=understood
won=won worn=wore written=wrote withdrawn=withdrew shot=shot slept=slept laid=laid lent=lent
"""
_PAST = pairs(_IRREGULAR)
_PERFECT = re.compile(
    r"(?<!would )(?<!will )(?<!may )(?<!might )(?<!could )(?<!should )(?<!must )(?<!to )(?<!not )"
    r"\b(has|have|Has|Have) ((?:(?!already|never|ever|always|just)[a-z]+ly |also |then |still )?)"
    r"([a-z]+)\b( [a-z]+)?"
)
_PARTICIPLE = re.compile(r"[a-z]+ed")
_NOT_PARTICIPLES = words("need indeed speed seed feed")


def simple_past(text: str) -> str:
    """The text with *has said* as *said*, and *has been arrested* as *was arrested*."""
    return _PERFECT.sub(_past, text)


def _past(match: re.Match[str]) -> str:
    auxiliary, adverb, word, following = match[1], match[2], match[3], match[4] or ""
    if word == "been":
        said = f"{'was' if auxiliary.lower() == 'has' else 'were'} {adverb}".rstrip()
    elif word in _PAST:
        said = f"{adverb}{_PAST[word]}"
    elif _PARTICIPLE.fullmatch(word) and word not in _NOT_PARTICIPLES:
        said = f"{adverb}{word}"
    else:
        return match[0]
    if auxiliary[0].isupper():
        said = said[:1].upper() + said[1:]
    return said + following
