"""What a sheet can hold, by the fixed vocabulary of methods: only words of the app, and room to write."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from journal.text import tr

Part = dict[str, Any]
BRINGER, MEMBER, NOTES = "bringer", "member", "notes"


class Sheet(NamedTuple):
    """For whom a sheet is, and what makes its parts."""

    reader: str
    parts: Callable[[], list[Part]]


def _lines(heading: str, caption: str, count: int) -> Part:
    return {"kind": "lines", "heading": heading, "caption": caption, "count": count}


def _numbered(heading: str, caption: str, count: int) -> Part:
    return {"kind": "numbered", "heading": heading, "caption": caption, "count": count, "answers": []}


def _table(heading: str, caption: str, columns: list[tuple[str, int]], rows: int) -> Part:
    named = [{"name": name, "share": share} for name, share in columns]
    return {"kind": "table", "heading": heading, "caption": caption, "columns": named, "rows": rows}


def _begun(heading: str, caption: str, beginnings: list[tuple[str, int]]) -> Part:
    rows = [{"words": words, "lines": lines} for words, lines in beginnings]
    return {"kind": "begun", "heading": heading, "caption": caption, "rows": rows}


def _open_questions() -> list[Part]:
    return [
        _numbered(tr("My open questions"), tr("Three at most. They begin with what, how, who or when."), 3),
        _lines(tr("What strikes me"), tr("Keep it for the talk among yourselves: kindly, and without advice."), 8),
    ]


def _rate_questions() -> list[Part]:
    told = tr("Write down every question, and mark how close it comes to the core.")
    asked = _numbered(tr("Questions from the group"), told, 9)
    return [{**asked, "answers": [tr("warm"), tr("lukewarm"), tr("cold")]}]


def _facts() -> list[Part]:
    told = tr("Facts only: who, what, where, when, how long. No why yet.")
    return [_lines(tr("Facts that I still need"), told, 7)]


def _own_choice() -> list[Part]:
    told = tr("In your place, at that moment")
    return [_begun(tr("My own choice"), told, [(tr("I would have"), 4), (tr("because"), 4)])]


def _touches_me() -> list[Part]:
    told = tr("Take notes without answering: words, sentences, images.")
    columns = [(tr("What I hear"), 1), (tr("What it does to me"), 1)]
    return [
        _table(tr("What touches me"), told, columns, 10),
        _lines(tr("This I take along"), tr("And what fits less, you leave on the table."), 4),
    ]


def _associations() -> list[Part]:
    told = tr("Write down what comes up, even when it seems odd. There is no need to explain.")
    return [
        _begun(
            tr("What comes up"),
            told,
            [
                (tr("An image"), 4),
                (tr("A feeling, or something in my body"), 4),
                (tr("A memory of my own"), 4),
                (tr("If I were the case bringer"), 3),
                (tr("If I were the other"), 3),
            ],
        )
    ]


def _key_question() -> list[Part]:
    told = tr("One question with ‘I’ in it, found together with the facilitator")
    return [
        _lines(tr("What my story turns on"), tr("In a few words"), 3),
        _lines(tr("My key question"), told, 3),
    ]


def _module() -> list[Part]:
    ways = [
        (tr("Associations"), tr("All that comes up, without testing it.")),
        (tr("Advice"), tr("This is what I would do.")),
        (tr("Own experience"), tr("This is how it went with me.")),
        (tr("The opposite"), tr("This is how you would make it worse.")),
    ]
    options = [{"name": name, "explain": explain} for name, explain in ways]
    caption = tr("Choose one.")
    return [
        {"kind": "options", "heading": tr("How the group may think along"), "caption": caption, "options": options},
        _lines(tr("What appeals to me"), tr("Say it in the end, and give thanks."), 4),
    ]


def _notes() -> list[Part]:
    told = tr("As literally as you can. In the end you give this sheet to the case bringer.")
    return [_lines(tr("What is said"), told, 19)]


def _core() -> list[Part]:
    columns = [(tr("According to"), 1), (tr("it turns on"), 3)]
    return [
        _table(tr("The core, as the group sees it"), tr("One sentence from each"), columns, 5),
        _lines(tr("What hits home"), tr("Choose for yourself."), 1),
    ]


def _new_question() -> list[Part]:
    return [
        _lines(tr("My question, anew"), tr("In your own words, as it sounds now"), 2),
        _lines(tr("How I want to go about it"), tr("Before the tips come"), 3),
    ]


def _advice() -> list[Part]:
    columns = [(tr("From"), 1), (tr("Advice"), 3)]
    return [
        _table(tr("One piece of advice from each"), tr("Take notes; discussing it can wait."), columns, 5),
        _lines(tr("What I do with it"), tr("You take what fits, and give thanks for the rest."), 2),
    ]


def _strengths() -> list[Part]:
    columns = [(tr("Strength"), 1), (tr("By what it showed"), 2)]
    return [
        _table(tr("Strengths that the others see"), tr("Hear it out, without ‘yes, but’."), columns, 12),
        _lines(tr("Where I need this now"), tr("Somewhere in my learning question"), 4),
    ]


def _success_factors() -> list[Part]:
    columns = [(tr("What I did"), 1), (tr("What was favourable around me"), 1)]
    return [
        _table(tr("What made it work"), tr("Lay apart what was yours and what was there."), columns, 12),
        _lines(tr("I want more of this"), tr("And where will you begin?"), 4),
    ]


def _heat_point() -> list[Part]:
    told = tr("The moment when it grew tense, as precisely as you can")
    begun = [(tr("Then I did"), 4), (tr("Then I thought"), 4), (tr("Then I felt"), 3), (tr("because"), 5)]
    return [_begun(tr("The heat point"), told, begun)]


def _own_versions() -> list[Part]:
    told = tr("In your place, at that moment")
    begun = [
        (tr("I would have done"), 3),
        (tr("I would have thought"), 2),
        (tr("I would have felt"), 2),
        (tr("because"), 4),
    ]
    return [_begun(tr("My own version"), told, begun)]


def _values() -> list[Part]:
    columns = [(tr("Value"), 2), (tr("In whose answer"), 2), (tr("With what it clashes"), 3)]
    return [_table(tr("Values beneath the answers"), tr("One word is enough."), columns, 6)]


def _quadrant() -> list[Part]:
    sides = [tr("Quality"), tr("Pitfall"), tr("Challenge"), tr("Allergy")]
    seen = [tr("What I see"), tr("What others see"), tr("What I ask of others")]
    told = tr("Lay it beside your case, and let the others fill in what they see.")
    return [{"kind": "mirror", "heading": tr("The mirror"), "caption": told, "rows": sides, "columns": seen}]


def _take_along() -> list[Part]:
    return [_lines(tr("What I take along to my own work"), tr("And what I will do with it"), 6)]


SHEETS: Final[dict[str, Sheet]] = {
    "open-questions": Sheet(MEMBER, _open_questions),
    "rate-questions": Sheet(BRINGER, _rate_questions),
    "facts": Sheet(MEMBER, _facts),
    "own-choice": Sheet(MEMBER, _own_choice),
    "touches-me": Sheet(BRINGER, _touches_me),
    "associations": Sheet(MEMBER, _associations),
    "key-question": Sheet(BRINGER, _key_question),
    "module": Sheet(BRINGER, _module),
    "notes": Sheet(NOTES, _notes),
    "core": Sheet(BRINGER, _core),
    "new-question": Sheet(BRINGER, _new_question),
    "advice": Sheet(BRINGER, _advice),
    "strengths": Sheet(BRINGER, _strengths),
    "success-factors": Sheet(BRINGER, _success_factors),
    "heat-point": Sheet(BRINGER, _heat_point),
    "own-versions": Sheet(MEMBER, _own_versions),
    "values": Sheet(MEMBER, _values),
    "quadrant": Sheet(BRINGER, _quadrant),
    "take-along": Sheet(MEMBER, _take_along),
}
