"""English words whose forms no rule finds. Sources: the lists of any English grammar."""

from __future__ import annotations

IRREGULAR = """
be: am is are was were been being 're 'm ain't
have: has had having 've
do: does did done
go: goes went gone
can: could can't
will: would won't 'll
shall: should shan't
may: might
arise: arose arisen
awake: awoke awoken
bear: bore born borne
beat: beaten
become: became
begin: began begun
bend: bent
bet: bet
beseech: besought
bind: bound
bite: bit bitten
bleed: bled
blow: blew blown
break: broke broken
breed: bred
bring: brought
build: built
burn: burnt
buy: bought
catch: caught
choose: chose chosen
cling: clung
come: came
creep: crept
deal: dealt
dig: dug
draw: drew drawn
dream: dreamt
drink: drank drunk
drive: drove driven
eat: ate eaten
fall: fell fallen
feed: fed
feel: felt
fight: fought
find: found
flee: fled
fly: flew flown
forbid: forbade forbidden
forget: forgot forgotten
forgive: forgave forgiven
freeze: froze frozen
get: got gotten
give: gave given
grind: ground
grow: grew grown
hang: hung
hear: heard
hide: hid hidden
hold: held
keep: kept
kneel: knelt
know: knew known
lay: laid
lead: led
lean: leant
leap: leapt
learn: learnt
leave: left
lend: lent
lie: lay lain lying
light: lit
lose: lost
make: made
mean: meant
meet: met
mistake: mistook mistaken
overcome: overcame
pay: paid
prove: proven
ride: rode ridden
ring: rang rung
rise: rose risen
run: ran
say: said
see: saw seen
seek: sought
sell: sold
send: sent
sew: sewn
shake: shook shaken
shine: shone
shoot: shot
show: shown
shrink: shrank shrunk
sing: sang sung
sink: sank sunk
sit: sat
sleep: slept
slide: slid
speak: spoke spoken
speed: sped
spend: spent
spill: spilt
spin: spun
spoil: spoilt
spring: sprang sprung
stand: stood
steal: stole stolen
stick: stuck
sting: stung
strike: struck stricken
strive: strove striven
swear: swore sworn
sweep: swept
swell: swollen
swim: swam swum
swing: swung
take: took taken
teach: taught
tear: tore torn
tell: told
think: thought
throw: threw thrown
understand: understood
undertake: undertook undertaken
wake: woke woken
wear: wore worn
weave: wove woven
weep: wept
win: won
wind: wound
withdraw: withdrew withdrawn
withstand: withstood
write: wrote written
die: dying
tie: tying
man: men
woman: women
child: children
foot: feet
tooth: teeth
goose: geese
mouse: mice
louse: lice
ox: oxen
person: people
penny: pence
die: dice
crisis: crises
basis: bases
thesis: theses
analysis: analyses
hypothesis: hypotheses
phenomenon: phenomena
criterion: criteria
medium: media
datum: data
good: better best
well: better best
bad: worse worst
badly: worse worst
far: farther further farthest furthest
little: less least
much: more most
many: more most
old: elder eldest
a: an
this: these
that: those
I: me
he: him
she: her
we: us
they: them
not: n't
my: mine
your: yours
our: ours
their: theirs
"""
"""Dictionary form: forms."""
