"""Italian nouns for people, and first names."""

from __future__ import annotations

from tui.extract.tables import word_set

_SHORTEST_PLURAL = 4
"""Plurals of so many letters are other words too."""
_NOUNS = """
presidente|m premier| ministro|m ministra|f viceministro|m viceministra|f segretario|m segretaria|f
portavoce| generale|m colonnello|m capitano|m ammiraglio|m senatore|m senatrice|f deputato|m
deputata|f onorevole| sindaco|m sindaca|f governatore|m governatrice|f assessore|m assessora|f
prefetto|m questore|m procuratore|m procuratrice|f pm| giudice| avvocato|m avvocata|f avvocatessa|f
dottor|m dottore|m dottoressa|f professor|m professore|m professoressa|f papa|m pontefice|m
cardinale|m monsignor|m vescovo|m arcivescovo|m re|m regina|f principe|m cancelliere|m cancelliera|f
leader| direttore|m direttrice|f ad| amministratore|m allenatore|m allenatrice|f tecnico|m ct|m
regista| attore|m attrice|f cantante| scrittore|m scrittrice|f giornalista| commissario|m
commissaria|f vicepresidente| vicepremier| teologo|m storico|m autore|m autrice|f moglie|f marito|m
padre|m madre|f figlio|m figlia|f sorella|f fratello|m funzionario|m testimone| uomo|m donna|f
medico|m esperto|m esperta|f analista| consigliere|m consigliera|f comandante|m fondatore|m
fondatrice|f coordinatore|m coordinatrice|f responsabile| dirigente| campione|m campionessa|f
ciclista| calciatore|m pilota|m imprenditore|m imprenditrice|f proprietario|m proprietaria|f
studente|m studentessa|f insegnante| preside| parroco|m don|m suor|f carabiniere|m agente| legale|
difensore|m magistrato|m economista| scienziato|m ricercatore|m ricercatrice|f conduttore|m
conduttrice|f comico|m musicista| sindacalista| ambasciatore|m ambasciatrice|f candidato|m
candidata|f capogruppo| parlamentare| diplomatico|m zar|m cavaliere|m modella|f sovrintendente|
rettore|m rettrice|f collega| amico|m amica|f vittima|f ragazza|f ragazzo|m giovane| capo|m
consorte| signora|f signor|m signore|m medici|p testimoni|p sindacati|p genitori|p familiari|p
abitanti|p residenti|p manifestanti|p sospettati|p avvocati|p inquirenti|p investigatori|p tifosi|p
studenti|p giudici|p esperti|p funzionari|p carabinieri|p ministri|p impiegato|m impiegata|f oste|m
ostessa|f turista| bagnante| tifoso|m tifosa|f sarto|m sarta|f tabaccaio|m farmacisti|p ferroviere|m
postino|m postina|f educatore|m educatrice|f assistente| vicepreside| redattore|m redattrice|f
conducente| guidatore|m portantino|m ostetrica|f titolare| prof| garante| gip| gup| questora|f
prefetta|f sottosegretario|m sottosegretaria|f eurodeputato|m eurodeputata|f europarlamentare|
vicecapogruppo| vicesindaco|m vicesindaca|f deputati|p senatori|p sindaci|p assessori|p
consiglieri|p governatori|p governatrici|p presidi|p presidenti|p parlamentari|p docente| docenti|p
maestro|m maestra|f bidello|m bidella|f infermiere|m infermiera|f infermieri|p chirurgo|m chirurga|f
primario|m pediatra| pediatri|p virologo|m virologa|f epidemiologo|m epidemiologa|f psichiatra|
veterinario|m veterinaria|f farmacista| penalista| notaio|m commercialista| ingegnere|m architetto|m
architetta|f geometra| operaio|m operaia|f operai|p agricoltore|m agricoltori|p allevatore|m
allevatori|p pescatore|m pescatori|p contadino|m contadina|f tassista| tassisti|p camionista|
autista| macchinista| commerciante| commercianti|p negoziante| ristoratore|m ristoratrice|f
ristoratori|p barista| cameriere|m cameriera|f cuoco|m cuoca|f chef| pensionato|m pensionata|f
pensionati|p casalinga|f mamma|f papà|m nonno|m nonna|f zio|m zia|f cugino|m cugina|f nipote|
vedova|f vedovo|m fidanzato|m fidanzata|f compagno|m compagna|f convivente| coinquilino|m
coinquilina|f passante| superstite| sopravvissuto|m sopravvissuta|f residente| abitante| cittadino|m
cittadina|f cittadini|p volontario|m volontaria|f volontari|p attivista| attivisti|p militante|
militanti|p manifestante| addetto|m addetta|f funzionaria|f ispettore|m ispettrice|f maresciallo|m
brigadiere|m sergente| tenente| maggiore|m pompiere|m pompieri|p soccorritore|m soccorritori|p
bagnino|m albergatore|m albergatori|p cantautore|m cantautrice|f rapper| pianista| violinista|
soprano|f tenore|m ballerino|m ballerina|f étoile| influencer| youtuber| blogger| poeta|m poetessa|f
filosofo|m filosofa|f curatore|m curatrice|f editore|m editrice|f editorialista| corrispondente|
inviato|m inviata|f cronista| cronisti|p opinionista| politologo|m politologa|f sondaggista|
matematico|m matematica|f biologo|m biologa|f geologo|m geologa|f climatologo|m climatologa|f
meteorologo|m meteorologa|f astronauta| astrofisico|m astrofisica|f scienziata|f ricercatori|p
scienziati|p paziente| pazienti|p detenuto|m detenuta|f detenuti|p imputato|m imputata|f imputati|p
indagato|m indagata|f indagati|p killer| assassino|m boss|m pentito|m latitante|m mister|m bomber|m
attaccante|m centravanti|m centrocampista|m portiere|m capitana|f terzino|m ds|m dg| tennista|
nuotatore|m nuotatrice|f sciatore|m sciatrice|f velocista| atleta| atleti|p arbitro|m corridore|m
patron|m studentesse|p ragazzi|p ragazze|p giovani|p donne|p uomini|p bambini|p bambino|m bambina|f
figli|p padri|p madri|p mamme|p imam|m rabbino|m patriarca|m frate|m abate|m suora|f sacerdote|m
prete|m missionario|m nunzio|m vescovi|p lavoratori|p lavoratrice|f dipendenti|p dipendente|
sindacalisti|p ambientalista| ambientalisti|p animalisti|p inquilino|m inquilina|f gestore|m
imprenditori|p manager| banchiere|m economisti|p analisti|p tecnici|p giurista| giuristi|p
costituzionalista| costituzionalisti|p magistrati|p toghe|p avversario|m avversari|p sfidante|
successore|m delegato|m delegata|f rappresentante| esponente| relatore|m relatrice|f supplente|
bracciante| inventore|m inventrice|f artista| artisti|p pittore|m pittrice|f scultore|m scultrice|f
stilista| fotografo|m fotografa|f archeologo|m archeologa|f bibliotecario|m bibliotecaria|f custode|
guardiano|m portinaia|f edicolante| libraio|m libraia|f panettiere|m fornaio|m pizzaiolo|m
gelataio|m parrucchiere|m parrucchiera|f estetista| badante|f colf|f idraulico|m elettricista|m
meccanico|m muratore|m minatore|m marinaio|m skipper| alpinista| scalatore|m guida|f sovrano|m
sceicco|m emiro|m sultano|m ayatollah|m primate|m vicario|m legislatore|m amministratrice|f
presidentessa|f tesoriere|m tesoriera|f difensori|p negoziatore|m negoziatori|p mediatore|m
mediatrice|f mediatori|p diplomatici|p osservatori|p critici|p
"""
"""For each noun `m`, `f`, `p` for several people, or nothing."""


