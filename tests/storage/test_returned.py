"""What comes home is taken in whole, once; a remark stands beside its fragment after a yes, and nothing gets lost."""

import datetime as dt

import pytest

from journal.domain.returning import ProposedRemark, RemarkKind, RemarkState, ReturnedKind
from journal.domain.sharing import PaperKind, PlacedFragment, Recipient
from journal.storage import journeys, remarks, returned, shares
from journal.storage.returned import Choice

STORY = "piece.9.moment.story"


@pytest.fixture
def journey_id(journal, clock) -> int:
    return journal.do(journeys.begin, "htc", began_on=clock.today(), meetings=[])


@pytest.fixture
def share_id(journal, journey_id) -> int:
    return journal.do(
        shares.remember,
        journey_id,
        preparation_id=None,
        kind=PaperKind.COACH,
        recipient=Recipient.COACH,
        recipient_name="Ans",
        code="K7",
        file_name="Voor Ans.pdf",
        pages=1,
        digest="",
        fragments=[STORY],
        placed=[PlacedFragment("K7-1", STORY, "Het moment", "Na de lunch", 1, 40, 100, 56, 540)],
    )


def note(text, **named):
    return ProposedRemark(RemarkKind.NOTE, text, "a.deboer", page=1, **named)


def taken(journal, journey_id, share_id=None, data=b"%PDF-1", *given):
    return journal.do(
        returned.take_in,
        journey_id,
        share_id=share_id,
        kind=ReturnedKind.PDF,
        sender="Ans",
        file_name="terug.pdf",
        data=data,
        remarks=given or [note("Mooi", code="K7-1", fragment=f"{STORY}#2"), note("En de rest")],
    )


def test_a_returned_paper_waits_with_all_its_remarks(journal, journey_id, share_id, clock):
    made = taken(journal, journey_id, share_id)

    (paper,) = journal.read(returned.listed, journey_id)
    assert (paper.id, paper.open, paper.kept, paper.came_at) == (made.returned_id, 2, 0, clock())
    assert [each.text for each in journal.read(returned.remarks, paper.id)] == ["Mooi", "En de rest"]
    assert journal.read(returned.data, paper.id) == b"%PDF-1"
    assert journal.read(remarks.beside, journey_id, [STORY]) == ()


def test_the_same_file_twice_is_said_and_nothing_doubles(journal, journey_id, share_id):
    first = taken(journal, journey_id, share_id)
    again = taken(journal, journey_id, share_id)

    assert again == returned.TakenIn(first.returned_id, already=True)
    assert len(journal.read(returned.remarks, first.returned_id)) == 2


def test_after_a_yes_it_stands_beside_its_fragment_and_never_in_it(journal, journey_id, share_id):
    made = taken(journal, journey_id, share_id)
    first, second = journal.read(returned.remarks, made.returned_id)

    before = journal.do(returned.decide, [Choice(first.id, RemarkState.KEPT, first.code, first.fragment)])
    journal.do(returned.decide, [Choice(second.id, RemarkState.LEFT, "", "")])

    (shown,) = journal.read(remarks.beside, journey_id, [STORY])
    assert (shown.text, shown.author, shown.fragment) == ("Mooi", "Ans", STORY)
    assert journal.read(remarks.beside_entry, journey_id, 9) == (shown,)
    assert journal.read(remarks.beside_entry, journey_id, 99) == ()
    assert journal.read(remarks.of_share, share_id) == (shown,)
    journal.do(returned.decide, before)
    assert journal.read(remarks.beside, journey_id, [STORY]) == ()


def test_another_fragment_may_be_chosen(journal, journey_id, share_id):
    made = taken(journal, journey_id, share_id)
    second = journal.read(returned.remarks, made.returned_id)[1]

    journal.do(returned.decide, [Choice(second.id, RemarkState.KEPT, "K7-1", STORY)])

    assert [each.text for each in journal.read(remarks.beside, journey_id, [f"{STORY}#1"])] == ["En de rest"]


def test_thrown_away_and_fetched_back(journal, journey_id, share_id):
    made = taken(journal, journey_id, share_id)
    journal.do(returned.add, made.returned_id, " Ze knikte. ", fragment=STORY)

    journal.do(returned.throw_away, made.returned_id)
    assert journal.read(returned.listed, journey_id) == ()
    assert journal.read(remarks.beside, journey_id, [STORY]) == ()
    assert [each.id for each in journal.read(returned.listed, journey_id, thrown_away=True)] == [made.returned_id]

    journal.do(returned.fetch_back, made.returned_id)
    assert [each.text for each in journal.read(remarks.beside, journey_id, [STORY])] == ["Ze knikte."]


def test_dropping_a_thrown_away_file_again_fetches_it_back(journal, journey_id):
    made = taken(journal, journey_id)
    journal.do(returned.throw_away, made.returned_id)

    assert taken(journal, journey_id).already
    assert len(journal.read(returned.listed, journey_id)) == 1


def test_half_a_paper_is_never_there(journal, journey_id):
    with pytest.raises(AttributeError):
        taken(journal, journey_id, None, b"%PDF-1", note("een"), None)

    assert journal.read(returned.listed, journey_id) == ()


def test_in_a_group_everybody_has_their_own_name(journal, journey_id):
    share_id = journal.do(
        shares.remember,
        journey_id,
        preparation_id=None,
        kind=PaperKind.PREPARATION,
        recipient=Recipient.GROUP,
        file_name="x.pdf",
        pages=1,
        digest="",
        fragments=[STORY],
    )
    made = taken(journal, journey_id, share_id)
    first = journal.read(returned.remarks, made.returned_id)[0]
    journal.do(returned.decide, [Choice(first.id, RemarkState.KEPT, first.code, first.fragment)])

    (shown,) = journal.read(remarks.beside, journey_id, [STORY])
    assert shown.author == "a.deboer"
    assert shown.came_on == dt.date(2026, 11, 20)
