"""Quotes as the press of these years gives them: agencies, court reports, sports, interviews."""

from __future__ import annotations

import pytest

from tests.extract.test_quotes import quotes_in, who_said
from tui.document import Language

PEOPLE = "La ministra Elsa Corti e Carlo Rota, sindaco di Valdarsa, erano in aula con Ugo Merli.\n"
ITALIAN = [
    ("«Il ponte non riapre più». Lo ha detto Merli in aula.", "Ugo Merli", "dire"),
    ("«Il ponte non riapre più». È quanto afferma Merli.", "Ugo Merli", "affermare"),
    ("«Il ponte non riapre più». Parola di Merli.", "Ugo Merli", "parola"),
    ("LECCE - «Il ponte non riapre più», dice Merli.", "Ugo Merli", "dire"),
    ("«È una vergogna senza fine», gongola Merli.", "Ugo Merli", "gongolare"),
    ("«È una vergogna senza fine», ciangotta Merli.", "Ugo Merli", "ciangotta"),
    ("«È una vergogna senza fine», si limita a dire Merli.", "Ugo Merli", "dire"),
    ("«È una vergogna senza fine», scandisce dal camion Ugo Merli.", "Ugo Merli", "scandire"),
    ("«È una vergogna», spiega da Berlino Ugo Merli.", "Ugo Merli", "spiegare"),
    ("«È una vergogna», è il racconto di Merli.", "Ugo Merli", "racconto"),
    ("Il ponte, la rabbia di Merli: «È una vergogna»", "Ugo Merli", None),
    ("Poi tocca a Ugo Merli, leader della minoranza: «È una vergogna».", "Ugo Merli", None),
    ("Merli allarga le braccia: «Non c'è niente da fare».", "Ugo Merli", "allargare le braccia"),
    ("Merli mette in guardia dal «ponte che non c'è».", "Ugo Merli", "mettere in guardia"),
    ("Merli, secondo cui «il ponte non c'è», tace.", "Ugo Merli", "secondo"),
    ("A sentire Merli «il ponte non c'è».", "Ugo Merli", "a"),
    ("Lo ha annunciato Merli, precisando che «il ponte non c'è».", "Ugo Merli", "precisare"),
    ("Merli, convinto che «il ponte non ci sarà», tace.", "Ugo Merli", "convincere"),
    ("Protesta la Rete degli studenti: «Nessuno ci ha ascoltati».", "Rete degli studenti", None),
    ("Una redattrice si è alzata: «Non siamo d'accordo».", "redattrice", None),
    (
        "Il titolare della Difesa Aldo Neri tace. Il ministro ha detto: «Vedremo».",
        "Aldo Neri",
        None,
    ),
    ("La preside del “Volta”, Ada Serra, dice: «Non torno indietro».", "Ada Serra", "dire"),
    ("Il padre, l'inglese Tom Hill, ha detto: «Torniamo a casa».", "Tom Hill", "dire"),
    ("Replica Merli: «Il ponte non c'è».", "Ugo Merli", "replicare"),
    ("Lo scrive su Facebook Merli: «Il ponte non c'è».", "Ugo Merli", "scrivere"),
    ("«Il ponte non c'è», trapela dal Comune.", "Comune", "trapela"),
    ("«Non c'è», sbotta l'assessora al Bilancio, Pia Neri.", "Pia Neri", "sbottare"),
    ("«Non è così» è stato il commento di Merli.", "Ugo Merli", "commento"),
    ("C'è chi protesta: «Il ponte non c'è».", None, "protestare"),
    ("«Il ponte non c'è», grida qualcuno.", None, "gridare"),
]
ENGLISH_PEOPLE = "Mayor Ana Holt met John Reed, a spokesman for the union.\n"
ENGLISH = [
    ("“It was a mess, really,” said Sen. Mary Dole.", "Mary Dole", "say"),
    ("“It was a mess, really,” the City manager, Tom Hill, shot back.", "Tom Hill", "shoot back"),
    ("“It was a mess,” Holt's lawyer, Tom Hill, said.", "Tom Hill", None),
    ("“The plan will cost us all,” economists warn.", "economists", "warn"),
    ("For Reed, the plan is “a mess we will pay for”.", "John Reed", "for"),
    ("Reed, according to whom “we are lost for good”, left.", "John Reed", "according"),
    ("The firm closed. “We are sorry,” it said.", "firm", "say"),
    ("Leo Paz won. “I'm happy,” the Argentine said.", "Leo Paz", "say"),
    ("“He is not well,” his wife, Ann, told the Post.", "Ann", "tell"),
    ("As Holt put it: “We play how we practice.”", "Ana Holt", "put it"),
    (
        "The Food and Drink Federation said it was “not amused at all”.",
        "Food and Drink Federation",
        "say",
    ),
    ("“It was a mess, really,” Ukrainian President Oleh Bond said.", "Oleh Bond", "say"),
    ("“It was a mess, really,” U.S. Rep. Tom Hill said.", "Tom Hill", "say"),
    ("“About time,” wrote one on the wall.", None, "write"),
]