def _plurals(title: str) -> list[str]:
    """The forms a noun for a person may have for several: *gestore*, *gestori*."""
    if title.endswith(("co", "go")):
        return [title[:-1] + "i", title[:-1] + "hi"]
    if title.endswith(("ca", "ga")):
        return [title[:-1] + "he", title[:-1] + "hi"]
    if title.endswith("ista"):
        return [title[:-1] + "i", title[:-1] + "e"]
    if title.endswith("io"):
        return [title[:-1]]
    return {"o": [title[:-1] + "i"], "a": [title[:-1] + "e"], "e": [title[:-1] + "i"]}.get(
        title[-1], []
    )


_MANY = (many for item in _NOUNS.split() for many in _plurals(item.split("|")[0]))
TITLES = {
    **{many: "p" for many in _MANY if len(many) > _SHORTEST_PLURAL},
    **dict(item.split("|", 1) for item in _NOUNS.split()),
}
"""Nouns for people, with `m`, `f`, `p` or nothing."""
RANKS = word_set(
    """
    presidente premier ministro ministra viceministro viceministra segretario segretaria
    portavoce generale colonnello capitano ammiraglio senatore senatrice deputato deputata
    sindaco sindaca governatore governatrice assessore assessora prefetto questore procuratore
    pm giudice avvocato avvocata avvocatessa papa pontefice cardinale vescovo arcivescovo re
    regina principe cancelliere cancelliera leader direttore direttrice ad allenatore
    allenatrice ct commissario commissaria vicepresidente vicepremier garante gip gup
    sottosegretario sottosegretaria capogruppo preside rettore rettrice parroco maresciallo
    maggiore comandante figlio figlia padre madre moglie marito fratello sorella nonno nonna
    zio zia vittima testimone legale difensore collega amico amica vicesindaco vicesindaca
    """
)
"""Titles of which one person rarely has two."""
ANYBODY = word_set(
    """
    uomo donna ragazzo ragazza bambino bambina giovane studente studentessa paziente passante
    cittadino cittadina signore signora residente abitante compagno compagna superstite
    sopravvissuto sopravvissuta pensionato pensionata imputato imputata indagato indagata
    """
)
"""Nouns that say of nobody what he or she does."""
AGENTIVE = ("tore", "trice", "ssore", "nista", "lista", "tista", "rista", "ologo", "ologa")
"""The endings of nouns for people who do something."""
INANIMATE = word_set(
    """
    settore motore fattore trattore reattore vettore contatore pista lista svista conquista
    rivista intervista provvista prologo monologo direttrice matrice lavatrice cicatrice
    calcolatore interruttore generatore condensatore indicatore denominatore ventilatore
    elicottero radiatore frullatore proiettore monitore televisore bisettrice
    """
)
"""Nouns for things with such an ending."""

_MEN = """
luca andrea nicola mattia elia gianluca tobia enea battista giambattista giuseppe davide simone
michele daniele emanuele gabriele raffaele samuele salvatore ettore cesare felice achille giovanni
luigi dionigi gianni giorgio dante ercole john george david michael robert donald joe joshua
vladimir emmanuel benjamin olaf sergei dmitri viktor pascal
"""
_WOMEN = """
beatrice alice irene ester carmen nives ines margherita adele matilde cleo rachele noemi mary
elizabeth hillary kate ursula sarah susan jill ingrid marine
"""
GIVEN = {**dict.fromkeys(_MEN.split(), "m"), **dict.fromkeys(_WOMEN.split(), "f")}
"""First names whose ending does not tell `m` from `f`."""
