"""English words for saying, for those who say, and for what stands between them."""

from __future__ import annotations

from tui.extract.cues import by_last_word, read_cues
from tui.extract.english import people
from tui.extract.tables import SpeechWords, word_set

_NOUNS = """
statement comment comments reply response remark remarks message letter tweet post answer question
plea warning speech words motto slogan
"""


_CUES = read_cues("english")

WORDS = SpeechWords(
    finite=_CUES["finite"],
    participles=_CUES["participle"],
    loose=_CUES["loose"],
    phrases=by_last_word(_CUES["phrase"]),
    written=word_set(""),
    reflexive=word_set(""),
    weak=word_set(
        "call describe dismiss rule accuse praise hail laud applaud commend liken compare label"
        " brand characterize characterise portray cite deride"
    ),
    unreporting=word_set(
        "continue begin read cry speak go point laugh smile grin chuckle sigh shrug sob weep scream"
        " yell rage gush enthuse forecast believe feel hope fear worry guess congratulate"
    ),
    auxiliaries=word_set(
        """
        has have had having is are was were be been will would can could may might must do does did
        """
    ),
    essere=word_set("is are was were be been"),
    unaccusative=word_set(""),
    adverb="ly",
    gerund=("ing",),
    whoever=word_set("someone somebody others many some everyone nobody one another"),
    verbal=("s", "ed"),
    participle=("ed",),
    passive=word_set("been being"),
    joint=word_set(""),
    agent=word_set("by"),
    nouns={word: word for word in _NOUNS.split()},
    sources=(("according", "to"), ("per",), ("in", "the", "words", "of"), ("for",), ("to",)),
    relays=word_set(""),
    articles=word_set("the a an his her its their my our your"),
    indefinite=word_set("a an"),
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
    pronouns={"he": "m", "she": "f", "they": "p", "it": "b"},
    name_first=True,
    titles=people.TITLES,
    anybody=people.ANYBODY,
    ranks=people.RANKS,
    bodies=word_set(
        """
        government ministry police court company firm city council church party union statement
        report document law network newspaper paper agency organization organisation association
        commission committee opposition group department office university school team club army
        federation institute ministry foundation charity regulator watchdog bank airline retailer
        manufacturer operator utility nation administration lab laboratory hospital diocese vatican
        kremlin pentagon treasury fed tribunal inquiry panel jury board coalition alliance congress
        parliament senate publisher label studio network service authority bureau agency league
        cabinet staff taskforce think-tank
        embassy federation source authorities study lawsuit complaint letter campaign administration
        """
    ),
    offices={},
    seats=word_set(""),
    former=word_set("former then current new"),
    latter={},
    given=people.GIVEN,
    given_endings={"a": "f", "o": "m"},
    agentive=people.AGENTIVE,
    inanimate=people.INANIMATE,
    impersonal=word_set(
        """
        united states kingdom nations union republic european democratic party house senate street
        avenue road square park lake mount city county state college university bank museum news
        times post press radio north south east west new
        """
    ),
    media=word_set(
        "facebook twitter x instagram tiktok telegram youtube whatsapp threads linkedin sky rai"
        " mediaset ansa adnkronos lapresse agi dazn radio24 reuters bbc cnn cbs nbc abc fox espn"
    ),
    particles=word_set("de la"),
    weak_sources=word_set("for to per"),
    demonyms=word_set(
        """
        american argentine australian austrian belgian brazilian briton bulgarian canadian chilean
        colombian croat croatian cuban czech dane dutchman dutchwoman egyptian englishman
        englishwoman estonian ethiopian finn frenchman frenchwoman german greek hungarian icelander
        indian iranian iraqi irishman irishwoman israeli italian jamaican japanese kenyan korean
        latvian lithuanian mexican moroccan nigerian norwegian pakistani palestinian pole portuguese
        romanian russian scot scotsman senegalese serb serbian slovak slovene south-african spaniard
        swede swiss syrian texan turk ukrainian uruguayan venezuelan vietnamese welshman californian
        londoner
        """
    ),
    imperfect=("ed",),
    finite_endings=("ed",),
    plural=("ed",),
    lively=word_set(
        """
        i we you he she they it me us my our your is are was were am be been have has had do does
        did will would can could should may might must not never isn't aren't wasn't don't doesn't
        didn't won't can't couldn't i'm we're it's that's there's let's please thank yes no
        """
    ),
    lively_endings=("n't", "'re", "'ve", "'ll"),
    object_first={},
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
