"""Which words with a capital are names."""

from __future__ import annotations

from tui.document import Language
from tui.translate.rules.lists import words

_OFFICES = {
    "it": words(
        """
        presidente ministro ministra ministero governo stato stati repubblica paese paesi papa
        chiesa corte consiglio commissione banca università partito impero regno re regina
        principe principessa imperatore imperatrice cardinale vescovo arcivescovo
        generale colonnello capitano ammiraglio tenente sergente professore professoressa dottore
        dottoressa ingegnere avvocato giudice senatore senatrice onorevole signor signora
        nord sud est ovest costituzione camera senato parlamento congresso comune provincia regione
        prefettura questura procura tribunale cassazione guerra rivoluzione unità risorgimento
        dio signore chiesa bibbia corano internet web novecento ottocento
        difesa esteri interno interni giustizia salute finanze economia istruzione cultura lavoro
        sanità trasporti ambiente agricoltura tesoro istituto accademia museo teatro palazzo piazza
        ponte monte lago fiume mare isola isole golfo via corso ospedale stazione aeroporto
        associazione comunità società
        federazione unione lega movimento alleanza organizzazione agenzia autorità
        nazionale internazionale europeo europea italiano italiana centrale federale generale
        suprema supremo terra sole luna
        """
    ),
    "en": words(
        """
        president minister ministry government state states republic pope church court council
        commission bank university party empire kingdom king queen prince princess emperor cardinal
        bishop general colonel captain admiral professor doctor judge senator mr mrs ms
        north south east west constitution war revolution god internet
        january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday
        italian french german spanish english british american russian chinese japanese european
        christian catholic jewish muslim islamic roman greek latin arab african asian australian
        canadian mexican brazilian argentine portuguese dutch belgian swiss austrian swedish
        norwegian danish finnish polish czech hungarian romanian bulgarian ukrainian turkish
        israeli palestinian iranian iraqi syrian lebanese egyptian libyan tunisian moroccan
        indian pakistani afghan korean vietnamese thai irish scottish welsh
        republican republicans democrat democrats democratic conservative labour
        prime foreign defence interior health finance justice secretary chancellor governor mayor
        museum theatre palace square bridge mount lake river sea island islands gulf street road
        hospital station airport association federation union league national international
        supreme central federal saint i i'm i'll i've i'd
        """
    ),
}
"""Words that are written with a capital and should be translated all the same."""

_STARTERS = {
    "it": words(
        """
        il lo la i gli le l' un uno una un' di del dello della dei degli delle dell' a al allo alla
        ai agli alle all' da dal dallo dalla dai dagli dalle dall' in nel nello nella nei negli
        nelle nell' con col coi su sul sullo sulla sui sugli sulle sull' per tra fra e ed o ma
        anche se che chi cui quando quanto quanti quante quale quali come dove perché poiché
        siccome mentre dopo prima durante secondo contro senza verso presso oltre sotto sopra dietro
        davanti intanto infine inoltre invece tuttavia però quindi così allora ora adesso oggi ieri
        domani sempre mai già ancora poi più meno molto molti molte tanto tanti tante poco pochi
        poche tutto tutta tutti tutte ogni alcuni alcune nessun nessuno nessuna questo questa questi
        queste quello quella quelli quelle quel quei quegli suo sua suoi sue mio mia nostro nostra
        loro egli ella lui lei noi voi essi esso non né è sono era erano fu furono ha hanno aveva
        avevano sarà saranno si ci vi ne nonostante malgrado grazie insieme accanto circa quasi solo
        soltanto proprio forse lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio
        febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        due tre quattro cinque sei sette otto nove dieci cento mille primo prima secondo seconda
        terzo terza ex caro cara dice disse spiega aggiunge ricorda conferma risponde replica
        l'ex nuova nuovo vecchio vecchia grande gran
        """
    ),
    "en": words(
        """
        the a an of to in on at by for from with without and or but if that this these those who
        which what when where why how while after before during since until although because as
        according despite he she it they we you his her its their our your my there here not no
        yes is are was were has have had will would can could may might do does did so then now
        today yesterday tomorrow always never also still yet once one two three four five six seven
        eight nine ten hundred many most some several few all both each every another other such
        new old last next first second third former under over between among about against however
        meanwhile moreover instead thanks dear mr mrs
        """
    ),
}


def may_be_name(word: str, language: Language) -> bool:
    """Whether a word has a capital and is not one to be translated all the same."""
    if not word[:1].isupper() or len(word) < 2 or word.endswith("'"):
        return len(word) == 2 and word[:1].isupper() and word.endswith(".")
    if word.isupper() and len(word) > 6:
        return False
    low = word.lower()
    return low not in _OFFICES[language] and low not in _ROMAN and low not in _STARTERS[language]


def starts_sentences(word: str, language: Language) -> bool:
    """Whether a word is one that sentences begin with."""
    return word.lower() in _STARTERS[language]


_SURNAMES = words(
    """
    Rossi Bianchi Russo Esposito Greco Gallo Conti Fontana Rizzo Lombardi Moretti Barbieri Marino
    Longo Gentile Serra Vitale Ferrara Grassi Pellegrini Monti Leone Bruno Neri Villa Pace Grillo
    Conte Salvini Bossi Letta Renzi Draghi Ferrari Agnelli Colombo Caruso Mancini Guerra Palumbo
    Sanna Orlando Montanari Cattaneo Bellini Basile Riva Testa Fabbri Messina Barone Sala Pini Corti
    """
)
"""Frequent surnames, many of them words as well."""


def odd(word: str) -> bool:
    """Whether a word is a name for certain: by its shape, *NATO*, *G20*, or as a surname."""
    return word in _SURNAMES or any(char.isupper() or char.isdigit() for char in word[1:])


_ROMAN = words("ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi")


def english_word(word: str) -> bool:
    """Whether an English word is one that has no capital inside a sentence."""
    return word.lower() not in _OFFICES["en"] and not word.endswith(("ian", "ish", "ese"))
