"""English turns of phrase that Apertium's output lacks or has too much of."""

from __future__ import annotations

import re

from tui.translate.rules.lists import pairs
from tui.translate.words import MONTHS

_MONTH = f"({'|'.join(month.capitalize() for month in MONTHS['en'])})"
_GREW = "grew|rose|fell|increased|decreased|dropped|augmented|diminished|lowered|grown|risen"
_SOME = "two|three|four|five|six|seven|eight|nine|ten|many|some"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\bamong (?=(?:the )?[\w.,-]+(?: [\w-]+){0,3} and )(?!the \w+s\b)", "between "),
        (r"\bAmong (?=(?:the )?[\w.,-]+(?: [\w-]+){0,3} and )(?!the \w+s\b)", "Between "),
        (r"\b(was|were|is|are) of (?=about\b|roughly\b|around\b|\d)", r"\1 "),
        (r"\b([Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y) more (?=[a-z]+ )", r"\1 most "),
        (rf"\b({_GREW}) of (?:the )?(?=\d)", r"\1 by "),
        (r"\bgave place\b", "took place"),
        (r"\bgiven place\b", "taken place"),
        (r"\bgives place\b", "takes place"),
        (r"\battained to\b", "managed to"),
        (r", that (?!is\b|the\b|[a-z]+ing\b|he\b|it\b|they\b)", ", which "),
        (r"\bworked like\b", "worked as"),
        (r"\bof the like\b", "of the kind"),
        (r"\bless of\b", "less than"),
        (r"\bmore of the (?=\d)", "more than "),
        (r"\b(of|in|from|since|until|by) the (\d{4})\b(?! \w+s\b)", r"\1 \2"),
        (r"\b([Bb])etween the (\d{4}) and the (\d{4})", r"\1etween \2 and \3"),
        (rf"\b([Tt])he (\d{{1,2}}) {_MONTH}\b", r"on \2 \3"),
        (r"\b[Aa] lot (?=[a-z]+s\b)", "many "),
        (r"\b[Aa] lot of (?=(?:his|her|their|its|the)\b)", "many of "),
        (r"\bthe one (hundred|thousand)\b", r"the \1"),
        (r"\b(of|in) the last one hundred\b", r"\1 the last hundred"),
        (r"\b(the|The) (main|major|greater) part of\b", "most of"),
        (r"\bmore ([a-z]+) of all\b", r"most \1 of all"),
        (r"\bof not being\b", "that it is not"),
        (r"\bto the (his|her|its|their|my|our|your)\b", r"to \1"),
        (r"\b(in|of|to|by|with|from|on|the) the (his|her|its|their)\b", r"\1 \2"),
        (r"\bfor all we\b", "for all of us"),
        (r"\ball we\b", "all of us"),
        (r"\bthis last\b", "the latter"),
        (r"\bthat does around\b", "about"),
        (r"\bfurther of\b", "more than"),
        (r"\bhave need of\b", "need"),
        (r"\bhas need of\b", "needs"),
        (r"\bcan not\b", "cannot"),
        (r"\b[Ll]ike this (?=that\b)", "so "),
        (r"\bto the end to\b", "in order to"),
        (r"\bin front of the same\b", "compared with the same"),
        (r"\b(\d+) years does\b", r"\1 years ago"),
        (rf"\b({_SOME}) (years|months|days|weeks|hours) does\b", r"\1 \2 ago"),
        (r"\bas what referred by\b", "according to"),
        (rf"\b{_MONTH} of (\d{{4}})\b", r"\1 \2"),
        (rf"\bin the {_MONTH}\b", r"in \1"),
        (r"\b([Tt])he (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", r"on \2"),
        (r"\bof ([Tt]he)? ?(his|her|its|their) (?=own\b)", r"of \2 "),
    )
)  # fmt: skip


_WORDS = pairs(
    """
    augment=increase augments=increase augmented=increased augmenting=increasing edifice=building
    edifices=buildings ulterior=further meridional=southern septentrional=northern occident=west
    longitude=length loomed=threatened looms=threatens loom=threaten indictments=accusations
    indictment=accusation succoured=rescued guaranteeed=guaranteed dreaded=feared dread=fear
    dreads=fears legated=linked
    diverse=several squad=team retorted=replied aids=aid polizia=police magnitudo=magnitude
    roughly=about begun=begun condemned=sentenced underlined=stressed sustains=says sustain=say
    sustained=supported surpassed=exceeded clinched=closed averted=avoided avert=avoid
    aldea=village colabored=worked comprised=including
    """
)
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b")


def reworded(text: str) -> str:
    """The text with these turns put right."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return _WORD.sub(lambda match: _WORDS[match[0]], text)
