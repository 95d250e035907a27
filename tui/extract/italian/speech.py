"""Italian words for saying, for those who say, and for what stands between them."""

from __future__ import annotations

from tui.extract.cues import by_last_word, read_cues
from tui.extract.tables import SpeechWords, word_set

_NOUNS = """
commento commenti parole parola replica risposta appello sfogo tweet nota dichiarazione
dichiarazioni annuncio accusa accuse allarme grido messaggio post richiesta invito monito frase
frasi affermazione affermazioni spiegazione giudizio domanda intervento lettera comunicato slogan
motto espressione intenzioni versione tesi ricostruzione denuncia promessa minaccia avvertimento
convinzione convinzioni racconto testimonianza consiglio ammonimento riflessione ricordo
analisi sintesi previsione proposta provocazione battuta urlo saluto augurio invettiva rimprovero
affondo stoccata frecciata rivelazione confessione smentita precisazione verdetto parere timore
auspicio lamentela protesta sfida sentenza opinione rassicurazione ammissione lamento
"""
_TITLES = """
presidente|m premier| ministro|m ministra|f viceministro|m viceministra|f segretario|m
segretaria|f portavoce| generale|m colonnello|m capitano|m ammiraglio|m senatore|m senatrice|f
deputato|m deputata|f onorevole| sindaco|m sindaca|f governatore|m governatrice|f assessore|m
assessora|f prefetto|m questore|m procuratore|m procuratrice|f pm| giudice| avvocato|m avvocata|f
avvocatessa|f dottor|m dottore|m dottoressa|f professor|m professore|m professoressa|f papa|m
pontefice|m cardinale|m monsignor|m vescovo|m arcivescovo|m re|m regina|f principe|m cancelliere|m
cancelliera|f leader| direttore|m direttrice|f ad| amministratore|m allenatore|m allenatrice|f
tecnico|m ct|m regista| attore|m attrice|f cantante| scrittore|m scrittrice|f giornalista|
commissario|m commissaria|f vicepresidente| vicepremier| teologo|m storico|m autore|m autrice|f
moglie|f marito|m padre|m madre|f figlio|m figlia|f sorella|f fratello|m funzionario|m testimone|
uomo|m donna|f medico|m esperto|m esperta|f analista| consigliere|m consigliera|f comandante|m
segretaria|f fondatore|m fondatrice|f coordinatore|m coordinatrice|f responsabile| dirigente|
campione|m campionessa|f ciclista| calciatore|m pilota|m imprenditore|m imprenditrice|f
proprietario|m proprietaria|f studente|m studentessa|f insegnante| preside| parroco|m don|m suor|f
carabiniere|m agente| legale| difensore|m magistrato|m economista| scienziato|m ricercatore|m
ricercatrice|f conduttore|m conduttrice|f comico|m musicista| sindacalista| ambasciatore|m
ambasciatrice|f candidato|m candidata|f capogruppo| parlamentare| diplomatico|m zar|m cavaliere|m
modella|f sovrintendente| rettore|m rettrice|f segretario|m collega| amico|m amica|f vittima|f
ragazza|f ragazzo|m giovane| capo|m
consorte| signora|f signor|m signore|m medici|p testimoni|p sindacati|p
genitori|p familiari|p abitanti|p residenti|p manifestanti|p sospettati|p avvocati|p inquirenti|p
investigatori|p tifosi|p studenti|p giudici|p esperti|p funzionari|p carabinieri|p ministri|p
titolare| prof| garante| gip| gup| procuratrice|f questora|f prefetta|f sottosegretario|m
sottosegretaria|f eurodeputato|m eurodeputata|f europarlamentare| vicecapogruppo| vicesindaco|m
vicesindaca|f deputati|p senatori|p sindaci|p assessori|p consiglieri|p governatori|p
governatrici|p presidi|p presidenti|p parlamentari|p docente| docenti|p maestro|m maestra|f bidello|m
bidella|f infermiere|m infermiera|f infermieri|p chirurgo|m chirurga|f primario|m pediatra|
pediatri|p virologo|m virologa|f epidemiologo|m epidemiologa|f psichiatra| veterinario|m
veterinaria|f farmacista| penalista| notaio|m commercialista| ingegnere|m architetto|m
architetta|f geometra| operaio|m operaia|f operai|p agricoltore|m agricoltori|p allevatore|m
allevatori|p pescatore|m pescatori|p contadino|m contadina|f tassista| tassisti|p camionista|
autista| macchinista| commerciante| commercianti|p negoziante| ristoratore|m ristoratrice|f
ristoratori|p barista| cameriere|m cameriera|f cuoco|m cuoca|f chef| pensionato|m pensionata|f
pensionati|p casalinga|f mamma|f papà|m nonno|m nonna|f zio|m zia|f cugino|m cugina|f nipote|
vedova|f vedovo|m fidanzato|m fidanzata|f compagno|m compagna|f convivente| coinquilino|m
coinquilina|f passante| superstite| sopravvissuto|m sopravvissuta|f residente| abitante|
cittadino|m cittadina|f cittadini|p volontario|m volontaria|f volontari|p attivista| attivisti|p
militante| militanti|p manifestante| addetto|m addetta|f funzionaria|f ispettore|m ispettrice|f
maresciallo|m brigadiere|m sergente| tenente| maggiore|m pompiere|m pompieri|p soccorritore|m
soccorritori|p bagnino|m albergatore|m albergatori|p cantautore|m cantautrice|f rapper|
pianista| violinista| soprano|f tenore|m ballerino|m ballerina|f étoile| influencer| youtuber|
blogger| poeta|m poetessa|f filosofo|m filosofa|f curatore|m curatrice|f editore|m editrice|f
editorialista| corrispondente| inviato|m inviata|f cronista| cronisti|p opinionista|
politologo|m politologa|f sondaggista| matematico|m matematica|f biologo|m biologa|f geologo|m
geologa|f climatologo|m climatologa|f meteorologo|m meteorologa|f astronauta| astrofisico|m
astrofisica|f scienziata|f ricercatori|p scienziati|p paziente| pazienti|p detenuto|m detenuta|f
detenuti|p imputato|m imputata|f imputati|p indagato|m indagata|f indagati|p killer| assassino|m
boss|m pentito|m latitante|m mister|m bomber|m attaccante|m centravanti|m centrocampista|m
portiere|m capitana|f terzino|m ds|m dg| tennista| nuotatore|m nuotatrice|f sciatore|m
sciatrice|f velocista| atleta| atleti|p arbitro|m corridore|m patron|m studentesse|p ragazzi|p
ragazze|p giovani|p donne|p uomini|p bambini|p bambino|m bambina|f figli|p padri|p madri|p
mamme|p imam|m rabbino|m patriarca|m frate|m abate|m suora|f sacerdote|m prete|m missionario|m
nunzio|m vescovi|p lavoratori|p lavoratrice|f dipendenti|p dipendente| sindacalisti|p
ambientalista| ambientalisti|p animalisti|p inquilino|m inquilina|f gestore|m imprenditori|p
manager| banchiere|m economisti|p analisti|p tecnici|p giurista| giuristi|p costituzionalista|
costituzionalisti|p magistrati|p toghe|p avversario|m avversari|p sfidante| successore|m
delegato|m delegata|f rappresentante| esponente| relatore|m relatrice|f supplente| bracciante|
inventore|m inventrice|f artista| artisti|p pittore|m pittrice|f scultore|m scultrice|f
stilista| fotografo|m fotografa|f archeologo|m archeologa|f bibliotecario|m bibliotecaria|f
custode| guardiano|m portinaia|f edicolante| libraio|m libraia|f panettiere|m fornaio|m
pizzaiolo|m gelataio|m parrucchiere|m parrucchiera|f estetista| badante|f colf|f idraulico|m
elettricista|m meccanico|m muratore|m minatore|m marinaio|m skipper| alpinista| scalatore|m
guida|f sovrano|m sceicco|m emiro|m sultano|m ayatollah|m primate|m vicario|m legislatore|m
amministratrice|f presidentessa|f tesoriere|m tesoriera|f difensori|p negoziatore|m
negoziatori|p mediatore|m mediatrice|f mediatori|p diplomatici|p osservatori|p critici|p
"""


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


