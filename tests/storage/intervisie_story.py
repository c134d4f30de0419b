"""A small journal in which every piece of text can be told from every other by a marker."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any

from journal import guidance_files
from journal.domain.guidance import Guidance
from journal.domain.records import Who
from journal.domain.sharing import PaperKind, Recipient
from journal.storage import answers, entries, experiments, journeys, marks, places, preparations, questions
from journal.storage.database import OpenJournal
from journal.storage.journeys import PlannedMeeting

ON = dt.date(2026, 12, 1)


@dataclass
class Story:
    """The journal with its ids; ``markers`` tell by fragment id which signs may then be on paper."""

    journal: OpenJournal
    guidance: Guidance
    journey_id: int
    preparation_id: int
    reflection_id: int
    note_id: int
    experiment_id: int
    markers: dict[str, tuple[str, ...]]

    @staticmethod
    def company(id_: str) -> set[str]:
        """What must be ticked too before this says anything."""
        if ".place." in id_:
            return {"places"}
        return {"question"} if ".question." in id_ else set()


@cache
def htc() -> Guidance:
    """The guidance of the shipped programme."""
    return guidance_files.guidance_for(next(each for each in guidance_files.shipped() if each.id == "htc"))


def a_share(preparation_id: int | None = None, **more: Any) -> dict[str, Any]:
    """What ``shares.remember`` wants to know of a paper for the group."""
    told = {"kind": PaperKind.PREPARATION, "recipient": Recipient.GROUP, "file_name": "A.pdf", "pages": 2}
    return {**told, "preparation_id": preparation_id, "digest": "d", "fragments": [], **more}


def tell(journal: OpenJournal) -> Story:
    """Write it."""
    meeting = PlannedMeeting("two-day-1", "two_day", dt.date(2026, 9, 24), dt.date(2026, 9, 25))
    journey_id = journal.do(
        journeys.begin,
        "htc",
        own_name="Marjan de Wit",
        group_name="Groep Oost",
        edition="najaar 2026",
        began_on=dt.date(2026, 9, 1),
        meetings=[meeting],
    )
    meeting_id = journal.read(journeys.meetings, journey_id)[0].id
    journal.do(questions.write_version, journey_id, "Hoe mQa?", on=dt.date(2026, 9, 19))
    journal.do(questions.write_version, journey_id, "Hoe mQb?", on=dt.date(2026, 11, 20), reason="Om mQc.")
    reflection_id = _reflection(journal, journey_id, meeting_id)
    note_id = journal.do(entries.start, journey_id, "note", on=dt.date(2026, 10, 6), title="Titel mNa")
    journal.do(answers.write, note_id, "note.text", "Aantekening mNb over Fatima.")
    experiment_id = journal.do(
        experiments.begin, journey_id, on=dt.date(2026, 11, 3), title="Proef mEa", suspicion="Denk mEb"
    )
    context_id = journal.do(entries.one_of, journey_id, "question_context", on=dt.date(2026, 9, 20))
    journal.do(answers.write, context_id, "context.why_now", "Nu mCa")
    preparation_id = journal.do(
        preparations.prepare, journey_id, on=ON, meeting_on=dt.date(2026, 12, 8), method_id="gossip"
    )
    case_id = journal.read(preparations.whole, preparation_id).preparation.case_entry_id
    for prompt_id, text in {
        "case.title": "Casus mKa",
        "case.matter": "Het speelt mKb met Henk.",
        "case.question": "Wat doe ik mKc?",
        "case.since": "Ik nam mee mSa.",
    }.items():
        journal.do(answers.write, case_id, prompt_id, text)
    versions = journal.read(questions.versions, journey_id)
    markers = {
        "question": ("mQb",),
        f"piece.{versions[0].entry_id}.question.reason": ("mQc",),
        f"piece.{versions[1].entry_id}.question.text": ("mQa",),
        "places": (),
        f"piece.{reflection_id}.place.me.trials": ("mPa",),
        f"piece.{reflection_id}.place.us.threshold": ("mPb",),
        f"piece.{case_id}.case.title": ("mKa",),
        f"piece.{case_id}.case.matter": ("mKb",),
        f"piece.{case_id}.case.question": ("mKc",),
        f"piece.{case_id}.case.since": ("mSa",),
        f"piece.{reflection_id}.moment.story": ("mRa", "mRt"),
        f"piece.{reflection_id}.stage.trials.me": ("mRb",),
        f"piece.{reflection_id}.next.closing": ("mRc",),
        f"piece.{note_id}.note.text": ("mNa", "mNb"),
        f"piece.{reflection_id}.theme.transformation": ("mTa",),
        f"piece.{reflection_id}.mark.transformation": (),
        f"piece.{experiment_id}.experiment.title": ("mEa",),
        f"piece.{experiment_id}.experiment.suspicion": ("mEb",),
        f"piece.{reflection_id}.next.will": ("mXa",),
        "harvest": (),
        f"piece.{context_id}.context.why_now": ("mCa",),
    }
    return Story(journal, htc(), journey_id, preparation_id, reflection_id, note_id, experiment_id, markers)


def _reflection(journal: OpenJournal, journey_id: int, meeting_id: int | None) -> int:
    entry_id = journal.do(
        entries.start, journey_id, "reflection", on=dt.date(2026, 9, 25), meeting_id=meeting_id, depth="steps"
    )
    for prompt_id, text in {
        "moment.story": "Het moment mRa met Henk en Fatima.",
        "moment.name": "Naam mRt",
        "stage.trials.me": "Voor mij mRb.",
        "theme.transformation": "Thema mTa.",
        "next.will": "Ik vraag mXa aan Henk.",
        "next.closing": "Slot mRc.",
    }.items():
        journal.do(answers.write, entry_id, prompt_id, text)
    journal.do(places.place, entry_id, Who.ME, ["trials"])
    journal.do(places.notice, entry_id, Who.ME, "trials", "Merk mPa.")
    journal.do(places.place, entry_id, Who.US, ["threshold"])
    journal.do(places.notice, entry_id, Who.US, "threshold", "Merk mPb.")
    journal.do(marks.mark, entry_id, "transformation", 3)
    return entry_id
