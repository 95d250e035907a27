"""English nouns for people, and first names."""

from __future__ import annotations

from tui.extract.tables import word_set

_NOUNS = """
president| minister| secretary| spokesman|m spokeswoman|f spokesperson| general| colonel| captain|
admiral| senator| sen| rep| representative| congressman|m congresswoman|f mayor| governor| gov|
chief| prosecutor| judge| lawyer| attorney| professor| prof| doctor| dr| pope|m cardinal| bishop|
archbishop| king|m queen|f prince|m princess|f chancellor| leader| director| chairman|m chairwoman|f
chair| executive| ceo| coach| manager| actor|m actress|f singer| writer| author| journalist|
commissioner| economist| analyst| expert| official| officer| researcher| scientist| historian|
candidate| adviser| advisor| ambassador| wife|f husband|m mother|f father|m son|m daughter|f
sister|f brother|m man|m woman|f witness| neighbor| neighbour| resident| teacher| student|
principal| founder| co-founder| owner| mr|m mrs|f ms|f sir|m lady|f lord|m aide| detective| sheriff|
sergeant| lieutenant| officials|p witnesses|p residents|p lawyers|p experts|p analysts|p
researchers|p police|p prosecutors|p doctors|p critics|p supporters|p protesters|p students|p
sources|p priest|m reverend|m rev| rabbi|m imam|m nun|f monk|m deacon|m vicar| parishioner| nurse|
surgeon| paramedic| physician| psychologist| psychiatrist| epidemiologist| virologist| biologist|
chemist| physicist| geologist| climatologist| meteorologist| astronomer| engineer| architect|
farmer| fisherman|m miner| driver| trucker| pilot| sailor| worker| builder| plumber| carpenter|
mechanic| electrician| firefighter| firefighters|p policeman|m policewoman|f soldier| soldiers|p
veteran| marshal| deputy| superintendent| inspector| constable| commander| major| brigadier|
spokesmen|p speaker| lawmaker| lawmakers|p legislator| legislators|p councillor| councilman|m
councilwoman|f alderman|m assemblyman|m assemblywoman|f mp| mep| premier| taoiseach| pontiff|m
emperor|m empress|f duke|m duchess|f sheikh|m sultan|m ayatollah|m treasurer| secretaries|p
undersecretary| envoy| diplomat| diplomats|p negotiator| negotiators|p mediator| regulator|
regulators|p investigator| investigators|p detectives|p counsel| barrister| solicitor| magistrate|
justice| juror| jurors|p defendant| plaintiff| victim| survivor| survivors|p bystander| passer-by|
onlooker| tourist| tourists|p passenger| passengers|p commuter| commuters|p motorist| pedestrian|
cyclist| shopkeeper| shopper| customer| customers|p tenant| tenants|p landlord| homeowner|
pensioner| grandmother|f grandfather|m granddaughter|f grandson|m uncle|m aunt|f cousin| nephew|m
niece|f widow|f widower|m girlfriend|f boyfriend|m partner| friend| friends|p roommate| classmate|
colleague| colleagues|p boss| employer| employee| employees|p workers|p staffer| staffers|p intern|
volunteer| volunteers|p activist| activists|p campaigner| campaigners|p organizer| organiser|
organizers|p organisers|p protester| marcher| striker| unionist| steward| librarian| curator|
novelist| poet| playwright| painter| sculptor| artist| artists|p musician| musicians|p composer|
conductor| drummer|m guitarist| rapper| dancer| comedian| filmmaker| producer| broadcaster|
presenter| host| columnist| editor| reporter| reporters|p correspondent| biographer| critic|
blogger| photographer| designer| chef| waiter|m waitress|f barista| bartender| baker| butcher|
grocer| farmers|p entrepreneur| investor| investors|p banker| broker| trader| traders|p accountant|
consultant| strategist| pollster| lobbyist| donor| billionaire| tycoon| developer| inventor|
astronaut| explorer| climber| sprinter| swimmer| boxer| golfer| jockey| referee| umpire| goalkeeper|
defender| midfielder| winger| quarterback| pitcher| teammate| teammates|p skipper| rival| opponent|
opponents|p successor| predecessor| chaplain| undertaker| gardener| zookeeper| vet| veterinarian|
pharmacist| dentist| midwife|f carer| babysitter|f nanny|f headteacher| headmaster|m headmistress|f
lecturer| academic| academics|p scholar| philosopher| sociologist| political-scientist|
astrophysicist| mathematician| statistician| archaeologist| anthropologist| boy|m girl|f teenager|
teen| kid| child| children|p parents|p parent| families|p couple|p brothers|p sisters|p twins|p
men|p women|p people|p villagers|p locals|p islanders|p refugees|p refugee| migrants|p migrant|
prisoner| prisoners|p inmate| inmates|p suspect| suspects|p gunman|m attacker| economists|p
scientists|p ministers|p senators|p governors|p mayors|p executives|p officers|p guard| guards|p
nurses|p teachers|p unions|p
"""
"""For each noun `m`, `f`, `p` for several people, or nothing."""


TITLES = {
    **{item.split("|")[0] + "s": "p" for item in _NOUNS.split()},
    **dict(item.split("|", 1) for item in _NOUNS.split()),
}
"""Nouns for people, with `m`, `f`, `p` or nothing."""
RANKS = word_set(
    """
    president minister secretary spokesman spokeswoman spokesperson general colonel senator
    governor mayor chief prosecutor judge lawyer attorney pope bishop king queen chancellor
    leader director chairman chairwoman chair coach commissioner sheriff sergeant lieutenant
    wife husband mother father son daughter sister brother witness
    """
)
"""Titles of which one person rarely has two."""
ANYBODY = word_set(
    """
    man woman boy girl teenager teen kid child student patient passenger resident neighbor
    neighbour bystander suspect defendant victim survivor customer tourist friend colleague
    """
)
"""Nouns that say of nobody what he or she does."""
AGENTIVE = ("ologist",)
"""The endings of nouns for people who do something."""
INANIMATE = word_set("")
"""Nouns for things with such an ending."""

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
GIVEN = {**dict.fromkeys(_MEN.split(), "m"), **dict.fromkeys(_WOMEN.split(), "f")}
"""First names whose ending does not tell `m` from `f`."""
