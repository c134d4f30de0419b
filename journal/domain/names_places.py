"""Names of places: a modest list, and words that tell that a place comes. What is missing is asked of the writer."""

from typing import Final


def _lines(text: str) -> frozenset[str]:
    return frozenset(line.strip() for line in text.replace("\n", ",").split(",") if line.strip())


PLACES: Final = _lines(
    """
    Alkmaar, Almelo, Almere, Alphen aan den Rijn, Amersfoort, Amstelveen, Amsterdam, Apeldoorn, Appingedam, Arnhem,
    Assen
    Asten, Baarn, Barendrecht, Barneveld, Bergen op Zoom, Beverwijk, Bilthoven, Boxtel, Breda, Bunnik, Bussum
    Capelle aan den IJssel, Coevorden, Culemborg, Dalfsen, De Bilt, De Meern, Delft, Delfzijl, Den Bosch, Den Haag
    Den Helder, Deventer, Doetinchem, Dokkum, Dordrecht, Drachten, Driebergen, Dronten, Edam, Ede, Eindhoven, Elburg
    Emmeloord, Emmen, Enkhuizen, Enschede, Epe, Ermelo, Etten-Leur, Franeker, Geldermalsen, Geleen, Gemert, Goes
    Gorinchem, Gouda, Groningen, Haarlem, Haarlemmermeer, Hardenberg, Harderwijk, Harlingen, Heemstede, Heerenveen
    Heerhugowaard, Heerlen, Hellevoetsluis, Helmond, Hengelo, Hilversum, Hoofddorp, Hoogeveen, Hoorn, Houten, Huizen
    Hulst, IJsselstein, IJmuiden, Kampen, Katwijk, Kerkrade, Krimpen aan den IJssel, Laren, Leeuwarden, Leiden
    Leidschendam, Lelystad, Leusden, Lisse, Maarssen, Maastricht, Medemblik, Meppel, Middelburg, Middelharnis
    Mijdrecht, Naarden, Nieuwegein, Nijkerk, Nijmegen, Noordwijk, Nunspeet, Oldenzaal, Ommen, Oosterhout, Oss
    Oud-Beijerland, Papendrecht, Pijnacker, Purmerend, Putten, Raalte, Renkum, Rhenen, Ridderkerk, Rijssen, Rijswijk
    Roermond, Roosendaal, Rotterdam, Schagen, Scheveningen, Schiedam, Schoonhoven, Sittard, Sliedrecht, Sneek, Soest
    Spijkenisse, Stadskanaal, Steenwijk, Terneuzen, Tiel, Tilburg, Uden, Uithoorn, Urk, Utrecht, Valkenburg, Veendam
    Veenendaal, Veghel, Velp, Venlo, Venray, Vianen, Vlaardingen, Vlissingen, Volendam, Voorburg, Voorschoten, Vught
    Waalwijk, Waddinxveen, Wageningen, Wassenaar, Weert, Weesp, Wierden, Wijk bij Duurstede, Winschoten, Winterswijk
    Woerden, Wolvega, Zaandam, Zaanstad, Zaltbommel, Zandvoort, Zeewolde, Zeist, Zevenaar, Zierikzee, Zoetermeer
    Zutphen, Zwijndrecht, Zwolle, 's-Hertogenbosch, ’s-Hertogenbosch, Tholen, Texel, Terschelling, Ameland, Vlieland
    Friesland, Drenthe, Overijssel, Flevoland, Gelderland, Noord-Holland, Zuid-Holland, Zeeland, Noord-Brabant, Brabant
    Limburg, Twente, Salland, Achterhoek, Veluwe, Betuwe, Kempen, Westland, Bollenstreek, Zaanstreek, Waterland
    Kennemerland, Gooi, Rijnmond, Randstad, Drechtsteden, Walcheren, Alblasserwaard, Hoeksche Waard, Krimpenerwaard
    Goeree-Overflakkee, Schouwen-Duiveland, Oost-Groningen, Noordoostpolder, Utrechtse Heuvelrug, Vechtdal, Parkstad
    Antwerpen, Brussel, Gent, Brugge, Leuven, Mechelen, Hasselt, Berlijn, Parijs, Londen, Kopenhagen, Stockholm
    Overvecht, Kanaleneiland, Zuilen, Lombok, Leidsche Rijn, Bijlmer, Schilderswijk, Transvaal, Charlois, Feijenoord
    Hoogvliet, Slotervaart, Osdorp, Woensel, Malburgen, Dukenburg, Lindenholt, Kralingen, Delfshaven, Escamp, Laak
    Presikhaaf, Vathorst, Ypenburg, Jordaan, Pendrecht, Poelenburg, Ondiep, Hoograven, Tuinzigt, Stratum, Gestel
    """
)
"""Towns, islands, provinces, regions and neighbourhoods."""

BEFORE_A_PLACE: Final = frozenset(
    """gemeente stad provincie regio wijk buurt dorp stadsdeel gehucht eiland arrondissement city region village town
    neighbourhood district plaats plaatsje landgoed kasteel camping park polder""".split()
)
"""What follows these is a place."""

IN_A_PLACE: Final = frozenset("in te nabij rondom omgeving binnenstad centrum station".split())
TOWARDS: Final = frozenset("naar uit vanuit richting via".split())
MOVING: Final = frozenset(
    """ga gaat gaan ging gingen reis reist reizen reisde reisden rijd rijdt rijden rij reed reden fiets fietst
    fietsen fietsten liepen loop liep lopen wandel wandelde wandelden vlogen vloog
    fietste verhuis verhuist verhuizen verhuisde verhuisd verhuisden trein bus tram auto onderweg terug terugweg weg
    kom komt komen kwam kwamen afkomstig vandaan reisgenoten bewoners bewoner wandeling vertrok vertrokken trek trok
    mensen inwoners collega's collega’s deelnemers burgers fietstocht excursie tocht werkbezoek wethouder""".split()
)
"""With one of these before it, "naar" and "uit" go to a place; else it may be a person that one looks at."""
TRUST: Final = frozenset(
    """vertrouwen geloof geloven gelooft teleurgesteld verliefd geïnteresseerd verdiep verdiepen verplaats verplaatsen
    inleven herken herkende herkennen vergis vergist vergiste zin interesse heb had zag zie""".split()
)
"""With one of these before it, "in" is about a person."""
STREETS: Final = tuple("straat laan plein gracht kade singel steeg park polder wijk dorp buurt eiland".split())
"""A word that ends so is a street or a part of a town."""
DIRECTIONS: Final = frozenset("Noord Oost Zuid West Centrum Noordoost Zuidoost Zuidwest Noordwest".split())
