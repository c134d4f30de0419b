"""Words with a capital that are nobody's name, and first names that are: help for ``pseudonyms``.

Both lists are short on purpose. What they miss is shown to the writer, who decides.
"""

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


PARTICLES: Final = _words("van de der den het ter ten te 't ’t von la le du da di el al bin in op aan")
"""Lower-case words inside a name: Marjan de Wit, Aad op 't Veld."""

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
    Duits Duitse Duitsland Frans Franse Frankrijk België Belgisch Belgische Vlaams Vlaamse Vlaanderen Europa Europese
    Europees Europe European Fries Friese Friesland Groningen Drenthe Overijssel Flevoland Gelderland Utrecht
    Noord-Holland Zuid-Holland Zeeland Noord-Brabant Brabant Brabants Limburg Limburgs Amsterdam Rotterdam Haag
    Eindhoven Tilburg Almere Breda Nijmegen Arnhem Haarlem Enschede Amersfoort Apeldoorn Zwolle Leiden Maastricht
    Dordrecht Zoetermeer Deventer Delft Alkmaar Leeuwarden Turks Turkse Marokkaans Marokkaanse Arabisch Arabic Spaans
    Spaanse Italiaans Italiaanse Pools Poolse Oekraïens Oekraïense Surinaams Surinaamse Grieks Griekse Latijn Chinees
    Chinese Amerika Amerikaans Amerikaanse American French German British Britse
    Kerst Kerstmis Pasen Pinksteren Christmas Easter Ramadan God Bijbel Koran Sinterklaas
    Teams Zoom Excel Word Outlook WhatsApp Google Microsoft LinkedIn Mentimeter Miro Internet
    Wmo Zvw Wlz Jeugdwet Omgevingswet Rijk Kamer Tweede Eerste Provinciale Staten Gemeenteraad College Samen
    Positieve Gezondheid Integraal Zorgakkoord Gezond Actief Leven Akkoord Alles Health Transformation Community Hub
    Leren Transformeren Groep Team Green I I'm I’m I've I’ve I'd I’d I'll I’ll
    """
)

ORGANISATION_ENDS: Final = tuple(
    _words("""alliantie raad kring groep groepen huis team teams zorg fonds instituut bank hub community academie
    akkoord tafel coalitie netwerk stichting vereniging gemeente ziekenhuis praktijk centrum school universiteit
    ministerie organisatie coöperatie programma beleid wet weg straat laan plein wijk dorp stad land isme""")
)
"""A word that ends so is an organisation, a law or a street."""

BEFORE_A_PLACE: Final = _words(
    "gemeente stad provincie regio wijk dorp stichting vereniging ziekenhuis groep team programma city region"
)
"""What follows these is not a person."""

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

FIRST_NAMES: Final = _words(
    """
    Aad Aart Abdel Abdullah Achmed Ada Adam Ahmed Aisha Albert Alex Ali Alice Alma Amina Amir André Andrea Angela Anita
    Anja Anke Ann Anna Anne Annemarie Annemiek Annet Annie Anniek Anouk Ans Anton Antoinette Arend Arie Arjan Arjen
    Arnold Arthur Astrid Barbara Bart Bas Bea Ben Bernard Bert Bianca Birgit Bob Boris Bram Brigitte Carla Carlo
    Carolien Caroline Cas Catharina Cees Charlotte Chris Christa Christiaan Christine Claudia Coen Conny Cor Corrie
    Cynthia Daan Danielle Daniël David Debbie Dennis Diana Dick Dirk Dorien Eddy Edith Edwin Ellen Els Elly Emma Emine
    Erica Erik Eric Erwin Esmee Esther Eva Evelien Evert Fatima Fatma Femke Ferry Fleur Floor Floris Fons Frank Fred
    Frederik Freek Frits Geert Geertje Gerard Gerda Gerrit Gert Gijs Greet Greetje Guus Gülay Hamid Hanna Hannah
    Hanneke Hannie Hans Harm Harold Harrie Harry Hassan Heleen Helena Hendrik Henk Henny Henriëtte Herman Hetty Hilde
    Hugo Ibrahim Ilse Ineke Ingrid Irene Iris Irma Ivo Jaap Jack Jacob Jacqueline Jan Janine Janna Janneke Jantine
    Jasper Jeannette Jelle Jenny Jeroen Jesse Jessica Joan Joanna Job Jochem Joep Johan Johanna Johannes John Jolanda
    Joop Joost Jordi Jos José Josephine Joris Judith Jules Julia Julie Jurgen Karel Karen Karim Karin Karlijn Katja
    Kees Khadija Kim Klaas Klaus Koen Koos Laila Lars Laura Leen Leendert Lena Leo Leonie Leyla Lia Lianne Lidwien
    Lieke Liesbeth Lisa Lisette Loes Lotte Louis Louise Luc Lucas Lucie Luuk Maaike Maarten Maartje Madelon Malika
    Manon Marc Marcel Margot Margreet Margriet Maria Marian Marianne Marie Marieke Marijke Marijn Marina Marion Marit
    Marja Marjan Marjolein Marleen Marlies Marloes Martha Martijn Martin Martine Mathilde Matthijs Maurice Max Meike
    Merel Michael Michel Michelle Mieke Mike Miriam Mirjam Mohamed Mohammed Monica Monique Mustafa Nadia Nanda Nathalie
    Nel Nellie Nick Nicole Niels Nienke Noa Nora Olaf Omar Otto Pascal Patricia Patrick Paul Paula Paulien Peter Petra
    Piet Pieter Pim Quinten Rachid Ralph Ramon René Renate Ria Richard Rick Rik Rita Rob Robert Robin Roel Roelof
    Roland Ronald Rosa Rozemarijn Ruben Rudi Ruud Saïda Samira Sander Sandra Sanne Sara Sarah Sebastiaan Selma Sem
    Simone Sjaak Sjoerd Sofie Sophie Stefan Steven Stijn Suzan Suzanne Sven Sylvia Tamara Tanja Teun Theo Thea Thijs
    Thomas Tim Tineke Tom Toon Trudy Ursula Vera Victor Vincent Walter Wendy Wietske Willem Willemijn Wim Wouter Xander
    Yasmina Youssef Yusuf Yvette Yvonne Zeynep Zoë
    """
)
