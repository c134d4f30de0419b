"""The gentle checks of a question, to oneself or to the group: what they hear, and what they let pass."""

import pytest
from pydantic import ValidationError

from journal import guidance_files
from journal.domain.guidance_checks import GROUP_QUESTION, LEARNING_QUESTION, Check

CHECKS = {check.id: check for check in guidance_files.for_journey("htc", None).checks}

LONG_NL = "Hoe blijf ik " + "rustig en " * 14 + "kalm?"
LONG_EN = "How do I stay " + "calm and " * 14 + "quiet?"

SPEAKS = {
    ("yes-no", "nl"): [
        "Kan ik zonder steun van mijn bestuur beginnen?",
        "Durf ik te zeggen wat ik vind?",
        "Is het aan mij om dit te doen?",
        "Zou ik vaker nee zeggen?",
    ],
    ("yes-no", "en"): ["Can I begin without my board?", "Do I dare to speak?", "Is it up to me to do this?"],
    ("why", "nl"): [
        "Waarom trek ik steeds alles naar me toe?",
        "Hoe komt het dat ik stilval?",
        "Waardoor haak ik af in het overleg?",
    ],
    ("why", "en"): ["Why do I pull everything towards me?", "How come I fall silent?", "Why am I so tired of this?"],
    ("others", "nl"): [
        "Hoe krijgen we elkaar weer aan tafel?",
        "Hoe gaan zij hun deel doen?",
        "Hoe leert men beter samenwerken?",
    ],
    ("others", "en"): [
        "How do we get back to the table?",
        "When will they do their part?",
        "How do people learn this?",
    ],
    ("must", "nl"): [
        "Hoe moet ik dit aanpakken?",
        "Wat moeten wij doen, en ik het eerst?",
        "Hoe hoor ik te reageren als het schuurt?",
    ],
    ("must", "en"): ["How should I go about this?", "What do I have to say?", "What must I do to be heard?"],
    ("two", "nl"): [
        "Hoe begin ik, en hoe houd ik vol?",
        "Wat wil ik? En wat kan ik?",
        "Hoe laat ik los en wie pakt het dan op?",
        "Hoe vind ik rust en wat helpt mij daarbij?",
    ],
    ("two", "en"): [
        "How do I begin, and how do I keep going?",
        "What do I want? And what can I do?",
        "How do I let go and who will take over?",
    ],
    ("long", "nl"): [LONG_NL, "ik " * 31, "Hoe " + "heel " * 30 + "lang?"],
    ("long", "en"): [LONG_EN, "me " * 31, "How " + "very " * 30 + "long?"],
    ("solution", "nl"): [
        "Hoe krijg ik draagvlak voor plan X?",
        "Hoe overtuig ik de huisartsen?",
        "Hoe kan ik het wijkteam invoeren?",
    ],
    ("solution", "en"): [
        "How do I get buy-in for plan X?",
        "How do I convince the GPs?",
        "How can I roll out my plan?",
    ],
    ("content", "nl"): [
        "Welke rol speelt preventie in de wijk?",
        "Hoe ziet een goede overdracht eruit?",
        "Wat is een gezonde buurt?",
    ],
    ("content", "en"): [
        "Which role does prevention play in the district?",
        "What does a good handover look like?",
        "What is a healthy neighbourhood?",
    ],
    ("big", "nl"): [
        "Hoe verander ik het zorgsysteem?",
        "Hoe help ik de samenleving vooruit?",
        "Hoe krijg ik de hele regio gezond?",
    ],
    ("big", "en"): ["How do I change the health system?", "How do I help society?", "How do I move the whole region?"],
    ("blame", "nl"): [
        "Hoe ga ik om met een directeur die niet luistert?",
        "Wat doe ik met de onwil van de gemeente?",
        "Hoe help ik partners die niet willen?",
    ],
    ("blame", "en"): [
        "How do I deal with a director who never listens?",
        "What do I do with partners who refuse?",
        "How do I show that it is their fault?",
    ],
    ("solved", "nl"): [
        "Ik weet al hoe ik het ga doen.",
        "Hoe vertel ik dat de oplossing is om te stoppen?",
        "Hoe breng ik wat ik al heb gekozen, nu het is al besloten?",
    ],
    ("solved", "en"): [
        "I already know how I will do it.",
        "How do I tell that the answer is to stop?",
        "How do I bring what has already been decided?",
    ],
    ("group-verdict", "nl"): [
        "Wat vinden jullie van mijn aanpak?",
        "Heb ik het goed gedaan in dat gesprek?",
        "Herkennen jullie dit ook in jullie werk?",
    ],
    ("group-verdict", "en"): [
        "What do you think of my approach?",
        "Did I do it right in that talk?",
        "Do you all recognise this in your work?",
    ],
    ("group-advise", "nl"): [
        "Wat zouden jullie doen als het stil valt?",
        "Hebben jullie nog tips voor mij?",
        "Geef me raad over de wethouder.",
    ],
    ("group-advise", "en"): [
        "What would you do when it falls silent?",
        "Do you have any tips for me?",
        "Give me some advice about the alderman.",
    ],
    ("group-negative", "nl"): [
        "Hoe voorkom ik dat het gesprek vastloopt?",
        "Hoe zorg ik dat ik het niet steeds overneem?",
        "Hoe kom ik van dat gevoel van haast af?",
        "Wat kan ik doen om niet meer stil te vallen als het mij raakt?",
    ],
    ("group-negative", "en"): [
        "How do I avoid taking over?",
        "How can I no longer fall silent?",
        "How do I stop pleasing everybody?",
    ],
    ("group-statement", "nl"): [
        "Ik loop vast in het overleg met de partners.",
        "Het gesprek over geld wordt steeds uitgesteld",
        "Mijn rol als trekker van de werkgroep",
    ],
    ("group-statement", "en"): [
        "I get stuck in the meeting with the partners.",
        "The talk about money is always put off",
        "My role as the one who pulls the group",
    ],
}

