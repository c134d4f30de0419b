"""Words around the names of people: titles before them, verbs after them, family names that look like words."""

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


TITLES: Final = _words(
    """mevrouw mevr mw meneer mijnheer dhr heer heren dames dr drs prof professor ir ing mr dokter zuster broeder oom
    tante opa oma juf meester tandarts huisarts wijkverpleegkundige wethouder burgemeester gedeputeerde minister
    staatssecretaris raadslid collega buurman buurvrouw familie fam mrs ms miss aunt uncle nurse coach dominee pastoor
    imam neef nicht vriend vriendin vriendje broer zus zusje kleinzoon kleindochter zoon dochter stagiair stagiaire"""
)
"""A capital after one of these is somebody, whatever the word is."""

FORMAL: Final = _words("mevrouw mevr mw meneer mijnheer dhr heer familie fam dr drs prof professor dokter mrs ms miss")
"""After these also a family name with small particles: meneer van der Meer."""

FAMILY: Final = _words(
    """Jansen Janssen Jong Vries Berg Dijk Bakker Visser Smit Meijer Meyer Boer Mulder Groot Bos Vos Peters Hendriks
    Dekker Brouwer Wit Dijkstra Smits Graaf Meer Linden Kok Jacobs Haan Vermeulen Schouten Willems Broek Veen Wal
    Kuipers Hoekstra Koster Prins Huisman Peeters Postma Bosch Kramer Kuiper Veenstra Timmermans Heijden Blom Verhoeven
    Gerritsen Sanders Martens Molenaar Mol Evers Post Vermeer Maas Scholten Bruin Leeuwen Pol Driessen Ven Wijk Vliet
    Brink Koning Kuijpers Loon Rijn Hoek Schipper Bosman Dam Wolters Aarts Koch Lange Ridder Waal Ruiter Bruijn Jonge
    Leeuw Rooij Ruijter Haas Winter Wild Man Beer Roos Hoop Witte Zwart Kool Kroon Pater Vink Valk Arends Claassen
    Damen Derksen Donker Drost Groen Groeneveld Hermans Hermsen Hofman Hoogland Jonker Kamp Keizer Klein Konings
    Krol Lammers Langen Maes Michels Nijhof Nijland Otten Philips Pronk Roelofs Rutten Schaap Schmidt Schreuder
    Simons Snel Snijders Spaans Stam Steen Swart Teunissen Thijssen Tromp Verbeek Verkerk Versteeg Vonk Wagenaar
    Wessels Westra Wiersma Willemsen Zijlstra Zwaan Yilmaz Yıldız Kaya Demir Çelik Aydin Aydın Öztürk Bouali Amrani
    Idrissi Benali Haddad Nguyen Tran Singh Sharma Ali Khan Hussain"""
)
"""Common family names; ``de Vries`` is somebody, ``de Zonnebloem`` is not."""

FAMILY_ENDS: Final = ("stra", "sma", "inga", "ema", "ssen", "huizen", "mans", "enga", "oglu", "oğlu", "vić", "ski")

SAYING: Final = _words(
    """zei zegt vroeg vraagt vertelde vertelt vond vindt dacht denkt keek kijkt knikte knikt lachte lacht zweeg zwijgt
    antwoordde antwoordt belde belt mailde mailt appte appt schoof schuift boog buigt stond zat zit zuchtte zucht
    fluisterde luisterde luistert bleef blijft schreef schrijft stelde stelt huilde huilt glimlachte haalde riep roept
    vertrok kwam komt ging gaat nam neemt gaf geeft liet deed kent kende leest las werkt werkte woont woonde zoekt
    zocht bedankt wil wilde wist weet bood sprak spreekt begon voelt voelde
    merkte hoorde reageerde reageert bracht brengt heeft had kan kon moet moest durfde durft wacht wachtte
    said says asked asks told tells thought thinks looked nodded laughed answered called sighed wrote came went"""
)
"""After a capital at the start of a sentence these make it somebody, unless the word is an ordinary one."""

AUXILIARY: Final = _words("heeft had kan kon moet moest gaat gaf geeft komt kwam blijft bleef doet deed zit ligt ging")
"""Of these the things of life are subjects as often as people are."""

PLAIN_SAYING: Final = _words(
    """zei zegt vroeg vraagt vertelde vertelt knikte knikt lachte lacht zweeg zwijgt antwoordde belde belt mailde appte
    boog zuchtte fluisterde luisterde huilde huilt glimlachte riep said says asked told nodded laughed answered"""
)
"""Only somebody does these."""

AND: Final = _words("en of and or met")
SELF: Final = _words("ik ikzelf mij me I wij we")
NOT_AFTER: Final = _words("ik je jij we wij u jullie hij ze het dat er de een")
"""An ordinary word is followed by these, no subject: "Ben ik", "Wil je"."""

FOREIGN_ENDS: Final = tuple("ia ya ra na ka la da ma sa ah ir im ul esh ko it iya".split())
NO_FOREIGN: Final = _words(
    """thema programma drama data opa oma agenda media camera schema regio data dilemma trauma paprika pizza extra
    mama papa mamma formula india salaris antenna panorama firma cinema gala villa visa da ja na sauna koffie mega
    dank hierna daarna waarna bijna later papier plezier manier kwartier verhaal klimaat water samenwerking profit"""
)
"""Ordinary words that end as names from elsewhere do."""
