"""From forms to dictionary forms, by rule: what is asked of them is that the right one is there."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tui.document import Language
from tui.lookup.lemmas import lemmas, targets

NOT_ITALIAN = frozenset(
    """
    dicerebbe dicerà proponerebbe proponerà controbattero esigero insistero plaudero ribattero
    riflettero ripetero plaudito plaudita plauditi plaudite
    """.split()  # noqa: SIM905 (words as one reads them)
)
"""Forms that the tables of verbs of saying have, made by their rules, and no Italian says."""


def proposed(word: str, language: Language) -> list[str]:
    return [lemma for lemma, _ in lemmas(word, language)]


@pytest.mark.parametrize(("language", "folder"), [("it", "italian"), ("en", "english")])
def test_every_form_of_the_verbs_of_saying_leads_to_its_verb(
    language: Language, folder: str
) -> None:
    table = Path(tui.__file__).parent / "extract" / folder / "cues.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    missed = {
        form
        for _, form, lemma in rows
        if form != lemma and " " not in form and lemma not in proposed(form, language)
    }
    assert len(rows) > 400
    assert missed <= NOT_ITALIAN


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("missili", "missile"), ("amici", "amico"), ("banche", "banca"), ("laghi", "lago"),
        ("figli", "figlio"), ("arance", "arancia"), ("camicie", "camicia"), ("nuove", "nuovo"),
        ("uomini", "uomo"), ("mani", "mano"), ("uova", "uovo"), ("migliaia", "migliaio"),
        ("lavoratrici", "lavoratore"), ("lentamente", "lento"), ("velocemente", "veloce"),
        ("facilmente", "facile"), ("grandissimo", "grande"), ("ricchissima", "ricco"),
        ("hanno", "avere"), ("sarebbero", "essere"), ("fossero", "essere"), ("vada", "andare"),
        ("andrà", "andare"), ("fece", "fare"), ("disse", "dire"), ("contraddetto", "contraddire"),
        ("cercherà", "cercare"), ("mangerebbe", "mangiare"), ("studi", "studiare"),
        ("capiscono", "capire"), ("mise", "mettere"), ("promesso", "promettere"),
        ("prese", "prendere"), ("risposero", "rispondere"), ("chiesto", "chiedere"),
        ("scritti", "scrivere"), ("corso", "correre"), ("vinse", "vincere"), ("letto", "leggere"),
        ("proposto", "proporre"), ("propongono", "proporre"), ("condotta", "condurre"),
        ("attrae", "attrarre"), ("riaperto", "riaprire"), ("interrotto", "interrompere"),
        ("risolto", "risolvere"), ("espresse", "esprimere"), ("assunto", "assumere"),
        ("spento", "spegnere"), ("discusso", "discutere"), ("vissuto", "vivere"),
        ("previsto", "prevedere"), ("otterrebbe", "ottenere"), ("intervenne", "intervenire"),
        ("raccolse", "raccogliere"), ("successo", "succedere"), ("strinse", "stringere"),
        ("dirlo", "dire"), ("parlarne", "parlare"), ("dargliene", "dare"), ("proporlo", "proporre"),
        ("dicendogli", "dire"), ("facendosi", "fare"), ("dimmi", "dire"), ("fallo", "fare"),
        ("dammelo", "dare"), ("abituato", "abituarsi"), ("accorti", "accorgersi"),
        ("della", "di"), ("sugli", "su"), ("quegli", "quello"), ("po'", "poco"),
    ],
)  # fmt: skip
def test_italian(word: str, lemma: str) -> None:
    assert lemma in proposed(word, "it")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("countries", "country"), ("leaves", "leaf"), ("leaves", "leave"), ("knives", "knife"),
        ("boxes", "box"), ("houses", "house"), ("churches", "church"), ("quizzes", "quiz"),
        ("children", "child"), ("analyses", "analysis"), ("went", "go"), ("written", "write"),
        ("running", "run"), ("making", "make"), ("stopped", "stop"), ("tried", "try"),
        ("agreed", "agree"), ("dying", "die"), ("bigger", "big"), ("happiest", "happy"),
        ("nicer", "nice"), ("happily", "happy"), ("possibly", "possible"), ("truly", "true"),
        ("rebuilt", "rebuild"), ("overtook", "overtake"), ("better", "good"), ("is", "be"),
    ],
)  # fmt: skip
def test_english(word: str, lemma: str) -> None:
    assert lemma in proposed(word, "en")


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("l'acqua", "it", ["l'acqua", "acqua"]),
        ("dell'ente", "it", ["dell'ente", "ente"]),
        ("c'è", "it", ["c'è", "è", "é"]),
        ("perche'", "it", ["perche'", "perché", "perchè"]),
        ("citta'", "it", ["citta'", "città"]),
        ("perchè", "it", ["perchè", "perché"]),
        ("sud-est", "it", ["sud-est", "sud", "est"]),
        ("ryder's", "en", ["ryder's", "ryder"]),
        ("soldiers'", "en", ["soldiers'", "soldiers"]),
        ("don't", "en", ["don't", "do"]),
        ("we'll", "en", ["we'll", "we"]),
        ("worn-out", "en", ["worn-out", "worn", "out"]),
    ],
)
def test_what_is_elided_or_misspelt_is_put_right(
    word: str, language: Language, expected: list[str]
) -> None:
    found = list(targets(word, language))
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("word", ["", "'", "a", "è", "-", "x" * 60, "ò'ò'", "sì-sì-sì"])
def test_odd_words_propose_little_and_raise_nothing(word: str, language: Language) -> None:
    for target in targets(word, language):
        assert len(proposed(target, language)) < 60
