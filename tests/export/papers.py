"""An invented participant, Marjan de Wit, halfway on her journey: the snapshot that the mock-ups show."""

import datetime as dt
from dataclasses import replace

from journal.domain.snapshot import (
    Case,
    ExperimentNow,
    NameChoice,
    Piece,
    PlaceNow,
    Places,
    QuestionVersion,
    Reflection,
    ReflectionPiece,
    SinceLastTime,
    Snapshot,
    ThemeNow,
    Themes,
)

MADE_ON = dt.date(2026, 12, 1)
SECTIONS = (
    "since",
    "question",
    "context",
    "places",
    "case",
    "reflections",
    "themes",
    "experiments",
    "next_step",
    "notes",
    "harvest",
)

MATTER = (
    "Sinds het voorjaar werk ik met zes partijen aan een plan voor gezonde wijken in drie dorpen. "
    "Iedereen zegt ja. Zodra het over geld gaat, schuift het punt door naar de volgende vergadering. "
    "Ik merk dat ik het dan overneem: ik schrijf een notitie, bel na en los het op. Daarna is het weer "
    "stil. Henk van de zorgverzekeraar vertelde me onderweg wat er bij hem speelt. De rest van de "
    "tafel weet dat niet, en ik weet niet of het aan mij is om erover te beginnen."
)


def marjan() -> Snapshot:
    return Snapshot(
        made_on=MADE_ON,
        writer="Marjan de Wit",
        edition="najaar 2026",
        meeting_on=dt.date(2026, 12, 8),
        after_session_id="two-day-2",
        names=(NameChoice("Henk", "H."), NameChoice("Fatima", "F.")),
        since=SinceLastTime(
            dt.date(2026, 10, 27),
            "Ik nam mee: één gesprek zonder agenda. Dat werd de wandeling met Henk. Ik trek nu minder, en er komt "
            "meer op tafel.",
        ),
        question=(
            QuestionVersion(
                "Hoe maak ik ruimte voor het gesprek dat ertoe doet, ook als belangen botsen?",
                dt.date(2026, 11, 20),
                "Van anderen in beweging brengen naar zelf ruimte maken.",
            ),
            QuestionVersion("Hoe breng ik partijen in beweging zonder dat ik zelf alles trek?", dt.date(2026, 10, 20)),
            QuestionVersion("Hoe krijg ik alle partijen mee in ons preventieplan?", dt.date(2026, 9, 19)),
        ),
        context=(),
        places=Places(
            me=(PlaceNow("trials", "Ik ben drukker met schuiven dan met praten."),),
            us=(PlaceNow("threshold", "Begonnen, maar niet hardop."),),
            visited=("call", "refusal", "mentor", "threshold", "trials"),
            furthest="trials",
            dates=tuple(
                dt.date(2026, month, day) for month, day in ((9, 24), (9, 25), (10, 6), (10, 20), (11, 3), (11, 23))
            ),
        ),
        case=Case(
            "Het gesprek dat we steeds uitstellen",
            (Piece("case.matter", MATTER),),
            "Wat doe ik waardoor dit gesprek steeds uitgesteld kan worden?",
            "gossip",
        ),
        reflections=(
            _reflection(
                "Twintig mensen, één flip-over",
                "two-day-1",
                (dt.date(2026, 9, 24), dt.date(2026, 9, 25)),
                "Ik hoorde mezelf uitleggen hoe het moest. Fatima vroeg: “En wat weet je nog niet?” Daar had ik geen "
                "antwoord op. Die vraag heb ik mee naar huis genomen.",
            ),
            _reflection(
                "Wandeling met Henk",
                "two-day-2",
                (dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
                "In mijn hoofd zat hij aan de andere kant van de tafel. Onderweg had hij vooral iemand nodig die een "
                "halfuur zonder agenda met hem opliep. Toen werd het stil bij mij.",
            ),
        ),
        themes=Themes(
            (
                ThemeNow(
                    "transformation",
                    "Het gaat in ons overleg voor het eerst over wat we gaan laten. Dat had ik in september niet "
                    "durven voorspellen.",
                    3,
                    2,
                ),
                ThemeNow(
                    "cooperation",
                    "Er is meer vertrouwen dan ik dacht, maar het zit bij personen. Als Fatima een middag mist, "
                    "valt het stil.",
                    3,
                    2,
                ),
                ThemeNow(
                    "leadership",
                    "Ik zeg eerder wat ik spannend vind. Het kost minder dan ik vreesde en het levert een beter "
                    "gesprek op.",
                    4,
                    2,
                ),
            ),
            "two-day-2",
            "two-day-1",
        ),
        experiments=(
            ExperimentNow(
                "Beginnen met mijn eigen belang",
                (
                    Piece(
                        "experiment.suspicion", "Als ik zeg wat er voor mij op het spel staat, durven anderen dat ook."
                    ),
                    Piece("experiment.action", "In het overleg beginnen met één zin over wat ik spannend vind."),
                    Piece("experiment.saw", "Het bleef lang stil. Toen kwam er lucht."),
                    Piece("experiment.learn", "Stilte is niet hetzelfde als weerstand. Ik hoef hem niet te vullen."),
                    Piece("experiment.next", "Vóór kerst twee gesprekken zonder agenda."),
                ),
            ),
        ),
        next_step="Ik vraag Henk of hij op 15 december zelf wil vertellen wat hij mij vertelde. Zegt hij nee, dan "
        "vraag ik wat ervoor nodig is.",
        notes=(),
        harvest=True,
    )


def with_notes() -> Snapshot:
    note = _reflection("Wie zit er niet aan tafel?", "webinar-2", (dt.date(2026, 10, 20), None), "De bewoners zelf.")
    context = (ReflectionPiece("context.why_now", "De zorg piept en kraakt."),)
    return replace(marjan(), notes=(note,), context=context)


def only(*sections: str) -> Snapshot:
    """The same participant with nothing ticked but these sections."""
    empty = Snapshot(made_on=MADE_ON, writer="Marjan de Wit", names=marjan().names)
    return replace(empty, **{section: getattr(with_notes(), section) for section in sections})


def saying(text: str) -> Snapshot:
    """A paper in which every text of the writer is this text."""
    line = " ".join(text.split())
    day = MADE_ON
    return replace(
        marjan(),
        writer=line[:200],
        edition=line[:80],
        names=(),
        since=SinceLastTime(None, text),
        question=(QuestionVersion(line, day, text), QuestionVersion(line, day)),
        places=Places((PlaceNow("trials", text),), (PlaceNow("trials", text),), ("trials",), "trials", (day,)),
        case=Case(line, (Piece("case.matter", text), Piece("case.help", text)), line, "gossip"),
        reflections=(_reflection(line, "two-day-1", (day, None), text),),
        themes=Themes((ThemeNow("transformation", text, 2, None),)),
        experiments=(ExperimentNow(line, (Piece("experiment.saw", text),)),),
        next_step=text,
    )


def _reflection(title: str, session: str, days: tuple[dt.date, dt.date | None], text: str) -> Reflection:
    return Reflection(title, session, *days, (ReflectionPiece("moment.story", text),))
