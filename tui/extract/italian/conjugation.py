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
riassumere difendere descrivere accusare attestare comunicare dettagliare riepilogare
esultare gongolare giurare singhiozzare sfogare sbuffare brontolare borbottare mormorare bisbigliare
balbettare sibilare ringhiare strillare sbraitare inveire implorare supplicare scongiurare
sollecitare intimare pronosticare profetizzare preannunciare preannunziare annunziare anticipare
paventare scommettere gioire rallegrare congratulare complimentare rammaricare scusare giustificare
minimizzare sdrammatizzare plaudere lodare apostrofare tacciare irridere punzecchiare controbattere
controreplicare contraddire supporre immaginare pensare credere temere sperare riflettere
ricostruire narrare rievocare rammentare rimpiangere svelare insorgere reagire appellare pretendere
reclamare esigere declamare sintetizzare teorizzare alludere accennare rinfacciare recriminare
tranquillizzare confortare incoraggiare paragonare ruggire spronare pontificare dubitare annuire
rivolgere confutare argomentare esemplificare stemperare frenare
scherzare ridacchiare stabilire vergognare arrabbiare infuriare infierire ricapitolare
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
    "ritenere": ("riten", "ritenne", "ritenut"),
    "rivolgere": ("rivolg", "rivolse", "rivolt"),
    "descrivere": ("descriv", "descrisse", "descritt"),
    "riassumere": ("riassum", "riassunse", "riassunt"),
    "scommettere": ("scommett", "scommise", "scommess"),
    "irridere": ("irrid", "irrise", "irris"),
    "controbattere": ("controbatt", "controbatté", "controbattut"),
    "contraddire": ("contraddic", "contraddisse", "contraddett"),
    "supporre": ("suppon", "suppose", "suppost"),
    "riflettere": ("riflett", "rifletté", "riflettut"),
    "rimpiangere": ("rimpiang", "rimpianse", "rimpiant"),
    "insorgere": ("insorg", "insorse", "insort"),
    "pretendere": ("pretend", "pretese", "pretes"),
    "esigere": ("esig", "esigé", "esatt"),
    "alludere": ("allud", "alluse", "allus"),
    "plaudere": ("plaud", "plaudé", "plaudit"),
}
_PRESENT = {
    "dire": ("dice", "dicono"),
    "sostenere": ("sostiene", "sostengono"),
    "proporre": ("propone", "propongono"),
    "supporre": ("suppone", "suppongono"),
    "intervenire": ("interviene", "intervengono"),
    "avvertire": ("avverte", "avvertono"),
    "eccepire": ("eccepisce", "eccepiscono"),
    "proseguire": ("prosegue", "proseguono"),
    "ritenere": ("ritiene", "ritengono"),
}
_FUTURE = {
    "dire": "dir",
    "contraddire": "contraddir",
    "sostenere": "sosterr",
    "ritenere": "riterr",
    "proporre": "proporr",
    "supporre": "supporr",
    "intervenire": "interverr",
}
"""The stems of futures that are shortened."""


def conjugate(lemma: str) -> tuple[list[str], list[str], list[str]]:
    """The finite forms of the third person, the participles, and gerund with infinitive."""
    stem, kind = lemma[:-3], lemma[-3:]
    if lemma in _IRREGULAR:
        stem, past, participle = _IRREGULAR[lemma]
        present = _PRESENT.get(lemma, (stem + "e", stem + "ono"))
        finite = [*present, past, past.rstrip("é") + ("ero" if past.endswith("é") else "ro")]
        future = _FUTURE.get(lemma)
        vowel = "i" if kind == "ire" and not lemma.endswith("dire") else "e"
        finite += [
            f"{stem}{vowel}va",
            f"{stem}{vowel}vano",
            *([future + "à", future + "ebbe", future + "anno"] if future else []),
            *([] if future else [f"{stem}{vowel}rà", f"{stem}{vowel}rebbe"]),
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


_PHRASES = """
fare|sapere fare|notare fare|presente fare|eco fare|spallucce fare|mea_culpa fare|appello
tagliare|corto mettere|in_guardia mettere|in_chiaro mettere|le_mani_avanti tirare|dritto
rincarare|la_dose allargare|le_braccia alzare|le_spalle alzare|la_voce rompere|il_silenzio
puntare|il_dito gettare|acqua_sul_fuoco buttare|acqua_sul_fuoco passare|all'_attacco
andare|all'_attacco tornare|all'_attacco tornare|alla_carica chiudere|la_porta perdere|la_pazienza
prendere|la_parola prendere|le_distanze tirare|le_somme usare|giri_di_parole avere|dubbi
lasciare|intendere lasciare|sfuggire lasciare|scappare lanciare|l'_allarme dare|la_colpa
"""
"""Verbs that only with the words after the bar are verbs of saying."""

_OTHERS = {
    "fare": "fa fanno faceva facevano fece fecero farà faranno farebbe fatto facendo fare far",
    "mettere": "mette mettono metteva mettevano mise misero metterà messo mettendo mettere",
    "rompere": "rompe rompono ruppe rotto rompendo rompere",
    "chiudere": "chiude chiudono chiuse chiuso chiudendo chiudere",
    "prendere": "prende prendono prendeva prese presero preso prendendo prendere",
    "perdere": "perde perdono perse perso perdendo perdere",
    "andare": "va vanno andò andato andata andati andando andare",
    "dare": "dà danno dava diede dato dando dare",
    "avere": "ha hanno aveva avevano",
}
"""The forms of verbs that are none of saying by themselves."""


def _phrases() -> dict[str, str]:
    """Each phrase in each form of its verb, with the infinitive: *mette in guardia*."""
    out: dict[str, str] = {}
    for phrase in _PHRASES.split():
        verb, _, rest = phrase.replace("_", " ").partition("|")
        if verb in _OTHERS:
            found = _OTHERS[verb].split()
        else:
            found = [form for group in conjugate(verb) for form in group]
        lemma = f"{'far' if verb == 'fare' else verb} {rest}"
        out |= {f"{form} {rest}": lemma for form in found}
    return out


_CLITICS = ("gli", "lo", "la", "li", "le", "ne", "ci", "si")


def with_clitics(form: str) -> list[str]:
    """An infinitive or gerund with each pronoun that may hang on it: *avvisarla*, *dicendogli*."""
    stem = form[:-1] if form.endswith("re") else form
    return [stem + clitic for clitic in _CLITICS]


def forms() -> Forms:
    """Every form a verb of saying reports with, under its kind, and its dictionary form."""
    finite = dict.fromkeys(("convinto", "convinta", "convinti", "convinte"), "convincere")
    participles: dict[str, str] = {}
    loose: dict[str, str] = {}
    for lemma in VERBS.split():
        present, past, others = conjugate(lemma)
        finite |= dict.fromkeys(present, lemma)
        participles |= dict.fromkeys(past, lemma)
        for form in others:
            loose |= dict.fromkeys([form, *with_clitics(form)], lemma)
    return {"finite": finite, "participle": participles, "loose": loose, "phrase": _phrases()}
