"""What was shared is remembered: when, for whom, which fragments under which codes, and the very file."""

import hashlib
import re
from dataclasses import replace

import pytest
from sqlmodel import func, select

from journal.domain.changes import Change, changes
from journal.domain.records import Journey
from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.domain.sharing_records import Remark, Returned, ShareFile
from journal.storage import answers, entries, journeys, preparations, share_codes, shares
from journal.storage import snapshot as snapshots
from tests.storage.intervisie_story import ON, a_share, tell

PAPER = b"%PDF een paper"


@pytest.fixture
def story(journal):
    return tell(journal)


def remember(story, **more):
    told = a_share(story.preparation_id, **{"data": PAPER, "digest": hashlib.sha256(PAPER).hexdigest(), **more})
    return story.journal.do(shares.remember, story.journey_id, **told)


def files(story):
    return story.journal.read(lambda session: session.exec(select(func.count()).select_from(ShareFile)).one())


def taken(story, **named):
    return story.journal.read(snapshots.take, story.preparation_id, story.guidance, on=ON, **named)


def tick(story, *ids, on=True, recipient=Recipient.GROUP):
    named = {"guidance": story.guidance, "recipient": recipient}
    story.journal.do(preparations.tick_all, story.preparation_id, ids, on, **named)


def test_the_very_file_is_kept_and_two_savings_of_it_are_two_moments_and_one_file(story, clock):
    first = remember(story, file_name="Eerst.pdf", recipient_name="Groep Oost", code="K7", fragments=["case", "a"])
    clock.later(days=1)
    second = remember(story, file_name="Nog eens.pdf")
    assert files(story) == 1
    assert story.journal.read(shares.file, first) == story.journal.read(shares.file, second) == PAPER
    listed = story.journal.read(shares.listed, story.journey_id)
    assert [(paper.share.id, paper.share.file_name, paper.kept) for paper in listed] == [
        (second, "Nog eens.pdf", True),
        (first, "Eerst.pdf", True),
    ]
    assert listed[1].fragments == ("a", "case")
    assert (listed[1].share.recipient_name, listed[1].share.code, listed[1].returned) == ("Groep Oost", "K7", 0)
    other = remember(story, data=b"%PDF anders", digest=hashlib.sha256(b"%PDF anders").hexdigest())
    assert files(story) == 2
    assert story.journal.read(shares.file, other) == b"%PDF anders"


def test_a_paper_with_a_password_is_kept_without_it(story):
    locked = remember(story, digest="van het gesloten bestand", locked=True)
    assert story.journal.read(shares.file, locked) == PAPER
    remember(story)
    assert files(story) == 2


def test_other_bytes_than_were_saved_are_refused(story):
    with pytest.raises(ValueError, match="not the bytes"):
        remember(story, digest="0" * 64)
    assert story.journal.read(shares.listed, story.journey_id) == ()


def test_papers_from_before_files_were_kept_are_listed_without_one(story):
    old = remember(story, data=b"", digest="")
    remember(story, data=b"", digest="")
    assert story.journal.read(shares.file, old) == b""
    assert [paper.kept for paper in story.journal.read(shares.listed, story.journey_id)] == [False, False]


def test_where_the_fragments_stood_is_remembered_and_told_once_each(story):
    placed = (
        PlacedFragment("K7-1", "question", "Leervraag", "Hoe?", 1, 10.5, 20, 57, 500),
        PlacedFragment("K7-2", "piece.7.case.matter", "Casus", "Het speelt", 1, 30, 800, 57, 500),
        PlacedFragment("K7-2", "piece.7.case.matter", "Casus", "Het speelt", 2, 40, 90, 57, 500),
    )
    made = remember(story, placed=placed)
    assert story.journal.read(shares.placed, made) == placed
    assert story.journal.read(shares.what, made) == (
        shares.SharedPiece("K7-1", "question", "Leervraag", "Hoe?"),
        shares.SharedPiece("K7-2", "piece.7.case.matter", "Casus", "Het speelt"),
    )


