"""Ordinary words that people give a capital, or begin a sentence with: nobody's name by themselves."""

from typing import Final

NOUNS: Final = frozenset(
    """
    aandacht aanleiding aanpak aarzeling advies afspraak afstand agenda angst antwoord armoede avond balans begeleider
    begin bericht beslissing bewoner bewustzijn bestuur beproeving beweging blijdschap boosheid buurt casus chaos
    coach coaching collega contact controle cultuur cursus dank data deelnemer dialoog dilemma doel doen draagvlak
    drempel
    druk durf duur eenzaamheid eerlijkheid eigenaarschap einde emotie energie ergernis ervaring evaluatie experiment
    feedback focus framework frustratie gat gedoe geduld geld geloof geluk gemak gesprek gevoel gezag gezin gezondheid
    gids groei groep grond haast hart held help hoeder hoofd hoop huis humor idee ik inhoud initiatief innovatie
    inspiratie
    intervisie inzicht jaar jaloezie kennis kern kind kinderen klacht kleur knoop koers koffie kompas kou kracht kring
    kritiek kwaliteit kwartier kwetsbaarheid last leegte leerkring leervraag leidinggevende les leven licht liefde lijn
    loslaten lucht luisteren maandag macht maken mandaat markt medewerker mens mensen mentor methode middag moed moeheid
    moeite moment muur muziek naaste naasten nacht netwerk nieuws niet nood noodzaak ochtend oma onbegrip onderzoek
    ongeduld
    onmacht onrust onzekerheid oogst oordeel opa opdracht oplossing opluchting opvang ouder ouders paniek pauze pijn pin
    plan plek plezier politiek praktijk praten preventie probleem proces proef professional project publiek rand regel
    regen regie reis rekening rest resultaat reflectie richting rimpel risico roep rol routine ruimte rust ruzie
    samenhang
    samenwerking schaamte schema schoonheid schrik schuld schuren sessie sfeer signaal sleutel snelheid spanning spel
    spiegel stap stem steun stilte storm strategie strijd stress structuur succes taal tafel taak team techniek
    tegenslag
    tegenwind terugblik terugkeer thema tijd toekomst toeval toon traag traagheid traject transformatie transitie
    trots tweedaagse twijfel uitdaging uitkomst vader vak vastberadenheid veiligheid verandering verantwoordelijkheid
    verdriet vergadering verhaal verlangen verlies verlof verschil verslag vertrek vertrouwen verwachting verwarring
    verwondering verzet visie voorjaar voortgang vraag vreugde vriendschap vrijheid vuur waarde waarheid wantrouwen
    warmte water webinar weerstand weigering wens werk werkdruk wereldoorlog wil wind winst winter woede woord woorden
    wrijving zaal zelf zelfvertrouwen ziek ziekte zien zin zinloos zomer zon zorg zorgen zwaarte zwijgen gelukkig
    goed fijn mooi lastig jammer prima klaar thuis terug verder meer minder genoeg weg vol leeg stil druk moe blij boos
    verdrietig lekker spannend ondertussen tegelijk toch echter zeker ineens bovendien achteraf vooraf onderweg
    buiten binnen boven beneden links rechts ergens nergens overal iedere elke beide allebei twee drie vier vijf zes
    zeven acht negen tien eerste tweede derde laatste volgend vorig hele halve nieuwe oude echte eigen goede kleine
    grote
    beter best slecht langzaam snel rustig samen apart alleen moeder dochter zoon baas directeur chef man vrouw meisje
    jongen buurvrouw buurman bewoners burger burgers cliënt cliënten patiënt patiënten vriend arts verpleegkundige
    leraar docent politieagent chauffeur voorzitter notulist trekker projectleider penningmeester secretaris stagiair
    dagblad hoofdstuk paragraaf bijlage figuur tabel stichting gemeente provincie overheid kabinet regering kerk zee bos
    park dijk rivier berg straat plein brug haven station trein bus tram auto fiets kat hond paard poes vogel boom bloem
    """.split()
)
