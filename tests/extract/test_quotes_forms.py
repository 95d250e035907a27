"""Quotes: the rarer forms, and the people they are given to."""

from __future__ import annotations

import pytest

from tests.extract.test_quotes import quotes_in, who_said
from tests.support.extracting import paragraphs_of, sentences_of
from tui.document import Article, Document, Language, Origin
from tui.extract import explain_quotes, find_quotes

PEOPLE = "La ministra Elsa Corti e Carlo Rota, sindaco di Valdarsa, erano in aula con Ugo Merli.\n"
ITALIAN = [
    ("– Non firmo niente – disse Merli.", "Ugo Merli", "Non firmo niente"),
    ("Lui ha risposto: «Non ne so davvero niente».", "Ugo Merli", "Non ne so davvero niente"),
    ("Lei ha risposto: «Il treno era fermo».", "Elsa Corti", "Il treno era fermo"),
    ("Quest'ultimo ha replicato: «Chiedete a lei».", "Ugo Merli", "Chiedete a lei"),
    ("Ponte chiuso, Merli: «Inammissibile»", "Ugo Merli", "Inammissibile"),
    ("Ponte, il sindaco Rota: «Riapre a maggio»", "Carlo Rota", "Riapre a maggio"),
    ("``Non firmo questo testo'', ha detto Merli.", "Ugo Merli", "Non firmo questo testo"),
    ("<<Non firmo questo testo>>, ha detto Merli.", "Ugo Merli", "Non firmo questo testo"),
    ("«Il ponte resta chiuso», parola di Merli.", "Ugo Merli", "Il ponte resta chiuso"),
    ("«Il ponte è vecchio» è la convinzione di Merli.", "Ugo Merli", "Il ponte è vecchio"),
    ("«Il ponte? Resta lì», taglia corto Rota.", "Carlo Rota", "Il ponte? Resta lì"),
    ("Si parte tardi, come ha spiegato Rota, «per colpa della neve».", "Carlo Rota", None),
    ("Nella nota si legge che «il ponte resta chiuso».", "nota", "il ponte resta chiuso"),
    ("Dopo la vittoria Merli ha detto che «si cambia musica».", "Ugo Merli", "si cambia musica"),
    ("Merli, però, ha detto che «il ponte è vecchio».", "Ugo Merli", "il ponte è vecchio"),
    ("Rota ha visto il prefetto e ha detto: «Si vedrà».", "Carlo Rota", "Si vedrà"),
    ("Da Lecce, il sindaco ha detto: «Torno lunedì».", "Carlo Rota", "Torno lunedì"),
    ("A parlare è Rota, che, dopo la riunione, ha detto: «Si vedrà».", "Carlo Rota", "Si vedrà"),
    ("Per Merli si tratta di «un errore che pagheremo».", "Ugo Merli", "un errore che pagheremo"),
]
ENGLISH_PEOPLE = "Mayor Ana Holt met John Reed, a spokesman for the union.\n"
ENGLISH = [
    ("— We had no choice — said Holt.", "Ana Holt", "We had no choice"),
    ("“It was a mess,” she said.", "Ana Holt", "It was a mess,"),
    ("“It was a mess,” he said.", "John Reed", "It was a mess,"),
    ("The plan was described as “a gift to the ferry company” by Reed.", "John Reed", None),
    ("Reed, who met Holt, said: 'We had no choice, really.'", "John Reed", None),
]


def only(text: str, language: Language = "it") -> tuple[str | None, str]:
    """Speaker and words of the one quote of `text`."""
    ((speaker, words, _),) = who_said(text, language)
    return speaker, words


@pytest.mark.parametrize(("sentence", "name", "words"), ITALIAN)
def test_an_italian_form_names_its_speaker(sentence: str, name: str, words: str | None) -> None:
    speaker, said = only(PEOPLE + sentence)
    assert speaker == name
    assert words is None or said == words


@pytest.mark.parametrize(("sentence", "name", "words"), ENGLISH)
def test_an_english_form_names_its_speaker(sentence: str, name: str, words: str | None) -> None:
    speaker, said = only(ENGLISH_PEOPLE + sentence, "en")
    assert speaker == name
    assert words is None or said == words


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert quotes_in("- Latte fresco - due litri\n– Pane – quello di ieri\n") == ()


def test_speech_goes_on_after_its_clause_between_dashes() -> None:
    text = PEOPLE + "– Non firmo niente – disse Merli. – Vedremo domani che cosa fare."
    assert [(name, words) for name, words, _ in who_said(text)] == [
        ("Ugo Merli", "Non firmo niente"),
        ("Ugo Merli", "Vedremo domani che cosa fare."),
    ]


@pytest.mark.parametrize("dash", ["-", "--", "–", "—"])
def test_a_clause_between_dashes_inside_the_marks_tells_who_speaks(dash: str) -> None:
    text = f'{PEOPLE}"Bene la manovra {dash} dice Merli {dash} ma serve altro per tutti".'
    (quote,) = quotes_in(text)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.rule) == ("Ugo Merli", "incise")


def test_whoever_is_interviewed_answers_every_question() -> None:
    text = (
        "Ugo Merli parla del ponte.\nChe cosa pensa dei lavori?\n«Vanno rifatti da capo».\n"
        "E la piena?\n«Quella non dipende da noi ma dal cielo»."
    )
    assert [(q.speaker and q.speaker.name, q.rule) for q in quotes_in(text)] == [
        ("Ugo Merli", "interview"),
        ("Ugo Merli", "interview"),
    ]


def test_a_premier_is_the_president_of_the_council() -> None:
    text = "Giulio Neri, presidente del Consiglio, è qui. Il premier ha detto: «Tagliamo le tasse»."
    assert only(text)[0] == "Giulio Neri"


