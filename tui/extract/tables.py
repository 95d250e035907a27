"""The shape of the words each language brings to the algorithms, which know no language."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, NamedTuple


def word_set(words: str) -> frozenset[str]:
    """The set of the words that blanks or line ends separate in `words`."""
    return frozenset(words.split())


class SentenceWords(NamedTuple):
    """What the sentence splitter has to know of a language; all in lower case, without stops."""

    titles: frozenset[str]
    """Abbreviations that stand before a name and never end a sentence: *on.*, *dott.*, *Mr.*"""
    numbered: frozenset[str]
    """Abbreviations that stand before a number: *art.*, *n.*, *pag.*"""
    closing: frozenset[str]
    """Abbreviations that may end a sentence: *ecc.*, *Inc.*, *p.m.*"""
    starters: frozenset[str]
    """Words that begin a sentence when they carry a capital after a doubtful stop."""
    articles: frozenset[str]
    """Starters that are found inside names too: *La Russa*, *Le Pen*."""
    before_ordinal: frozenset[str]
    """Words before a number whose stop makes it an ordinal: *il 3. Reggimento*."""


class DateWords(NamedTuple):
    """What the dates need to know of a language."""

    lexicon: dict[str, tuple[str, Any]]
    """For each word, in lower case, its symbol (see `tui.extract.dates.tokens`) and its value."""
    capital: frozenset[str]
    """Words that mean a date only when written with a capital: *may*, *march*."""
    rules: tuple[tuple[str, str], ...]
    """Names of rules and patterns over symbols; among matches of one length the first wins."""
    triggers: str
    """A regular expression that finds something in every sentence with a date in it."""
    future: str
    """A regular expression for words that put a clause in the future."""
    past: str
    """A regular expression for words that put a clause in the past."""
    due: str
    """A regular expression for events whose present tense is a timetable's: *opens*, *parte*."""
    ages: frozenset[str]
    """Words before a number of years that make it an age."""
    people: Container[str]
    """Nouns for people, of whom a number of years is an age."""
    at_age: str
    """The word that sets off an age: *a* (91 anni)."""
    sentenced: tuple[str, ...]
    """How words begin that make it a term instead: *condannato a*."""
    before_year: frozenset[str]
    """Words that tell of a year what stands alone behind them: *as early as 2019*."""
    counted: str
    """A regular expression for a word that makes the number before it a quantity."""
    month_first: bool
    """Whether 3/4 is the third day of April (False) or the fourth of March."""


def lexicon_of(*groups: tuple[str, dict[str, Any]]) -> dict[str, tuple[str, Any]]:
    """A lexicon from pairs of a symbol and its words with their values; `|` parts equal words."""
    return {
        word: (symbol, value)
        for symbol, entries in groups
        for words, value in entries.items()
        for word in words.split("|")
    }


def each(words: str, value: Any = None) -> dict[str, Any]:
    """A table that gives every word of `words` the same value."""
    return dict.fromkeys(words.split(), value)


