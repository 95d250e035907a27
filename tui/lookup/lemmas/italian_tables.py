"""Italian words whose forms no rule finds. Sources: the conjugations of any Italian grammar."""

from __future__ import annotations

IRREGULAR = """
essere: sono sei è siamo siete ero eri era eravamo eravate erano fui fosti fu fummo foste furono
  sia siano siate fossi fosse fossimo fossero stato stata stati state essendo
avere: ho hai ha abbiamo hanno ebbi ebbe ebbero abbia abbiano abbiate
andare: vado vai va vanno vada vadano
fare: faccio fai fa facciamo fate fanno facevo facevi faceva facevamo facevate facevano feci
  facesti fece facemmo faceste fecero faccia facciano facessi facesse facessimo facessero facendo
  fatto fatta fatti fatte
stare: sto stai sta stanno stetti stesti stette stemmo steste stettero stia stiano stessi stesse
  stessimo stessero
dare: do dai dà dà danno diedi desti diede detti dette demmo deste diedero dettero dia diano dessi
  desse dessimo dessero
dire: dico dici dice diciamo dite dicono dicevo dicevi diceva dicevamo dicevate dicevano dissi
  dicesti disse dicemmo diceste dissero dica dicano dicessi dicesse dicessimo dicessero dicendo
  detto detta detti dette dì di'
potere: posso puoi può possiamo possono possa possano
dovere: devo devi deve dobbiamo devono debbo debbono debba debbano deva devano
volere: voglio vuoi vuole vogliamo vogliono volli volle vollero voglia vogliano
sapere: so sai sa sappiamo sanno seppi seppe seppero sappia sappiano sappiate
venire: vengo vieni viene vengono venni venne vennero venga vengano venuto venuta venuti venute
tenere: tengo tieni tiene tengono tenni tenne tennero tenga tengano
uscire: esco esci esce escono esca escano
bere: bevo bevi beve beviamo bevete bevono bevevo beveva bevevano bevvi bevve bevvero beva bevano
  bevendo bevuto bevuta
porre: pongo poni pone poniamo ponete pongono ponevo ponevi poneva ponevano posi ponesti pose
  posero ponga pongano ponessi ponesse ponessero ponendo posto posta posti poste
trarre: traggo trai trae traiamo traete traggono traevo traeva traevano trassi trasse trassero
  tragga traggano traesse traendo tratto tratta tratti tratte
durre: duco duci duce duciamo ducete ducono ducevo duceva ducevano dussi dusse dussero duca ducano
  ducesse ducendo dotto dotta dotti dotte
scegliere: scelgo scelgono scelsi scelse scelsero scelga scelgano scelto scelta scelti scelte
togliere: tolgo tolgono tolsi tolse tolsero tolga tolgano tolto tolta tolti tolte
cogliere: colgo colgono colsi colse colsero colga colgano colto colta colti colte
sciogliere: sciolgo sciolgono sciolsi sciolse sciolsero sciolga sciolgano sciolto sciolta sciolti
  sciolte
salire: salgo salgono salga salgano
valere: valgo valgono valsi valse valsero valga valgano valso valsa
rimanere: rimango rimangono rimasi rimase rimasero rimanga rimangano rimasto rimasta rimasti
  rimaste
morire: muoio muori muore muoiono muoia muoiano morto morta morti morte
parere: paio paiono parvi parve parvero paia paiano parso parsa parsi parse
apparire: appaio appaiono apparvi apparve apparvero appaia appaiano apparso apparsa apparsi
  apparse
scomparire: scompaio scompaiono scomparve scomparvero scompaia scomparso scomparsa scomparsi
  scomparse
sedere: siedo siedi siede siedono sieda siedano
udire: odo odi ode odono oda odano
vedere: vidi vide videro visto vista visti viste
vivere: vissi visse vissero vissuto vissuta vissuti vissute
nascere: nacqui nacque nacquero nato nata nati nate
piacere: piaccio piacciono piacqui piacque piacquero piaccia piacciano piaciuto piaciuta
tacere: taccio tacciono tacqui tacque tacquero taccia tacciano taciuto
conoscere: conobbi conobbe conobbero conosciuto conosciuta conosciuti conosciute
crescere: crebbi crebbe crebbero cresciuto cresciuta cresciuti cresciute
rompere: ruppi ruppe ruppero rotto rotta rotti rotte
cadere: caddi cadde caddero
muovere: mosso mossa mossi mosse mossero
nuocere: nociuto nocque
cuocere: cotto cotta cotti cotte cosse
dolere: dolgo duole dolgono dolse
compiere: compio compi compie compiono compì compirono compiuto compiuta compiuti compiute
riuscire: riesco riesci riesce riescono riesca riescano
sconfiggere: sconfitto sconfitta sconfitti sconfitte sconfisse
espellere: espulso espulsa espulsi espulse espulsero
aprire: aperto aperta aperti aperte
coprire: coperto coperta coperti coperte
offrire: offerto offerta offerti offerte
soffrire: sofferto sofferta sofferti sofferte
uomo: uomini
dio: dei
bue: buoi
tempio: templi
mano: mani
moglie: mogli
ala: ali
arma: armi
uovo: uova
dito: dita
braccio: braccia
ginocchio: ginocchia
labbro: labbra
osso: ossa
membro: membra
muro: mura
paio: paia
centinaio: centinaia
migliaio: migliaia
miglio: miglia
grido: grida
urlo: urla
riso: risa
lenzuolo: lenzuola
ciglio: ciglia
fondamento: fondamenta
bello: bel bei begli bell'
buono: buon
grande: gran
quello: quel quei quegli quell'
santo: san
nessuno: nessun
alcuno: alcun
ciascuno: ciascun
mio: miei mie mia
tuo: tuoi tue tua
suo: suoi sue sua
poco: po'
migliore: migliori
di: del dello della dei degli delle dell'
a: al allo alla ai agli alle all' ad
da: dal dallo dalla dai dagli dalle dall'
in: nel nello nella nei negli nelle nell'
su: sul sullo sulla sui sugli sulle sull'
con: col coi
il: lo la i gli le l'
uno: un una un'
e: ed
o: od
essi: loro
"""
"""Dictionary form: forms. A verb stands for all that end in it too: *porre* for *proporre*."""

FUTURES = """
essere sar; avere avr; andare andr; fare far; stare star; dare dar; dire dir; potere potr; dovere
dovr; volere vorr; sapere sapr; venire verr; tenere terr; bere berr; porre porr; trarre trarr;
durre durr; valere varr; rimanere rimarr; parere parr; vedere vedr; vivere vivr; cadere cadr;
godere godr; dolere dorr; morire morr
"""
"""Verbs whose future is not formed by rule, with its stem."""

STRONG = """
ggere: ss tt; figgere: fiss fiss; igere: ess ett; igere: ass att; ngere: ns nt; ringere: rins rett
ncere: ns nt; nguere: ns nt; rgere: rs rt; rgere: rs rs; rcere: rs rt; lgere: ls lt; dere: s s
ndere: s s; ondere: us us; ondere: os ost; iedere: ies iest; edere: ess ess; indere: iss iss
ettere: is ess; ettere: ess ess; uotere: oss oss; utere: uss uss; istere: istett istit
vertere: vers vers; rivere: riss ritt; olvere: ols olt; olvere: ols olut; imere: ess ess
imere: ens ent; umere: uns unt; rrere: rs rs; egnere: ens ent; ellere: uls uls
"""
"""Endings of verbs in *-ere*, each with the ends of its past stem and of its participle."""