def test_of_two_ministers_the_one_of_that_office_speaks() -> None:
    text = (
        "Il ministro degli Esteri Ivo Galli ha visto il ministro della Difesa Aldo Bini. "
        "Il ministro degli Esteri ha detto: «Andremo avanti insieme»."
    )
    assert only(text)[0] == "Ivo Galli"


def test_a_title_of_an_office_nobody_holds_names_nobody_else() -> None:
    text = "Aldo Bini, ministro della Difesa, tace. Il ministro del Lavoro ha detto: «Vedremo poi»."
    assert only(text)[0] == "ministro del Lavoro"


def test_of_two_people_with_one_surname_the_nearest_speaks() -> None:
    text = "Ugo Merli è il padre.\nPino Merli è il figlio. Merli ha detto: «Non vendo la casa»."
    assert only(text)[0] == "Pino Merli"


def test_a_name_given_in_full_only_later_is_known_before() -> None:
    text = "Merli ha detto: «Non vendo la casa».\nUgo Merli abita lì da trent'anni."
    assert only(text)[0] == "Ugo Merli"


def test_a_surname_keeps_its_particle() -> None:
    text = "Ieri in aula Di Sarro taceva. Di Sarro ha poi detto: «Si torna a votare presto»."
    assert only(text)[0] == "Di Sarro"


def test_a_place_before_a_name_is_no_part_of_it() -> None:
    text = "Carlo Rota è a Berlino. A Berlino Carlo Rota ha detto: «Torno a casa lunedì»."
    assert only(text)[0] == "Carlo Rota"


def test_the_second_verb_of_a_quoted_sentence_has_the_speaker_of_the_first() -> None:
    text = (
        PEOPLE
        + "Merli ha preso la parola: «Accetto la vostra proposta», chiedendo di «fare presto e "
        "senza altre liti»."
    )
    assert [name for name, _, _ in who_said(text)] == ["Ugo Merli", "Ugo Merli"]


@pytest.mark.parametrize(
    ("text", "language", "name", "words", "lemma"),
    [
        (
            "Ugo Merli ha detto che il ponte è chiuso.",
            "it",
            "Ugo Merli",
            "il ponte è chiuso",
            "dire",
        ),
        ("Ugo Merli ha detto ai suoi che si parte ora.", "it", "Ugo Merli", "si parte ora", "dire"),
        ("Ana Holt said that it was too late.", "en", "Ana Holt", "it was too late", "say"),
    ],
)
def test_what_is_reported_without_marks_is_indirect(
    text: str, language: Language, name: str, words: str, lemma: str
) -> None:
    (quote,) = quotes_in(text, language)
    assert quote.kind == "indirect"
    assert quote.speaker is not None
    assert quote.cue is not None
    assert (quote.speaker.name, quote.span.of(text), quote.cue.lemma) == (name, words, lemma)


@pytest.mark.parametrize(
    "text",
    [
        "Il libro che ha letto Ugo Merli è lungo.",
        "Ugo Merli ha visto la legge che cambia tutto quanto.",
        "Ugo Merli ha parlato a lungo prima che la piena arrivasse.",
        "Ugo Merli ha scritto alla zia, che abita lontano da qui.",
    ],
)
def test_a_relative_clause_reports_nothing(text: str) -> None:
    assert quotes_in(text) == ()


def test_indirect_speech_fits_the_document_and_leaves_marked_words_alone() -> None:
    text = PEOPLE + "Merli ha detto che il ponte è chiuso: «Resta così fino a maggio»."
    paragraphs, sentences = paragraphs_of(text), sentences_of(text)
    quotes = find_quotes(text, paragraphs, sentences, "it")
    Document(Article(text, Origin("stdin", "-"), "it"), paragraphs, sentences, quotes).check()
    assert [(q.kind, q.speaker and q.speaker.name) for q in quotes] == [
        ("indirect", "Ugo Merli"),
        ("direct", "Ugo Merli"),
    ]


def test_the_explanation_names_the_rule_and_why_each_candidate_lost() -> None:
    text = PEOPLE + "«Ci siamo», ha detto Merli alla ministra Corti. Il film «La luna» è bello."
    paragraphs, sentences = paragraphs_of(text), sentences_of(text)
    spoken, title = explain_quotes(text, paragraphs, sentences, "it")
    assert (spoken.quote,) == find_quotes(text, paragraphs, sentences, "it")
    assert spoken.rule == "verb-subject"
    assert {c.text: c.why for c in spoken.candidates} == {
        "Merli": "speaks",
        "ministra Corti": "stands behind “alla”",
    }
    assert title.quote is None
    assert title.span.of(text) == "La luna"


def test_the_explanation_says_when_the_speaker_is_named_elsewhere() -> None:
    text = "Ugo Merli è arrivato. «Il treno era fermo», ha detto."
    (found,) = explain_quotes(text, paragraphs_of(text), sentences_of(text), "it")
    assert [(c.text, c.why) for c in found.candidates] == [
        ("Ugo Merli", "named elsewhere, in focus here: Ugo Merli")
    ]


@pytest.mark.parametrize("headline", ["Il ritorno di", "Il ritorno del", "Il passo verso la"])
def test_a_sentence_that_breaks_off_after_a_small_word_is_read_to_its_end(headline: str) -> None:
    # Nobody is named: whoever speaks is looked for in the sentences before, this one too.
    text = f"{headline}\nE c'era «una cosa che non finirà mai» in paese."
    found = find_quotes(text, paragraphs_of(text), sentences_of(text), "it")
    assert [quote.span.of(text) for quote in found] == ["una cosa che non finirà mai"]
