"""Words with a capital that are nobody's name, and first names that are: help for ``pseudonyms``.

Both lists are short on purpose. What they miss is shown to the writer, who decides.
"""

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


PARTICLES: Final = _words(
    "van de der den het ter ten te 't ’t von la le du da di del el al bin ben bint ibn in op aan bij"
)
"""Lower-case words inside a name: Marjan de Wit, Aad op 't Veld."""

BEFORE_AN_ARTICLE: Final = _words("in op aan bij")
"""These are inside a name only before an article: Aad op 't Veld."""

ABBREVIATIONS: Final = _words(
    "dr drs prof mr mrs ms ir ing mw mevr dhr st o.a bijv m.n b.v d.w.z i.v.m jr sr nr evt incl e.g i.e"
)
"""A full stop after these ends no sentence."""

NO_NAMES: Final = _words(
    """
    Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December January February March May
    June July August October Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday
    Nederland Nederlands Nederlandse Nederlander Nederlanders Holland Hollands Hollandse Dutch English Engels Engelse
    Amsterdams Amsterdamse Rotterdams Rotterdamse Utrechts Utrechtse Haags Haagse Zeeuws Zeeuwse Gronings Groningse
    Drents Drentse Twents Twentse Gelders Gelderse Brabantse Limburgse Fries Rotterdammer Amsterdammer Syrië Syrisch
    Syrische Turkije Marokko Suriname Curaçao Antilliaans Antilliaanse Indonesië Indisch Indische Moluks Molukse Polen
    Oekraïne Rusland Russisch Russische China India Spanje Italië Griekenland Engeland Denemarken Deens Deense Zweden
    Zweeds Zweedse Noors Noorse Noorwegen Finland Fins Finse Zwitserland Oostenrijk Portugal Portugees Afrika Afrikaans
    Afrikaanse Eritrea Eritrees Eritrese Somalisch Somalische Azië Joods Joodse Islam Christelijk Katholiek Afghaans
    Duits Duitse Duitsland Frans Franse Frankrijk België Belgisch Belgische Vlaams Vlaamse Vlaanderen Europa Europese
    Europees Europe European Fries Friese Brabants Limburgs Turks Turkse Marokkaans Marokkaanse Arabisch Arabic Spaans
    Spaanse Italiaans Italiaanse Pools Poolse Oekraïens Oekraïense Surinaams Surinaamse Grieks Griekse Latijn Chinees
    Chinese Amerika Amerikaans Amerikaanse American French German British Britse
    Kerst Kerstmis Pasen Pinksteren Christmas Easter Ramadan God Bijbel Koran Sinterklaas
    Teams Zoom Excel Word Outlook WhatsApp Google Microsoft LinkedIn Mentimeter Miro Internet Trello Slack ChatGPT
    Copilot Netflix Iphone iPhone Ipad Iphones Spotify Facebook Instagram Signal Windows Android Apple Adobe Acrobat
    Canva Padlet Prezi Kahoot
    Sharepoint SharePoint OneDrive OneNote Dropbox Planner Windows Mac Nieuwjaar Hemelvaart Suikerfeest Koningsdag
    Bevrijdingsdag Driekoningen Oud Nieuw Hemelvaartsdag Carnaval Kerstavond Balint Tietze Socratisch Socrates Theorie
    Agile Scrum Lean Prince Kanban Design Thinking Lego Appreciative Inquiry Deep Democracy Dragon Dreaming Open Space
    World Café Cynefin Belbin Insights MBTI Enneagram Maslow Kolb Covey Ofman Scharmer Kotter
    Internet Volkskrant Trouw Telegraaf NRC Journaal Nieuwsuur YouTube Ok Oké Ja Nee Tja Ach Oh Och Nou Hé
    Wmo Zvw Wlz Jeugdwet Omgevingswet Rijk Kamer Tweede Eerste Provinciale Staten Gemeenteraad College Samen
    Positieve Gezondheid Integraal Zorgakkoord Gezond Actief Leven Akkoord Alles Health Transformation Community Hub
    Leren Transformeren Groep Team Green I I'm I’m I've I’ve I'd I’d I'll I’ll
    """
)

NO_NAME_ENDS: Final = tuple(
    _words("""team teams huis school bank hub community akkoord tafel gemeente programma beleid wet weg straat laan
    plein
    wijk dorp stad land isme methode model theorie groepen dag week avond middag ochtend nacht maand overleg plan
    gesprek vraag cirkel werk daagse ing heid schap lijk atie teit""")
)
"""A word that ends so is a law, a method, a day: nobody's name."""

SAYING: Final = _words(
    """zei zegt vroeg vraagt vertelde vertelt vond vindt dacht denkt keek kijkt knikte lachte lacht zweeg zwijgt
    antwoordde belde belt mailde appte schoof boog stond zat zuchtte fluisterde luisterde bleef
    said says asked asks told tells thought thinks looked nodded laughed answered called sighed"""
)
"""After a capital at the start of a sentence these make it somebody."""

FIRST_WORDS: Final = _words(
    """ik je jij hij zij ze het wij we jullie u dit dat deze die er daar hier wie wat waar wanneer hoe waarom welke
    iemand niemand iedereen ieder elk alle allen ook toen dan nu straks gisteren vandaag morgen eerst later eindelijk
    misschien vaak soms nooit altijd weer ineens niets alles mijn jouw zijn haar ons onze hun een de het
    i you he she it we they this that these those who what where when how why someone nobody everyone everybody
    then now here there yesterday today tomorrow maybe often sometimes never always my your his her our their a the
    als zodra omdat want maar en of met zonder voor na bij van uit naar door over tegen tijdens sinds hoewel terwijl
    doordat zoals onder volgens dankzij namens alleen zelfs juist soms inmiddels uiteindelijk opeens plotseling net dus
    daarna daarvoor daarom daarbij daardoor hierdoor hierna sindsdien samen tussen tot om op in aan te via per vanaf
    vanuit behalve ondanks vorige volgende dag hoi hallo beste lieve dank bedankt ja nee nou dat's had heeft is was zou
    zal kan kon wil wilde moet mag vroeg zei belde sprak zag hoorde vond ging kwam
    if because but and or with without for after before at from to by about against during since although while like
    under only even just finally suddenly so therefore between until in on via per dear thanks yes no well had has is
    was would will can could wants must may asked said called saw heard went came
    one collega voorzitter burgemeester wethouder bestuurder manager moeder vader men"""
)
"""Words that start sentences without being a name."""
