"""Names that Italian and English spell differently.

A line of `_NAMES` holds the Italian forms, the English ones, and then words of either language
that a free translation may have instead (*French* for *della Francia*).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tui.document import Language

_DEMONYMS = ("ian", "ians", "ese", "ish", "ean", "eans", "ench", "can", "cans")
_NAMES = """
Stati Uniti d'America|Stati Uniti|Usa = United States of America|United States|USA|US|U.S. = \
American Americans America americano americana americani americane statunitense statunitensi
Regno Unito = United Kingdom|UK|U.K. = British Britain britannico britannica britannici inglese
Gran Bretagna = Great Britain|Britain = British UK Kingdom britannico britannica inglese
Inghilterra = England = English British inglese inglesi
Scozia = Scotland = Scottish scozzese
Galles = Wales = Welsh gallese
Irlanda = Ireland = Irish irlandese
Italia = Italy = Italian Italians italiano italiana italiani italiane
Francia = France = French francese francesi
Germania = Germany = German Germans tedesco tedesca tedeschi tedesche
Spagna = Spain = Spanish spagnolo spagnola spagnoli
Portogallo = Portugal = Portuguese portoghese
Paesi Bassi|Olanda = Netherlands|Holland = Dutch olandese olandesi
Belgio = Belgium = Belgian belga belgi
Lussemburgo = Luxembourg|Luxemburg
Svizzera = Switzerland = Swiss svizzero svizzera
Austria = Austria = Austrian austriaco austriaca
Svezia = Sweden = Swedish svedese svedesi
Norvegia = Norway = Norwegian norvegese
Danimarca = Denmark = Danish danese danesi
Finlandia = Finland = Finnish finlandese
Islanda = Iceland = Icelandic islandese
Groenlandia = Greenland
Polonia = Poland = Polish polacco polacca polacchi
Repubblica Ceca|Cechia = Czech Republic|Czechia = Czech ceco ceca
Slovacchia = Slovakia = Slovak slovacco
Ungheria = Hungary = Hungarian ungherese ungheresi
Romania = Romania = Romanian romeno rumeno
Bulgaria = Bulgaria = Bulgarian bulgaro
Grecia = Greece = Greek Greeks greco greca greci
Turchia = Turkey|Türkiye = Turkish turco turca turchi
Cipro = Cyprus = Cypriot cipriota
Croazia = Croatia = Croatian croato
Slovenia = Slovenia
Serbia = Serbia = Serbian
Bosnia Erzegovina|Bosnia-Erzegovina|Bosnia = Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia
Macedonia del Nord = North Macedonia
Albania = Albania = Albanian albanese
Moldavia|Moldova = Moldova
Ucraina = Ukraine = Ukrainian Ukrainians ucraino ucraina ucraini ucraine
Russia = Russia = Russian Russians russo russa russi russe
Bielorussia = Belarus = Belarusian bielorusso
Estonia = Estonia
Lettonia = Latvia = Latvian lettone
Lituania = Lithuania = Lithuanian lituano
Georgia = Georgia
Azerbaigian = Azerbaijan
Kazakistan|Kazakhstan = Kazakhstan
Cina = China = Chinese cinese cinesi
Giappone = Japan = Japanese giapponese giapponesi
Corea del Nord = North Korea = Korean
Corea del Sud = South Korea = Korean
Corea = Korea = Korean
India = India = Indian indiano indiana
Filippine = Philippines = Filipino
Cambogia = Cambodia
Thailandia = Thailand = Thai
Birmania = Burma|Myanmar
Arabia Saudita = Saudi Arabia = Saudi saudita
Emirati Arabi Uniti|Emirati = United Arab Emirates|UAE|Emirates
Siria = Syria = Syrian siriano siriana siriani
Libano = Lebanon = Lebanese libanese
Giordania = Jordan = Jordanian
Israele = Israel = Israeli Israelis israeliano israeliana israeliani
Palestina = Palestine = Palestinian palestinese
Cisgiordania = West Bank
Striscia di Gaza = Gaza Strip
Egitto = Egypt = Egyptian egiziano egiziana
Libia = Libya = Libyan libico libica
Tunisia = Tunisia
Marocco = Morocco = Moroccan marocchino
Etiopia = Ethiopia
Sudafrica = South Africa = African
Ruanda = Rwanda
Ciad = Chad
Camerun = Cameroon
Costa d'Avorio = Ivory Coast|Côte d'Ivoire
Mozambico = Mozambique
Messico = Mexico = Mexican messicano
Brasile = Brazil = Brazilian brasiliano
Cile = Chile = Chilean cileno
Perù = Peru
Nuova Zelanda = New Zealand
Nuova Delhi = New Delhi
Europa = Europe = European europeo europea europei europee
Unione europea|Unione Europea|Ue|UE = European Union|EU|E.U. = European
Asia = Asia
Africa = Africa
Antartide = Antarctica
Medio Oriente = Middle East
Nazioni Unite|Onu|ONU = United Nations|UN|U.N.
Casa Bianca|Casa bianca = White House
Cremlino = Kremlin
Pentagono = Pentagon
Palazzo Chigi = Palazzo Chigi
Nato|NATO = Nato|NATO
Mar Nero = Black Sea
Mar Rosso = Red Sea
Mediterraneo = Mediterranean
Adriatico = Adriatic
Atlantico = Atlantic
Pacifico = Pacific
Alpi = Alps
Appennini = Apennines
Roma = Rome = Roman romano romana Italian
Milano = Milan = Milanese
Torino = Turin
Venezia = Venice = Venetian
Firenze = Florence = Florentine
Napoli = Naples = Neapolitan
Genova = Genoa
Padova = Padua
Mantova = Mantua
Siracusa = Syracuse
Livorno = Livorno|Leghorn
Sicilia = Sicily = Sicilian siciliano
Sardegna = Sardinia = Sardinian sardo
Lombardia = Lombardy
Piemonte = Piedmont
Toscana = Tuscany = Tuscan
Puglia = Puglia|Apulia
Trentino-Alto Adige = Trentino-South Tyrol|Trentino-Alto Adige
Alto Adige = South Tyrol|Alto Adige
Vaticano = Vatican
Santa Sede = Holy See
Londra = London = British
Parigi = Paris = Parisian French
Berlino = Berlin
Monaco di Baviera = Munich
Colonia = Cologne
Francoforte = Frankfurt
Amburgo = Hamburg
Vienna = Vienna
Zurigo = Zurich|Zürich
Ginevra = Geneva
Basilea = Basel|Basle
Bruxelles = Brussels
L'Aia|Aia = The Hague|Hague
Strasburgo = Strasbourg
Marsiglia = Marseille|Marseilles
Lione = Lyon|Lyons
Nizza = Nice
Barcellona = Barcelona
Siviglia = Seville
Lisbona = Lisbon
Atene = Athens
Salonicco = Thessaloniki
Copenaghen = Copenhagen
Stoccolma = Stockholm
Varsavia = Warsaw
Cracovia = Krakow|Kraków
Praga = Prague
Budapest = Budapest
Bucarest = Bucharest
Belgrado = Belgrade
Zagabria = Zagreb
Lubiana = Ljubljana
Mosca = Moscow = Russian Russia Kremlin russo
San Pietroburgo = St Petersburg|St. Petersburg|Saint Petersburg
Kiev = Kyiv|Kiev
Leopoli = Lviv
Odessa = Odesa|Odessa
Pechino = Beijing|Peking = Chinese China
Tokyo|Tokio = Tokyo
Gerusalemme = Jerusalem
Betlemme = Bethlehem
Damasco = Damascus
Beirut = Beirut
Il Cairo|Cairo = Cairo
Alessandria d'Egitto = Alexandria
Tripoli = Tripoli
Tunisi = Tunis
Algeri = Algiers
Teheran = Tehran|Teheran
Baghdad = Baghdad
Città del Messico = Mexico City
L'Avana|Avana = Havana
New York = New York
Crimea = Crimea
Papa Francesco|papa Francesco = Pope Francis
Giovanni Paolo II = John Paul II
Benedetto XVI = Benedict XVI
"""

_DEMONYMS = ("ian", "ians", "ese", "ish", "ean", "eans", "ench", "can", "cans")


class Place(NamedTuple):
    """One entry: its forms in each language, and what may stand for it."""

    key: str
    forms: dict[Language, tuple[str, ...]]
    loose: frozenset[str]
    """Every word of its forms, and of what a free translation may have, in lower case."""

    @classmethod
    def read(cls, line: str) -> Place:
        """The entry of a line of the table."""
        fields = [field.strip() for field in line.split(" = ")]
        italian, english = fields[0].split("|"), fields[1].split("|")
        words = " ".join((*italian, *english, *fields[2:])).replace("-", " ").split()
        return cls(
            italian[0].casefold(),
            {"it": tuple(italian), "en": tuple(english)},
            frozenset(word.casefold() for word in words),
        )


Form = tuple[tuple[str, ...], Place]


@cache
def places() -> dict[str, Place]:
    """Every entry of the table, by its key."""
    entries = [Place.read(line) for line in _NAMES.strip().splitlines()]
    return {place.key: place for place in entries}


@cache
def places_by_word(language: Language) -> dict[str, list[Form]]:
    """The forms of a language by their first word in lower case, each as its words.

    Of two forms with one first word the longer comes first.
    """
    out: dict[str, list[Form]] = {}
    for place in places().values():
        for form in place.forms[language]:
            words = tuple(form.replace("’", "'").casefold().split())
            out.setdefault(words[0], []).append((words, place))
    for forms in out.values():
        forms.sort(key=lambda form: -len(form[0]))
    return out


def is_demonym(word: str) -> bool:
    """Whether an English word with a capital looks like one made of a country's name."""
    return word.casefold().endswith(_DEMONYMS)
