"""Italian verbs, conjugated by rule: the forms newspapers report speech with."""

from __future__ import annotations

from tui.extract.cues import Forms

VERBS = """
affermare aggiungere ammettere ammonire annotare annunciare argomentare asserire assicurare
attaccare augurare auspicare avvertire avvisare azzardare bacchettare bollare chiamare chiarire
chiedere chiosare citare commentare concedere concludere condannare confermare confessare
confidare considerare constatare contestare continuare criticare definire denunciare dichiarare
dire domandare eccepire elogiare esclamare esordire esortare esprimere evidenziare garantire
giudicare gridare illustrare incalzare indicare informare insinuare insistere intervenire invitare
invocare ipotizzare ironizzare lamentare lanciare leggere liquidare minacciare motivare negare
notare obiettare osservare parlare polemizzare postare precisare pregare premettere prevedere
proclamare promettere pronunciare proporre proseguire protestare puntualizzare raccomandare
raccontare rassicurare recitare replicare respingere ribadire ribattere ricordare riconoscere
riferire rilanciare rilevare rimarcare rimproverare rincarare ringraziare ripetere riportare
rispondere ritenere rivelare rivendicare sbottare scandire scherzare scrivere segnalare
sentenziare smentire sostenere sottolineare specificare spiegare stigmatizzare suggerire
sussurrare testimoniare tuonare twittare urlare vantare sorridere sospirare piangere ragionare
riassumere difendere descrivere accusare attestare comunicare dettagliare riepilogare rispondere
"""
"""The verbs of saying."""

_IRREGULAR = {
    "dire": ("dic", "disse", "dett"),
    "chiedere": ("chied", "chiese", "chiest"),
    "concedere": ("conced", "concesse", "concess"),
    "concludere": ("conclud", "concluse", "conclus"),
    "rispondere": ("rispond", "rispose", "rispost"),
    "scrivere": ("scriv", "scrisse", "scritt"),
    "aggiungere": ("aggiung", "aggiunse", "aggiunt"),
    "sostenere": ("sosten", "sostenne", "sostenut"),
    "ammettere": ("ammett", "ammise", "ammess"),
    "premettere": ("premett", "premise", "premess"),
    "promettere": ("promett", "promise", "promess"),
    "proporre": ("propon", "propose", "propost"),
    "riconoscere": ("riconosc", "riconobbe", "riconosciut"),
    "esprimere": ("esprim", "espresse", "espress"),
    "prevedere": ("preved", "previde", "previst"),
    "intervenire": ("interven", "intervenne", "intervenut"),
    "insistere": ("insist", "insisté", "insistit"),
    "leggere": ("legg", "lesse", "lett"),
    "sorridere": ("sorrid", "sorrise", "sorris"),
    "piangere": ("piang", "pianse", "piant"),
    "ribattere": ("ribatt", "ribatté", "ribattut"),
    "ripetere": ("ripet", "ripeté", "ripetut"),
    "respingere": ("resping", "respinse", "respint"),
    "difendere": ("difend", "difese", "difes"),
    "rivolgere": ("rivolg", "rivolse", "rivolt"),
}
_PRESENT = {
    "dire": ("dice", "dicono"),
    "sostenere": ("sostiene", "sostengono"),
    "proporre": ("propone", "propongono"),
    "intervenire": ("interviene", "intervengono"),
    "avvertire": ("avverte", "avvertono"),
    "eccepire": ("eccepisce", "eccepiscono"),
}
_E_VERBS = frozenset(["avvertire"])


def conjugate(lemma: str) -> tuple[list[str], list[str], list[str]]:
    """The finite forms of the third person, the participles, and gerund with infinitive."""
    stem, kind = lemma[:-3], lemma[-3:]
    if lemma in _IRREGULAR:
        stem, past, participle = _IRREGULAR[lemma]
        present = _PRESENT.get(lemma, (stem + "e", stem + "ono"))
        finite = [*present, past, past.rstrip("é") + ("ero" if past.endswith("é") else "ro")]
        vowel = "i" if kind == "ire" and lemma != "dire" else "e"
        finite += [
            f"{stem}{vowel}va",
            f"{stem}{vowel}vano",
            f"{stem}{vowel}rà",
            f"{stem}{vowel}rebbe",
        ]
        return finite, _endings(participle), [stem + "endo", lemma]
    if kind == "are":
        soft = stem.removesuffix("i") if stem.endswith(("ci", "gi", "sci")) else stem
        hard = stem + "h" if stem.endswith(("c", "g")) else soft
        finite = [stem + e for e in ("a", "ano", "ava", "avano", "ò", "arono")]
        finite += [hard + e for e in ("erà", "eranno", "erebbe")]
        return finite, _endings(stem + "at"), [stem + "ando", lemma]
    if kind == "ere":
        finite = [stem + e for e in ("e", "ono", "eva", "evano", "é", "ette", "ettero", "erà")]
        return finite, _endings(stem + "ut"), [stem + "endo", lemma]
    present = _PRESENT.get(lemma, (stem + "isce", stem + "iscono"))
    finite = [*present, *(stem + e for e in ("iva", "ivano", "ì", "irono", "irà", "irebbe"))]
    return finite, _endings(stem + "it"), [stem + "endo", lemma]


def _endings(participle: str) -> list[str]:
    return [participle + vowel for vowel in "oaie"]


_CLITICS = ("gli", "lo", "la", "li", "le", "ne", "ci", "si")


def with_clitics(form: str) -> list[str]:
    """An infinitive or gerund with each pronoun that may hang on it: *avvisarla*, *dicendogli*."""
    stem = form[:-1] if form.endswith("re") else form
    return [stem + clitic for clitic in _CLITICS]


def forms() -> Forms:
    """Every form a verb of saying reports with, under its kind, and its dictionary form."""
    finite: dict[str, str] = {}
    participles: dict[str, str] = {}
    loose: dict[str, str] = {}
    for lemma in VERBS.split():
        present, past, others = conjugate(lemma)
        finite |= dict.fromkeys(present, lemma)
        participles |= dict.fromkeys(past, lemma)
        for form in others:
            loose |= dict.fromkeys([form, *with_clitics(form)], lemma)
    return {"finite": finite, "participle": participles, "loose": loose}