def test_what_came_back_is_counted_with_its_paper(story, clock):
    first, second = remember(story), remember(story)

    @changes(Change.RETURNED)
    def come_back(session):
        for number in range(3):
            told = {"kind": "pdf", "sender": "", "file_name": "", "digest": "", "data": b""}
            back = Returned(journey_id=story.journey_id, share_id=first, came_at=clock(), **told)
            back.thrown_away_at = clock() if number == 2 else None
            session.add(back)
            session.flush()
            for _ in range(number + 1):
                said = {"kind": "note", "author": "", "text": "x", "quoted": "", "code": "", "fragment": ""}
                session.add(Remark(returned_id=back.id, state="proposed", **said))

    story.journal.do(come_back)
    listed = {paper.share.id: paper for paper in story.journal.read(shares.listed, story.journey_id)}
    assert (listed[first].returned, listed[first].remarks) == (2, 3)
    assert (listed[second].returned, listed[second].remarks) == (0, 0)


def test_shares_of_another_journey_are_not_among_these(story):
    other = story.journal.do(journeys.begin, "htc", began_on=ON)
    story.journal.do(shares.remember, other, **a_share(kind=PaperKind.JOURNAL, recipient=Recipient.SELF))
    assert story.journal.read(shares.listed, story.journey_id) == ()
    assert story.journal.read(preparations.whole, story.preparation_id).shares == ()
    assert len(story.journal.read(shares.listed, other)) == 1


def test_a_code_is_a_letter_and_one_or_two_digits_and_the_same_for_the_same_choices(story):
    assert taken(story).code == ""
    seen = set()
    for number in range(40):
        story.journal.do(answers.write, story.note_id, "note.text", f"Tekst {number}")
        tick(story, f"piece.{story.note_id}.note.text")
        code = taken(story).code
        assert re.fullmatch(r"[A-HJ-NP-Z][1-9][0-9]?", code)
        assert taken(story).code == code
        seen.add(code)
    assert len(seen) > 30


def test_saving_does_not_change_the_code_and_another_paper_never_gets_it(story):
    tick(story, "question")
    now = taken(story)
    remember(story, code=now.code, fragments=now.fragments)
    assert taken(story) == now
    tick(story, "question", recipient=Recipient.COACH)
    assert taken(story, recipient=Recipient.COACH).code != now.code

    def code_of(session, kind):
        journey = session.get(Journey, story.journey_id)
        return share_codes.code_for(session, journey, now, kind, story.preparation_id)

    assert story.journal.read(code_of, PaperKind.PREPARATION) == now.code
    assert story.journal.read(code_of, PaperKind.ONE_PAGE) != now.code
    number = share_codes.LETTERS.index(now.code[0]) * 99 + int(now.code[1:])
    following = f"{share_codes.LETTERS[number // 99 % 24]}{number % 99 + 1}"
    assert story.journal.read(code_of, PaperKind.ONE_PAGE) == following


def test_when_every_code_was_used_there_still_is_one(story):
    tick(story, "question")
    now = taken(story)

    @changes(Change.SHARES)
    def use_all(session):
        for letter in share_codes.LETTERS:
            for number in range(1, 100):
                shares.remember(session, story.journey_id, **a_share(code=f"{letter}{number}"))

    story.journal.do(use_all)
    assert taken(story).code == now.code


def test_the_code_says_nothing_about_a_name_behind_an_initial(story):
    tick(story, f"piece.{story.note_id}.note.text")
    now = taken(story)
    assert share_codes.content_digest(now, "a") != share_codes.content_digest(now, "b")
    plain = share_codes.content_digest(now, "a")
    ids = replace(now, fragments=("x",), code="Z9", notes=(replace(now.notes[0], pieces=tuple(
        replace(piece, fragment="anders") for piece in now.notes[0].pieces)),))  # fmt: skip
    assert share_codes.content_digest(ids, "a") == plain
    assert share_codes.content_digest(replace(now, writer="Iemand"), "a") != plain
    story.journal.do(entries.throw_away, story.reflection_id)
    assert taken(story).code == now.code