GOOD_NL = [
    "Hoe krijg ik alle partijen mee in ons preventieplan?",
    "Hoe breng ik partijen in beweging zonder dat ik zelf alles trek?",
    "Hoe maak ik ruimte voor het gesprek dat ertoe doet, ook als belangen botsen?",
    "Hoe blijf ik rustig, gegeven dat de tijd dringt?",
    "Wat vraagt het van mij om minder te doen?",
    "Wat gebeurt er als ik het niet meer overneem?",
    "Hoe vraag ik door als ik iets niet begrijp?",
    "Hoe leer ik zien wat werkt en wat het kost?",
    "Hoe houd ik vast aan wat ik belangrijk vind en hoe ik het wil doen?",
]
GOOD_EN = [
    "How do I get all parties along in our prevention plan?",
    "How do I set parties in motion without doing all the pulling myself?",
    "How do I make room for the talk that matters, even when interests clash?",
    "What does it ask of me to do less?",
    "What happens when I no longer take over?",
    "How do I ask on when I don’t understand something?",
]
GOOD_FOR_A_GROUP = {
    "nl": [
        "Hoe kan ik het gesprek over geld openen?",
        "Wat doe ik waardoor dit gesprek steeds uitgesteld kan worden?",
        "Hoe blijf ik nieuwsgierig als de wethouder mij onderbreekt?",
        "Ik wil graag weten wat ik over het hoofd zie.",
        "Hoe neem ik mijn plek in, zonder harder te gaan praten?",
        "Hoe kan ik niet meer trekken, maar juist ruimte maken?",
    ],
    "en": [
        "How can I open the talk about money?",
        "What do I do that lets this talk be put off?",
        "How do I stay curious when the alderman interrupts me?",
        "I wonder what I overlook here.",
    ],
}


def spoken(question: str, language: str, prompt: str = "") -> list[str]:
    heard = (check for check in CHECKS.values() if not prompt or prompt in check.prompts)
    return [check.id for check in heard if check.speaks(question, language)]


@pytest.mark.parametrize(
    ("check", "language", "question"),
    [(check, language, question) for (check, language), questions in SPEAKS.items() for question in questions],
)
def test_a_check_hears_what_it_is_for(check, language, question):
    assert check in spoken(question, language)


@pytest.mark.parametrize("question", GOOD_NL)
def test_a_good_dutch_question_is_left_in_peace(question):
    assert spoken(question, "nl", LEARNING_QUESTION) == []


@pytest.mark.parametrize("question", GOOD_EN)
def test_a_good_english_question_is_left_in_peace(question):
    assert spoken(question, "en", LEARNING_QUESTION) == []


@pytest.mark.parametrize(
    ("language", "question"), [(lang, each) for lang in GOOD_FOR_A_GROUP for each in GOOD_FOR_A_GROUP[lang]]
)
def test_a_good_question_to_the_group_is_left_in_peace(language, question):
    assert spoken(question, language, GROUP_QUESTION) == []


@pytest.mark.parametrize(
    ("question", "check"),
    [
        ("Kan ik hiermee doorgaan?", "yes-no"),
        ("Waarom lukt het mij niet?", "why"),
        ("Hoe krijgen zij het voor elkaar?", "others"),
        ("Wat is een goede vergadering?", "content"),
        ("Hoe begin ik, en hoe houd ik vol?", "two"),
        ("Hoe ga ik om met een directeur die niet luistert?", "blame"),
    ],
)
def test_a_question_to_the_group_is_open_about_oneself_and_one(question, check):
    assert spoken(question, "nl", GROUP_QUESTION)[0] == check


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_check_has_three_examples_and_asks_a_question_back(check, language):
    assert len(SPEAKS[check, language]) >= 3
    assert CHECKS[check].ask[language].endswith("?")


@pytest.mark.parametrize("text", ["", " ", "?", "Hoe", "Hoe krijg", "ik", "\n\n"])
def test_a_question_that_has_hardly_begun_is_not_checked(text):
    assert spoken(text, "nl") == spoken(text, "en") == []


@pytest.mark.parametrize("text", ["a " * 200_000, "ik " * 100_000, "?" * 300_000, "w" * 500_000, "en hoe " * 50_000])
def test_a_pasted_book_is_answered_at_once(text):
    assert set(spoken(text, "nl")) <= set(CHECKS)


def test_a_check_with_a_pattern_that_cannot_work_is_refused():
    with pytest.raises(ValidationError, match="no regular expression"):
        Check(id="bad", ask={"nl": "Echt?"}, pattern={"nl": "("})
