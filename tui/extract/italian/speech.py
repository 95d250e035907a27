"""Italian words for saying, for those who say, and for what stands between them."""

from __future__ import annotations

from tui.extract.cues import by_last_word, read_cues
from tui.extract.italian import people
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


_MINISTRIES = word_set(
    """
    difesa esteri farnesina interno interni viminale economia tesoro giustizia istruzione cultura
    salute sanità lavoro trasporti infrastrutture ambiente agricoltura turismo sport ricerca
    università
    """
)
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
    titles=people.TITLES,
    anybody=people.ANYBODY,
    ranks=people.RANKS,
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
    given=people.GIVEN,
    given_endings={"a": "f", "o": "m"},
    agentive=people.AGENTIVE,
    inanimate=people.INANIMATE,
    impersonal=word_set(
        """
        stati uniti unito unione repubblica nazioni europea europeo europa democratico mondo
        mondiale affari esteri federale russa nazionale centrale
        via piazza corso viale san santa santo monte lago città stadio palazzo camera consiglio
        senato parlamento lega forza movimento fratelli banca ponte teatro museo università
        nord sud est ovest news tv radio italia paesi bassi
        """
    ),
    media=word_set(
        "facebook twitter x instagram tiktok telegram youtube whatsapp threads linkedin sky rai"
        " mediaset ansa adnkronos lapresse agi dazn radio24 reuters bbc cnn cbs nbc abc fox espn"
    ),
    particles=word_set("di de del della lo la d' dal dalla"),
    weak_sources=word_set("per così"),
    demonyms=word_set(
        """
        americano americana argentino argentina austriaco austriaca belga brasiliano brasiliana
        britannico britannica canadese cileno cilena cinese colombiano colombiana coreano coreana
        croato croata cubano cubana danese egiziano egiziana finlandese francese giapponese greco
        greca inglese irlandese israeliano israeliana italiano italiana marocchino marocchina
        messicano messicana nigeriano nigeriana norvegese olandese polacco polacca portoghese
        rumeno rumena russo russa scozzese senegalese serbo serba siriano siriana sloveno slovena
        spagnolo spagnola statunitense svedese svizzero svizzera tedesco tedesca tunisino tunisina
        turco turca ucraino ucraina ungherese uruguaiano romano romana milanese napoletano
        napoletana torinese fiorentino fiorentina genovese veneziano siciliano sardo toscano veneto
        """
    ),
    imperfect=("va", "vano", "ò", "rono"),
    finite_endings=("rà", "rò", "ranno", "rebbe", "rebbero", "arono", "irono", "erono", "ò", "ì"),
    plural=("ono", "ano"),
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
    object_first={"lo": ("",), "le": ("e",), "gli": ("a", "e")},
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