@pytest.mark.parametrize(("sentence", "name", "cue"), ITALIAN)
def test_an_italian_form_of_the_press(sentence: str, name: str | None, cue: str | None) -> None:
    _check(PEOPLE + sentence, "it", name, cue)


@pytest.mark.parametrize(("sentence", "name", "cue"), ENGLISH)
def test_an_english_form_of_the_press(sentence: str, name: str | None, cue: str | None) -> None:
    _check(ENGLISH_PEOPLE + sentence, "en", name, cue)


def _check(text: str, language: Language, name: str | None, cue: str | None) -> None:
    ((speaker, _, lemma),) = who_said(text, language)
    assert speaker == name
    assert cue is None or lemma == cue


@pytest.mark.parametrize(
    "sentence",
    [
        "Ha presentato il romanzo di Merli, «La luna e i falò spenti».",
        "Merli ha portato in scena «Il viaggio a Reims» con i detenuti.",
        "La fascia tra «pace fiscale» e «bonus mamme» resta aperta.",
        "Il nome dello Stato cambierà in «Repubblica della Luna calante».",
        "«Chi ha ucciso la luna» uscirà in primavera.",
        "Merli stringe una copia consunta de «Il deserto dei Tartari».",
    ],
)
def test_titles_and_coined_terms_are_not_speech(sentence: str) -> None:
    assert who_said(PEOPLE + sentence) == []


def test_an_interviewer_does_not_always_ask() -> None:
    text = (
        "Parla Ada Serra, presidente di Confimprese.\n"
        "Quanto costerà?\n"
        "«Molto, e per tutti noi».\n"
        "Il governo dice che tratterà da solo.\n"
        "«È una strada che non porta lontano»."
    )
    answers = [quote.speaker for quote in quotes_in(text) if quote.kind == "direct"]
    assert [speaker and speaker.name for speaker in answers] == ["Ada Serra", "Ada Serra"]


def test_what_goes_on_may_be_short() -> None:
    text = "«È finita per tutti», dice Ada Serra. «Basta così». «Andate a casa»."
    assert [speaker for speaker, _, _ in who_said(text)] == ["Ada Serra"] * 3


def test_a_passage_alone_belongs_to_whom_the_next_sentence_is_about() -> None:
    text = "«Da lui ho imparato il silenzio». Sandro Pala, primo violino, trattiene le lacrime."
    assert who_said(text)[0][0] == "Sandro Pala"


def test_a_role_is_somebody_else_than_the_one_who_holds_another() -> None:
    text = "Il sindaco Carlo Rota ha parlato a lungo. Risponde il prefetto: «Vedremo domani»."
    assert who_said(text)[0][0] == "prefetto"


def test_a_title_stands_for_no_name_behind_another_verb() -> None:
    text = "The manager told Sky Sports he was furious. “We were robbed,” Sky Sports said."
    assert [speaker for speaker, _, _ in who_said(text, "en")] == ["Sky Sports"]
