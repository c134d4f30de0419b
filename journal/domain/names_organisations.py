"""Words by which an organisation is known. The lists are modest; what they miss is asked of the writer."""

from typing import Final


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


HEADS: Final = _words(
    """stichting vereniging coöperatie cooperatie zorggroep ziekenhuis huisartsenpraktijk praktijk gezondheidscentrum
    verpleeghuis verzorgingshuis woonzorgcentrum zorgcentrum zorginstelling thuiszorgorganisatie hogeschool
    universiteit basisschool school scholengroep woningcorporatie corporatie woningbouwvereniging welzijnsorganisatie
    welzijnsstichting zorgverzekeraar verzekeraar ministerie bank museum restaurant café bedrijf uitgeverij waterschap
    omgevingsdienst veiligheidsregio platform fonds instituut wijkteam buurtteam sociaal-team buurthuis kerk moskee
    apotheek bibliotheek kinderopvang sportvereniging voetbalclub zwembad hospice revalidatiecentrum inloophuis
    dorpshuis energiecoöperatie zorgcoöperatie woningstichting adviesbureau ingenieursbureau bureau organisatie
    vakbond foundation association hospital university company firma zorgboerderij speeltuin wijkcentrum
    jongerencentrum partij fractie welzijn thuiszorg hotel kinderdagverblijf bakkerij slagerij
    drukkerij garage winkel kliniek theater filmhuis notariskantoor uitzendbureau sporthal sportschool college lyceum
    kringloopwinkel gymnasium mantelzorgcentrum zorghuis dagbesteding onderneming supermarkt zorgorganisatie
    jeugdzorgorganisatie"""
)
"""What follows these, with a capital, is the name of an organisation."""

WITH_VAN: Final = _words("ministerie universiteit stichting vereniging hogeschool museum fonds bank")

GENERIC: Final = _words("GGD GGZ UMC ROC CJG MEE GHOR VVT GGD'en RAV ROAZ KvK BSO RSD UWV IKC AOC HZ VO PO SWV")
"""Kinds of organisation: a name only with what follows, as in GGD Utrecht."""

KNOWN: Final = _words(
    """VWS RIVM VNG ZonMw ActiZ KNMG LHV NZa IGJ NHG Nivel Vilans Movisie Pharos Trimbos Menzis VGZ CZ DSW ONVZ ASR
    Achmea Aegon Rabobank ING ABN KPN Ahold Lidl Hema Ikea ProRail Rijkswaterstaat Belastingdienst
    Buurtzorg Zorgbelang Humanitas Vluchtelingenwerk UMCU UMCG LUMC AMC VUmc AUMC RadboudUMC Radboudumc MUMC
    CBS CBG KNGF V&VN WRR SCP TNO IKNL Patiëntenfederatie Staatsbosbeheer Natuurmonumenten GroenLinks PvdA VVD
    CDA D66 ChristenUnie SGP BBB NSC PVV FNV CNV"""
)
"""Organisations that many know by name."""

KNOWN_LONG: Final = (
    "Zilveren Kruis", "Rode Kruis", "Leger des Heils", "Erasmus MC", "Amsterdam UMC", "Health Hub Utrecht",
    "Alles is Gezondheid", "Staatsbosbeheer", "Hogeschool van Amsterdam", "Vrije Universiteit",
    "Partij van de Arbeid", "Kamer van Koophandel", "Raad van State", "Tweede Kamer", "Eerste Kamer",
)  # fmt: skip

ENDS: Final = tuple(
    """alliantie zorg groep bank fonds instituut coalitie netwerk stichting vereniging ziekenhuis praktijk centrum
    universiteit ministerie organisatie coöperatie corporatie collectief bureau umc bedrijf dienst verzekeraar
    kliniek hospitaal college lyceum academie federatie verbond bond gilde winkel fabriek clinic care zorgt""".split()
)
"""A word with a capital inside a sentence that ends so is an organisation."""

TAILS: Final = _words("MC UMC BV NV B.V N.V VOF BVBA Ltd GmbH Inc GGZ UMC+ Zorg Welzijn Wonen Advies Groep Consultancy")
"""After a name these make it an organisation."""

OFFICES: Final = _words(
    """directeur bestuurder manager teamleider medewerker medewerkers medewerkster adviseur bestuur teammanager
    projectleider programmamanager werk werkt werken werkte werkten stage baan voorzitter penningmeester dienst
    verpleegkundigen artsen beleidsmedewerker vertegenwoordiger vestiging locatie kantoor raad toezichthouder
    subsidie offerte klant klanten lid leden gedetacheerd vrijwilliger vrijwilligers"""
)
"""With ``van`` or ``bij`` after one of these an organisation comes, unless it is a known first name."""

NO_ORGANISATIONS: Final = _words(
    """AI ICT IT PDF ADHD HR CEO CFO KPI SMART OKR TV PC OV NB PS OK SWOT PDCA GRIP IZA GALA WMO ZVW WLZ AVG HTC PVA MT
    RVB DB AB FAQ USB DNA IQ EQ EHBO BHV EPD ECD MDO POH KNO ZZP FTE ROI CRM VS EU BV NV CV MBO HBO WO VMBO HAVO VWO BSN
    DSM MRI BMI COPD PTSS ASS GPS LED QR SMS WC WIFI ID HIV RTL NPO NOS NS BN'er ANW TIP STOP NIET WEL NEE JA IK WIJ JIJ
    ALLES NIETS ECHT NU NOOIT ALTIJD HELP MAAR ZO HET DE EEN DAT DIT EN AU WAT HOE WIE GEWOON HEEL ZELF SAMEN NIEMAND
    CQ JGZ GZ WA BBQ HTML API KISS MVP UX ZOOM TEAMS GROW STARR SOVA GO VUCA OGSM NK WK EK PO VO OR MR COR RVT AC DC VN
    APK BTW LOL OMG ASAP FYI TBD EHR SDG BOPZ WGBO RI&E KPI's FAQ's MT's CAO ADL AIOS ANIOS HAIO SEH IC PG LVB GHZ
    VVT"""
)
"""Capitals that are no organisation."""
