"""The shared document model: one immutable text and the layers that point into it."""

from tui.document.corrections import Correction, corrected
from tui.document.dates import (
    DateMention,
    DatePrecision,
    DateType,
    Modifier,
    PartialDate,
    parse_partial_date,
)
from tui.document.document import Article, Document, Origin, OriginKind
from tui.document.echoes import Echo, Echoes
from tui.document.layers import Cue, Paragraph, ParagraphKind, Quote, QuoteKind, Sentence, Speaker
from tui.document.serial import SCHEMA, ContractError, from_json, to_json
from tui.document.spans import LayerError, Span
from tui.document.translations import (
    LANGUAGE_NAMES,
    LANGUAGES,
    Flag,
    FlagKind,
    Language,
    State,
    Translation,
    other_language,
)

__all__ = [
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "SCHEMA",
    "Article",
    "ContractError",
    "Correction",
    "Cue",
    "DateMention",
    "DatePrecision",
    "DateType",
    "Document",
    "Echo",
    "Echoes",
    "Flag",
    "FlagKind",
    "Language",
    "LayerError",
    "Modifier",
    "Origin",
    "OriginKind",
    "Paragraph",
    "ParagraphKind",
    "PartialDate",
    "Quote",
    "QuoteKind",
    "Sentence",
    "Span",
    "Speaker",
    "State",
    "Translation",
    "corrected",
    "from_json",
    "other_language",
    "parse_partial_date",
    "to_json",
]
