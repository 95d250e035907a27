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
priest|m reverend|m rev| rabbi|m imam|m nun|f monk|m deacon|m vicar| parishioner| nurse| surgeon|
paramedic| physician| psychologist| psychiatrist| epidemiologist| virologist| biologist| chemist|
physicist| geologist| climatologist| meteorologist| astronomer| engineer| architect| farmer|
fisherman|m miner| driver| trucker| pilot| sailor| worker| builder| plumber| carpenter| mechanic|
electrician| firefighter| firefighters|p policeman|m policewoman|f soldier| soldiers|p veteran|
marshal| deputy| superintendent| inspector| constable| colonel| commander| major| captain| brigadier|
admiral| spokesmen|p speaker| lawmaker| lawmakers|p legislator| legislators|p congresswoman|f
councillor| councilman|m councilwoman|f alderman|m assemblyman|m assemblywoman|f mp| mep|
premier| taoiseach| pontiff|m emperor|m empress|f duke|m duchess|f sheikh|m sultan|m ayatollah|m
treasurer| secretaries|p undersecretary| envoy| diplomat| diplomats|p negotiator| negotiators|p
mediator| regulator| regulators|p investigator| investigators|p detectives|p counsel| barrister|
solicitor| magistrate| justice| juror| jurors|p defendant| plaintiff| victim| survivor|
survivors|p bystander| passer-by| onlooker| tourist| tourists|p passenger| passengers|p commuter|
commuters|p motorist| pedestrian| cyclist| shopkeeper| shopper| customer| customers|p tenant|
tenants|p landlord| homeowner| pensioner| grandmother|f grandfather|m granddaughter|f grandson|m
uncle|m aunt|f cousin| nephew|m niece|f widow|f widower|m girlfriend|f boyfriend|m partner| friend|
friends|p roommate| classmate| colleague| colleagues|p boss| employer| employee| employees|p
worker| workers|p staffer| staffers|p intern| volunteer| volunteers|p activist| activists|p
campaigner| campaigners|p organizer| organiser| organizers|p organisers|p protester| marcher|
striker| unionist| steward| librarian| curator| novelist| poet| playwright| painter|
sculptor| artist| artists|p musician| musicians|p composer| conductor| drummer|m guitarist|
rapper| dancer| comedian| filmmaker| producer| broadcaster| presenter| host| columnist|
editor| reporter| reporters|p correspondent| biographer| critic| blogger| photographer| designer|
chef| waiter|m waitress|f barista| bartender| baker| butcher| grocer| farmer| farmers|p
entrepreneur| investor| investors|p banker| broker| trader| traders|p accountant| consultant|
strategist| pollster| lobbyist| donor| billionaire| tycoon| developer| inventor| astronaut|
explorer| climber| sprinter| swimmer| boxer| golfer| jockey| referee| umpire| goalkeeper|
defender| midfielder| winger| quarterback| pitcher| teammate| teammates|p
skipper| rival| opponent| opponents|p successor| predecessor| chaplain| undertaker| gardener|
zookeeper| vet| veterinarian| pharmacist| dentist| midwife|f carer| babysitter|f nanny|f headteacher|
headmaster|m headmistress|f lecturer| academic| academics|p scholar| philosopher| sociologist|
political-scientist| astrophysicist| mathematician| statistician| archaeologist| anthropologist|
boy|m girl|f teenager| teen| kid| child| children|p parents|p parent| families|p couple|p brothers|p
sisters|p twins|p men|p women|p people|p villagers|p locals|p islanders|p refugees|p refugee|
migrants|p migrant| prisoner| prisoners|p inmate| inmates|p suspect| suspects|p gunman|m attacker|
economists|p scientists|p lawmakers|p ministers|p senators|p governors|p mayors|p executives|p
officers|p guard| guards|p nurses|p teachers|p unions|p prosecutors|p
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
    articles=word_set("the a an"),
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
    titles={
        **{item.split("|")[0] + "s": "p" for item in _TITLES.split()},
        **{item.split("|")[0]: item.split("|")[1] for item in _TITLES.split()},
    },
    anybody=word_set(
        """
        man woman boy girl teenager teen kid child student patient passenger resident neighbor
        neighbour bystander suspect defendant victim survivor customer tourist friend colleague
        """
    ),
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
    given={
        **dict.fromkeys(_MEN.split(), "m"),
        **dict.fromkeys(_WOMEN.split(), "f"),
    },
    given_endings={"a": "f", "o": "m"},
    agentive=("ologist",),
    inanimate=word_set(""),
    impersonal=word_set(
        """
        united states kingdom nations union republic european democratic party house senate street
        avenue road square park lake mount city county state college university bank museum news
        times post press radio north south east west new
        """
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
