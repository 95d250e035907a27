"""Italian verbs that Apertium does not know, or takes for others."""

from __future__ import annotations

PARTICIPLES = """
respint = rejected
ribadit = reiterated
rimarcat = stressed
diramat = issued
avvisat = warned
rinviat = postponed
vietat = banned
bocciat = rejected
innalzat = raised
introdott = introduced
elogiat = praised
lodat = praised
succedut = succeeded
restituit = returned
rapinat = robbed
rapit = kidnapped
scarcerat = released
evas = escaped
intimat = ordered
sequestrat = seized
perquisit = searched
indagat = investigated
fischiat = booed
scioperat = gone on strike
sgomberat = cleared
divorziat = divorced
commemorat = commemorated
scolpit = carved
svelat = revealed
travolt = hit
schiantat = crashed
crollat = collapsed
esplos = exploded
allagat = flooded
sfollat = displaced
anness = annexed
allestit = set up
siglat = signed
promulgat = promulgated
abrogat = repealed
riscritt = rewritten
allargat = widened
rallentat = slowed
auspicat = hoped for
ipotizzat = suggested
vaccinat = vaccinated
testat = tested
guarit = recovered
ricoverat = admitted to hospital
squalificat = disqualified
graziat = pardoned
insignit = awarded
stanziat = allocated
erogat = provided
versat = paid
quotat = listed
sciss = split
minacciat = threatened
raccontat = told
precisat = specified
incontrat = met
guadagnat = earned
ringraziat = thanked
contestat = disputed
violat = violated
licenziat = dismissed
appoggiat = supported
criticat = criticised
garantit = guaranteed
convocat = summoned
taciut = kept silent
emanat = issued
soccors = rescued
temut = feared
realizzat = made
sepolt = buried
impedit = prevented
registrat = recorded
"""
"""Stems of participles, which end in o, a, i or e."""

WITH_HAVERE = """
ricordat = recalled
mandat = sent
mess = put
portat = brought
suonat = played
sperat = hoped
riferit = reported
riportat = reported
spent = turned off
rilevat = detected
spedit = sent
replicat = replied
mostrat = showed
salutat = greeted
augurat = wished
tirat = fired
goduto = enjoyed
"""
"""The same, only after *ha*, *hanno* and the like: alone they are other words as well."""

FINITE = """
suonare = play
suona = plays
suonava = played
aspettano = are waiting for
aspetta = is waiting for
è successo|è accaduto = happened
indossava|indossavano = wore
indossa = wears
parla = speaks
parlano = speak
diventa = becomes
diventano = become
diventò|divenne = became
diventarono|divennero = became
diventare = become
diventava = became
diventerà = will become
avvenne|avvennero = took place
avviene = takes place
succedette|succedettero = succeeded
ribadisce = reiterates
respinge = rejects
respingono = reject
rinvia = postpones
vieta = bans
vietano = ban
ricorda = recalls
ricordano = recall
racconta = tells
raccontano = tell
precisa = specifies
replica = replies
ammonisce = warns
esorta = urges
auspica = hopes
sfociare = flow
sfocia = flows
ospita = hosts
ospitano = host
riapre = reopens
riaprirà = will reopen
scende in piazza = takes to the streets
prende il via = begins
ha luogo = takes place
ebbe luogo|ha avuto luogo = took place
si trova = is
si trovano = are
si trovava = was
si tiene = is held
si terrà|si terranno = will be held
si è tenuto|si è tenuta|si tenne = was held
si sono tenute|si sono tenuti = were held
si svolge = takes place
si svolgono = take place
si è svolto|si è svolta|si svolse = took place
si chiama = is called
si chiamava = was called
è in grado di = is able to
sono in grado di = are able to
fece costruire = had built
nacque = was born
"""


_OTHERS = (
    ("aveva", "had"),
    ("avevano", "had"),
    ("avrebbe", "would have"),
    ("aver", "having"),
    ("avere", "having"),
    ("avendo", "having"),
)


def entries_of_participles() -> list[tuple[str, str]]:
    """Every form with what stands for it."""
    out: list[tuple[str, str]] = []
    for text, alone in ((PARTICIPLES, True), (WITH_HAVERE, False)):
        for line in text.strip().split("\n"):
            stem, _, words = line.partition(" = ")
            for auxiliary in ("ha", "hanno"):
                out.append((f"{auxiliary} {stem}o", words))
                out.append((f"{auxiliary} anche {stem}o", f"also {words}"))
            for auxiliary, had in _OTHERS:
                out.append((f"{auxiliary} {stem}o", f"{had} {words}"))
            if alone:
                out += [(stem + ending, words) for ending in "oaie"]
    return out
