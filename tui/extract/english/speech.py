"""English words for saying, for those who say, and for what stands between them."""

from __future__ import annotations

from tui.extract.cues import by_last_word, read_cues
from tui.extract.tables import SpeechWords, word_set

_NOUNS = """
statement comment comments reply response remark remarks message letter tweet post answer question
plea warning speech words motto slogan
"""
_TITLES = """
president| minister| secretary| spokesman|m spokeswoman|f spokesperson| general| colonel| captain|
admiral| senator| sen| rep| representative| congressman|m congresswoman|f mayor| governor| gov|
chief| prosecutor| judge| lawyer| attorney| professor| prof| doctor| dr| pope|m cardinal| bishop|
archbishop| king|m queen|f prince|m princess|f chancellor| leader| director| chairman|m
chairwoman|f chair| executive| ceo| coach| manager| actor|m actress|f singer| writer| author|
journalist| commissioner| economist| analyst| expert| official| officer| researcher| scientist|
historian| candidate| adviser| advisor| ambassador| wife|f husband|m mother|f father|m son|m
daughter|f sister|f brother|m man|m woman|f witness| neighbor| neighbour| resident| teacher|
student| principal| founder| co-founder| owner| mr|m mrs|f ms|f sir|m lady|f lord|m aide|
detective| sheriff| sergeant| lieutenant| officials|p witnesses|p residents|p lawyers|p experts|p
analysts|p researchers|p police|p prosecutors|p doctors|p critics|p supporters|p protesters|p
students|p sources|p
"""


_MEN = """
john james robert michael william david richard joseph thomas charles christopher daniel matthew
anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward
jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry
peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian sean arthur austin
noah lawrence jesse joe bryan billy jordan albert dylan bruce willie gabriel alan juan logan wayne
ralph roy eugene randy vincent russell louis philip bobby johnny bradley tom bill jim mike bob
"""
_WOMEN = """
mary elizabeth jennifer susan margaret sarah karen nancy betty helen sandra ashley kimberly emily
michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia kathleen amy
angela shirley anna brenda pamela emma nicole samantha katherine christine debra rachel carolyn
janet catherine heather diane ruth julie joyce virginia victoria kelly lauren joan evelyn judith
megan cheryl andrea hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice
jean alice abigail sophia grace judy theresa rose denise marilyn amber danielle beverly jane jill
kate claire ellen lucy hillary kamala
"""


_CUES = read_cues("english")

WORDS = SpeechWords(
    finite=_CUES["finite"],
    participles=_CUES["participle"],
    loose=_CUES["loose"],
    phrases=by_last_word(_CUES["phrase"]),
    written=word_set(""),
    reflexive=word_set(""),
    weak=word_set("call describe dismiss rule"),
    unreporting=word_set("continue begin read cry speak go point"),
    auxiliaries=word_set(
        """
        has have had having is are was were be been will would can could may might must do does did
        """
    ),
    essere=word_set("is are was were be been"),
    unaccusative=word_set(""),
    adverb="ly",
    verbal=("s", "ed"),
    participle=("ed",),
    passive=word_set("been being"),
    joint=word_set(""),
    agent=word_set("by"),
    nouns={word: word for word in _NOUNS.split()},
    sources=(("according", "to"), ("per",), ("in", "the", "words", "of")),
    relays=word_set(""),
    articles=word_set("the a an"),
    definite=word_set("the"),
    prepositions=word_set(
        """
        of to in on at by from with for about against between into through during before after over
        under since until among toward towards upon within without like as near outside inside
        """
    ),
    of=word_set("of for at from with"),
    small=word_set(
        """
        and but or if so yet nor not that which who whom whose when while where why how what then
        also now today yesterday tomorrow this these those it its his her their our your my i you he
        she they we there here very only even still just both each every some many most all more
        less no yes however meanwhile instead indeed perhaps although though because unless the a an
        has have had is are was were be been will would can could may might must do does did as
        monday tuesday wednesday thursday friday saturday sunday january february march april june
        july august september october november december according earlier later last next once again
        """
    ),
    clitics=word_set(
        """
        has have had also then later earlier not never always again today yesterday monday tuesday
        wednesday thursday friday saturday sunday who it him her them us me publicly
        """
    ),
    pronouns={"he": "m", "she": "f", "they": "p"},
    titles={item.split("|")[0]: item.split("|")[1] for item in _TITLES.split()},
    ranks=word_set(
        """
        president minister secretary spokesman spokeswoman spokesperson general colonel senator
        governor mayor chief prosecutor judge lawyer attorney pope bishop king queen chancellor
        leader director chairman chairwoman chair coach commissioner sheriff sergeant lieutenant
        wife husband mother father son daughter sister brother witness
        """
    ),
    bodies=word_set(
        """
        government ministry police court company firm city council church party union statement
        report document law network newspaper paper agency organization organisation association
        commission committee opposition group department office university school team club army
        embassy federation source authorities study lawsuit complaint letter campaign administration
        """
    ),
    offices={},
    seats=word_set(""),
    former=word_set("former then current new"),
    latter={},
    given={
        **dict.fromkeys(_MEN.split(), "m"),
        **dict.fromkeys(_WOMEN.split(), "f"),
    },
    given_endings={"a": "f", "o": "m"},
    agentive=("ologist",),
    impersonal=word_set(
        """
        united states kingdom nations union republic european democratic party house senate street
        avenue road square park lake mount city county state college university bank museum news
        times post press radio north south east west new
        """
    ),
    particles=word_set("de la"),
    lively=word_set(
        """
        i we you he she they it me us my our your is are was were am be been have has had do does
        did will would can could should may might must not never isn't aren't wasn't don't doesn't
        didn't won't can't couldn't i'm we're it's that's there's let's please thank yes no
        """
    ),
    lively_endings=("n't", "'re", "'ve", "'ll"),
    told=word_set("so thus that's"),
    naming=word_set(
        """
        film movie book novel album song single series titled entitled so-called dubbed nicknamed
        called named operation hospital ship award section category term word name program programme
        show exhibition project magazine theater theatre cinema hotel restaurant bar documentary
        festival episode track play musical
        """
    ),
    subordinators=word_set("while but although because after when"),
    relative=word_set("who which"),
    whom=word_set("whom"),
    that=word_set("that"),
    and_=word_set("and but"),
    as_=word_set("as"),
    joins=word_set("and but that or because also"),
)
