"""What the sentence splitter has to know of Italian newspaper prose."""

from __future__ import annotations

from tui.extract.tables import SentenceWords, word_set

WORDS = SentenceWords(
    titles=word_set("""
        on onn sen dep sig sigg sigra signa dott dottssa drssa dr prof profssa proff avv avvti ing
        arch geom rag mons card don gen col ten cap serg mar magg amm cav comm uff pres min seg
        sottosegr vicepres s ss st sta sto san santo fr sr rev mr mrs ms messrs vs cfr p pp pag
        pagg fig tab all es ed reg isp ag app via vle pzza pza str loc fraz prov ill spett egr
        gent mo lic jr cd ved cosidd
        """),
    numbered=word_set("""
        art artt n nn nr num no c co comma lett cap capp pag pagg p pp vol voll fig tab all par
        gen genn feb febb mar apr mag magg giu lug ago sett ott nov dic
        sez civ tel fax ca circa rif prot lotto cat ore h km part fg sub cod
        """),
    closing=word_set(
        "ecc etc cit ibid inc ltd corp co srl spa snc coop jr sr bros ss p.v u.s c.m c.a a.m"
    ),
    starters=word_set("""
        il lo la i gli le l un uno una in nel nello nella nei negli nelle al allo alla ai agli alle
        a da dal dallo dalla dai dagli dalle di del dello della dei degli delle su sul sulla sui
        con per tra fra ma e ed o oppure se non è era erano sono ha hanno aveva avevano si ci vi
        che chi come quando mentre dopo prima poi così anche ora oggi ieri domani secondo questo
        questa questi queste quello quella quelli quelle suo sua loro lui lei noi voi io tu egli
        ella essi perché perciò quindi dunque infatti inoltre invece però tuttavia intanto infine
        allora ancora già mai più solo tutto tutti tutte nessuno molti alcuni altri ogni qui lì là
        dove quanto quale cosa sempre forse eppure nonostante durante entro verso senza sotto sopra
        due tre quattro cinque sei sette otto nove dieci fu furono sarà saranno
        """),
    articles=word_set("il lo la i gli le l di de da del della dal su li"),
    before_ordinal=word_set("il la del della al alla nel nella dal dalla"),
)