_MANY = [plural for item in _TITLES.split() for plural in _plurals(item.split("|")[0])]
_MINISTRIES = """
difesa esteri farnesina interno interni viminale economia tesoro giustizia istruzione cultura salute
sanità lavoro trasporti infrastrutture ambiente agricoltura turismo sport ricerca università
""".split()
"""What a minister is called the holder of: *il titolare della Difesa*."""


_CUES = read_cues("italian")

WORDS = SpeechWords(
    finite=_CUES["finite"],
    participles=_CUES["participle"],
    loose=_CUES["loose"],
    phrases=by_last_word(_CUES["phrase"]),
    written=word_set("leggere"),
    reflexive=word_set("si"),
    weak=word_set(
        "chiamare definire parlare giudicare bollare considerare descrivere ritenere citare"
    ),
    unreporting=word_set(
        "continuare leggere lanciare attaccare condannare criticare elogiare esprimere illustrare"
        " liquidare pronunciare ringraziare postare twittare piangere sorridere difendere accusare"
        " pensare credere temere sperare immaginare supporre dubitare pretendere esigere esultare"
        " gioire lodare paragonare frenare appellare ridacchiare annuire pregare"
    ),
    auxiliaries=word_set(
        """
        ha hanno aveva avevano avrebbe avrebbero abbia ebbe ebbero avrà avendo è sono era erano
        sarebbe fu furono aver avere essersi
        """
    ),
    essere=word_set("è sono era erano sarebbe fu furono"),
    unaccusative=word_set("intervenire"),
    adverb="mente",
    gerund=("ando", "endo"),
    whoever=word_set("chi qualcuno molti alcuni altri altre tanti tante nessuno ognuno tutti"),
    verbal=("a", "e", "ano", "ono", "va", "vano", "ò", "ì", "rono"),
    participle=("ato", "uto", "ito", "tto", "sto", "so"),
    passive=word_set("viene vengono venne stato stata stati state essere venuto"),
    joint=word_set(
        """
        del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall'
        dai dagli dalle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle
        """
    ),
    agent=word_set("da dal dallo dalla dall' dai dagli dalle"),
    nouns={word: word for word in _NOUNS.split()},
    sources=(
        ("secondo",),
        ("stando", "a"),
        ("stando", "al"),
        ("stando", "alla"),
        ("stando", "alle"),
        ("stando", "ai"),
        ("a", "detta", "di"),
        ("a", "detta", "del"),
        ("a", "detta", "della"),
        ("a", "detta", "dei"),
        ("a", "giudizio", "di"),
        ("a", "giudizio", "del"),
        ("a", "parere", "di"),
        ("a", "parere", "del"),
        ("a", "sentire"),
        ("nelle", "parole", "di"),
        ("nelle", "parole", "del"),
        ("nelle", "parole", "della"),
        ("per",),
        ("così",),
    ),
    relays=word_set(
        "riferito riferisce riportato riporta detto dichiarato affermato spiegato diramata"
    ),
    articles=word_set("il lo la l' i gli le un uno una un'"),
    indefinite=word_set("un uno una un'"),
    definite=word_set("il lo la l'"),
    prepositions=word_set(
        """
        di d' del dello della dell' dei degli delle a ad al allo alla all' ai agli alle da dal dallo
        dalla dall' dai dagli dalle in nel nello nella nell' nei negli nelle con col su sul sullo
        sulla sull' sui sugli sulle per tra fra contro verso durante dopo prima presso senza sotto
        sopra davanti oltre attraverso mediante entro insieme fino
        """
    ),
    of=word_set("di d' del dello della dell' dei degli delle"),
    small=word_set(
        """
        e ed o ma se non si che chi come quando mentre dopo prima poi così anche ora oggi ieri
        domani secondo questo questa questi queste quello quella quelli quelle suo sua suoi sue loro
        lui lei noi voi io tu egli ella essi perché perciò quindi dunque infatti inoltre invece però
        tuttavia intanto infine allora ancora già mai più solo tutto tutti tutte nessuno molti
        alcuni altri ogni qui lì là dove quanto quale cosa sempre forse eppure nonostante durante
        entro verso senza è ha hanno era sono il lo la l' i gli le un uno una un' per con tra fra
        subito successivamente ad a in ci vi né sia quest' stando sì no bene ecco pur pure cosa
        lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile
        maggio giugno luglio agosto settembre ottobre novembre dicembre d' dell' all' dall' nell' c'
        fa fanno va vanno dà deve devono può possono vuole vogliono sta stanno viene vengono resta
        restano arriva parla cerca punta chiede trova mette porta prende lascia torna vive rischia
        ex cosicché cioè ossia oltre attraverso contro sopra sotto presso circa quasi troppo poco
        """
    ),
    clitics=word_set(
        """
        si ci vi lo la li le gli ne l' non ha hanno aveva avevano avrebbe è era sono anche poi
        infatti inoltre invece però tuttavia intanto ancora già subito così ieri oggi sempre pure
        quindi dunque infine mi ti stesso stessa ora ad a sua volta avrebbero abbia ebbe fu
        """
    ),
    pronouns={
        "egli": "m",
        "lui": "m",
        "lei": "f",
        "ella": "f",
        "loro": "p",
        "essi": "p",
    },
    name_first=False,
    titles={
        **{plural: "p" for plural in _MANY if len(plural) > 4},
        **{item.split("|")[0]: item.split("|")[1] for item in _TITLES.split()},
    },
    anybody=word_set(
        """
        uomo donna ragazzo ragazza bambino bambina giovane studente studentessa paziente passante
        cittadino cittadina signore signora residente abitante compagno compagna superstite
        sopravvissuto sopravvissuta pensionato pensionata imputato imputata indagato indagata
        """
    ),
    ranks=word_set(
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
    ),
    bodies=word_set(
        """
        governo ministero polizia procura tribunale azienda società compagnia comune regione chiesa
        partito sindacato nota comunicato sentenza autopsia rapporto documento testo legge
        televisione quotidiano giornale agenzia organizzazione associazione commissione corte
        cassazione difesa opposizione maggioranza casa ente istituto università squadra club
        presidenza prefettura questura esercito ambasciata federazione fonte fonti autorità lettera
        consiglio senato camera parlamento pentagono cremlino
        farnesina quirinale viminale tesoro associazioni sindacati comitato comitati fondazione
        consorzio cooperativa confederazione ong onu tar consulta giunta capitaneria banca gruppo
        multinazionale direzione curia diocesi vaticano famiglia accusa giuria assemblea
        coordinamento movimento coalizione esecutivo dicastero dipartimento ateneo asl regioni
        provincia municipio soprintendenza redazione testata relazione dossier studio ricerca
        ordinanza decreto perizia referto verbale esposto articolo editoriale manifesto circolare
        delibera regolamento costituzione imprese tifoseria curva dirigenza proprietà
        """
    ),
    offices={
        ("presidente", "consiglio"): "premier",
        ("capo", "governo"): "premier",
        **{("titolare", ministry): "ministro" for ministry in _MINISTRIES},
    },
    seats=word_set("consiglio senato parlamento pentagono cremlino governo camera viminale"),
    former=word_set("ex allora già attuale neo nuovo nuova"),
    latter={"quest'ultimo": "m", "quest'ultima": "f"},
    given={
        **dict.fromkeys(_MEN.split(), "m"),
        **dict.fromkeys(_WOMEN.split(), "f"),
    },
    given_endings={"a": "f", "o": "m"},
    agentive=("tore", "trice", "ssore", "nista", "lista", "tista", "rista", "ologo", "ologa"),
    inanimate=word_set(
        """
        settore motore fattore trattore reattore vettore contatore pista lista svista conquista
        rivista intervista provvista prologo monologo direttrice matrice lavatrice cicatrice
        calcolatore interruttore generatore condensatore indicatore denominatore ventilatore
        elicottero radiatore frullatore proiettore monitore televisore bisettrice
        """
    ),
    impersonal=word_set(
        """
        stati uniti unito unione repubblica nazioni europea europeo europa democratico mondo
        mondiale affari esteri federale russa nazionale centrale
        via piazza corso viale san santa santo monte lago città stadio palazzo camera consiglio
        senato parlamento lega forza movimento fratelli banca ponte teatro museo università
        nord sud est ovest news tv radio italia paesi bassi
        """
    ),
    particles=word_set("di de del della lo la d' dal dalla"),
    weak_sources=word_set("per così"),
    demonyms=word_set(""),
    imperfect=("va", "vano", "ò", "rono"),
    finite_endings=("rà", "rò", "ranno", "rebbe", "rebbero", "arono", "irono", "erono", "ò", "ì"),
    lively=word_set(
        """
        è sono sei siamo siete ero era erano eravamo sarà ha ho hai abbiamo avete hanno avevo aveva
        abbia avrei fa faccio fai fanno fate facciamo va vado vai vanno andiamo può posso puoi
        possono possiamo potete deve devo devi devono dobbiamo dovete vuole voglio vuoi vogliono
        vogliamo sta sto stai stanno stiamo so sa sai sanno sappiamo viene vengono dà dice dico c'
        non mi ti ci vi noi voi io nostro nostra nostri nostre mio mia miei tuo tua vostro vostra
        bisogna occorre serve servono grazie basta sia siano
        """
    ),
    lively_endings=(
        *("rà", "rò", "rai", "remo", "rete", "ranno", "rei", "rebbe", "rebbero", "ssero", "ammo"),
        *("iamo", "avo", "avano", "evano", "ivano", "arono", "irono", "erono", "ò", "ì"),
    ),
    told=word_set("lo l' così è quanto a questo questa ne"),
    naming=word_set(
        """
        film libro romanzo album canzone brano singolo serie intitolato intitolata titolo cosiddetto
        cosiddetta cosiddetti cosiddette ribattezzato ribattezzata soprannominato soprannominata
        denominato denominata chiamato chiamata operazione emendamento rassegna
        policlinico ospedale nave premio sezione categoria termine parola nome programma
        trasmissione rubrica mostra progetto rivista teatro cinema hotel ristorante locale bar lista
        gruppo documentario spettacolo slogan mensile settimanale festival concorso brani scuola
        """
    ),
    subordinators=word_set("mentre ma poiché quando però affinché tanto dove"),
    relative=word_set("che quale quali"),
    whom=word_set("cui quale quali"),
    that=word_set("che di"),
    and_=word_set("e ed ma"),
    as_=word_set("come"),
    joins=word_set("e ed ma che o perché anche"),
)