class SpeechWords(NamedTuple):
    """What the quotes need to know of a language; words in lower case."""

    finite: dict[str, str]
    """Verbs of saying that can stand alone, each form with its lemma."""
    participles: dict[str, str]
    """Forms that need an auxiliary before them."""
    loose: dict[str, str]
    """Gerunds and infinitives: the subject is that of the clause."""
    phrases: dict[str, dict[tuple[str, ...], str]]
    """Words that make a verb of saying with others before them, those others, and the lemma:
    *(fa) sapere*, *(mette in) guardia*."""
    written: frozenset[str]
    """Lemmas that, made impersonal, name the page something is read on: *si legge*."""
    reflexive: frozenset[str]
    """Words that make a verb impersonal: *si*."""
    weak: frozenset[str]
    """Lemmas that introduce names as well as speech: *chiamare*, *to call*."""
    unreporting: frozenset[str]
    """Lemmas that introduce marked words but no clause: *continuare*."""
    auxiliaries: frozenset[str]
    essere: frozenset[str]
    """Auxiliaries that make a passive, unless a reflexive stands before them: *è*, *was*."""
    unaccusative: frozenset[str]
    """Lemmas that take those auxiliaries without being passive: *intervenire*."""
    adverb: str
    """The ending of adverbs: *-mente*, *-ly*."""
    gerund: tuple[str, ...]
    """The endings of gerunds: *-ando*, *-ing*."""
    whoever: frozenset[str]
    """Pronouns that make the subject of a verb somebody unnamed: *chi*, *qualcuno*."""
    verbal: tuple[str, ...]
    """The endings of finite verbs in the third person; other words have them too."""
    participle: tuple[str, ...]
    """The endings of past participles."""
    passive: frozenset[str]
    """Words that make the participle after them passive: *viene*, *stato*, *was*."""
    joint: frozenset[str]
    """Prepositions with an article in them: *del*, *alla*."""
    agent: frozenset[str]
    """Words before the doer of a passive: *da*, *by*."""
    nouns: dict[str, str]
    """Nouns of saying, with their lemma: *commento*, *statement*."""
    sources: tuple[tuple[str, ...], ...]
    """Words, in order, that name a source after them: *secondo*, *according to*."""
    relays: frozenset[str]
    """Participles that, after a source word, relay somebody's words: *riferito*, *reported*."""
    articles: frozenset[str]
    indefinite: frozenset[str]
    """The articles of something new."""
    definite: frozenset[str]
    """The articles of something known."""
    prepositions: frozenset[str]
    of: frozenset[str]
    """Prepositions that join nouns: *di* and its forms, *of*."""
    small: frozenset[str]
    """Function words and adverbs that are no noun and no name, though they carry a capital."""
    clitics: frozenset[str]
    """What may stand between a subject and its verb: pronouns, adverbs, negations."""
    pronouns: dict[str, str]
    """Pronouns that stand for a speaker, each with `m`, `f`, `p`, or `b` for a body."""
    name_first: bool
    """Whether the name of a body stands before the title: *the City manager*."""
    titles: dict[str, str]
    """Nouns for people, with `m`, `f` or empty: *ministro*, *spokeswoman*."""
    ranks: frozenset[str]
    """Titles of which one person rarely has two: *sindaco*, *prefetto*."""
    anybody: frozenset[str]
    """Titles that say of nobody what he or she does: *ragazzo*, *donna*."""
    bodies: frozenset[str]
    """Nouns for bodies and documents that speak: *governo*, *nota*, *polizia*."""
    offices: dict[tuple[str, str], str]
    """Titles with what they are of, and the word that means the same: *premier*."""
    seats: frozenset[str]
    """Bodies a title is of, without an adjective of theirs: *presidente del Consiglio Neri*."""
    former: frozenset[str]
    """Words before a title that say when it was held: *ex*, *allora*."""
    latter: dict[str, str]
    """Words for the person named last, with `m`, `f` or empty: *quest'ultimo*."""
    given: dict[str, str]
    """First names whose ending does not tell `m` from `f`."""
    given_endings: dict[str, str]
    """The last letters of first names that tell it."""
    agentive: tuple[str, ...]
    """The endings of nouns for people who do something: *corridore*."""
    inanimate: frozenset[str]
    """Nouns for things with such an ending: *motore*."""
    impersonal: frozenset[str]
    """Words that no person's name has: *uniti*, *repubblica*."""
    media: frozenset[str]
    """Where one speaks or writes: *Facebook*, *Sky*."""
    particles: frozenset[str]
    """Words that, with a capital inside a sentence, begin a surname: *Di Pietro*."""
    weak_sources: frozenset[str]
    """First words of `sources` that name one only at the beginning of a sentence: *per*, *for*."""
    demonyms: frozenset[str]
    """Words for people of a country that carry a capital and are no names: *(the) Argentine*."""
    imperfect: tuple[str, ...]
    """Endings a verb of saying has and a noun of its form has not: *domandava*."""
    finite_endings: tuple[str, ...]
    """Endings that no noun behind another one has: there the verb begins."""
    plural: tuple[str, ...]
    """Endings of verbs of several: with one a verb of saying is no noun."""
    lively: frozenset[str]
    """Words that are found in what is said, and hardly in titles and names: *è*, *noi*, *won't*."""
    lively_endings: tuple[str, ...]
    """Endings of verbs, hardly of other words, with the same meaning."""
    object_first: dict[str, tuple[str, ...]]
    """Articles that before a verb with one of these endings are pronouns: *lo (scrive)*."""
    told: frozenset[str]
    """Words that lead to the verb in a sentence about a quotation before it: *Lo (ha detto)*."""
    naming: frozenset[str]
    """Words before a title or a name in marks: *film*, *cosiddetto*, *so-called*."""
    subordinators: frozenset[str]
    """Words that begin a clause of its own: *mentre*, *dopo che*, *but*."""
    relative: frozenset[str]
    """Relative pronouns: *che*, *who*."""
    whom: frozenset[str]
    """Relative pronouns after a word of source: *secondo cui*, *according to whom*."""
    that: frozenset[str]
    """Words that, right after a verb of saying, begin what is reported."""
    and_: frozenset[str]
    """Conjunctions that join two verbs of one subject."""
    as_: frozenset[str]
    """Words that make a reporting clause a comparison: *come ha detto*."""
    joins: frozenset[str]
    """Words that join two quotations of one speaker."""

    def does(self, noun: str) -> bool:
        """Whether a noun, by its ending, is for a person who does something."""
        return noun.endswith(self.agentive) and noun not in self.inanimate

    @property
    def source_heads(self) -> frozenset[str]:
        """The first words of `sources`."""
        return frozenset(source[0] for source in self.sources)
