"""Two laptops: a copy that went its own way comes home, and nothing is lost."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journal.domain.sharing import PaperKind, Recipient
from journal.errors import CannotRead, DamagedJournal, ForeignFile, OtherJournal
from journal.storage import (
    answers,
    attachments,
    copies,
    database,
    entries,
    keys,
    merge,
    preparations,
    shares,
    trash,
)
from journal.storage.database import OpenJournal
from journal.storage.health import check
from tests.conftest import CHEAP, PASSPHRASE, Clock
from tests.storage.beginnings import TODAY, text_of
from tests.storage.random_journals import everything
from tests.storage.two_copies import STEPS, base, copy_of, do, sheets, standing, texts


@pytest.fixture(scope="module")
def begun(tmp_path_factory) -> Path:
    return base(tmp_path_factory.mktemp("base") / "journal")


@pytest.fixture
def two(begun: Path, tmp_path: Path):
    """Mine and theirs, each with a clock."""
    mine_clock, theirs_clock = Clock(), Clock()
    with (
        copy_of(begun, tmp_path / "mine", mine_clock) as mine,
        copy_of(begun, tmp_path / "theirs", theirs_clock) as theirs,
    ):
        yield mine, mine_clock, theirs, theirs_clock


@settings(max_examples=40, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(first=STEPS, second=STEPS)
def test_every_text_of_either_side_is_there_after_merging(first, second, begun, tmp_path_factory):
    place = tmp_path_factory.mktemp("pair")
    one_clock, other_clock = Clock(), Clock()
    with copy_of(begun, place / "one", one_clock) as one, copy_of(begun, place / "other", other_clock) as other:
        do(one, one_clock, first)
        do(other, other_clock, second)
        all_texts, all_sheets = texts(one) | texts(other), sheets(one) | sheets(other)
        one.do(merge.merge, other, "de andere")
        assert all_texts <= texts(one)
        assert all_sheets <= sheets(one)
        after = everything(one)
        again = one.do(merge.merge, other, "de andere")
        assert again.nothing_new
        assert everything(one) == after
        other.do(merge.merge, one, "de ene")
        assert texts(other) == texts(one)
        assert standing(other) == standing(one)
        assert one.do(merge.merge, other, "de andere").nothing_new
        assert check(one).good
        assert check(other).good


def _entry(journal: OpenJournal) -> int:
    return journal.read(lambda s: min(s.connection().exec_driver_sql("SELECT id FROM entry").scalars()))


def test_the_newer_text_stays_and_the_other_one_waits_for_a_choice(two):
    mine, clock, theirs, their_clock = two
    entry = _entry(mine)
    clock.later(hours=1)
    mine.do(answers.write, entry, "note.text", "zo zag ik het")
    their_clock.later(hours=2)
    theirs.do(answers.write, entry, "note.text", "heel anders bekeken")
    found = mine.do(merge.merge, theirs, "laptop thuis")
    assert (found.differences, found.texts) == (1, 1)
    assert text_of(mine, entry, "note.text") == "heel anders bekeken"
    assert mine.read(answers.versions, entry, "note.text")[0].text == "zo zag ik het"


def test_what_went_on_from_the_other_is_no_difference(two):
    mine, clock, theirs, _ = two
    entry = _entry(mine)
    clock.later(hours=1)
    mine.do(answers.write, entry, "note.text", "heel iets anders dan eerst")
    found = mine.do(merge.merge, theirs, "laptop thuis")
    assert found.nothing_new
    found = theirs.do(merge.merge, mine, "laptop werk")
    assert found.differences == 0
    assert text_of(theirs, entry, "note.text") == "heel iets anders dan eerst"


def test_a_title_of_ones_own_is_kept_where_an_answer_became_the_title(two):
    mine, clock, theirs, their_clock = two
    entry = _entry(mine)
    clock.later(hours=1)
    mine.do(answers.write, entry, "moment.name", "anders")
    their_clock.later(hours=2)
    theirs.do(entries.set_title, entry, "wad")
    mine.do(merge.merge, theirs, "thuis")
    assert mine.read(entries.whole, entry).entry.title == "anders"
    assert "wad" in texts(mine)
    assert mine.do(merge.merge, theirs, "thuis").nothing_new


def test_thrown_away_there_and_unchanged_here_is_thrown_away_and_can_be_fetched_back(two):
    mine, _, theirs, their_clock = two
    entry = _entry(mine)
    their_clock.later(hours=1)
    theirs.do(entries.throw_away, entry)
    assert mine.do(merge.merge, theirs, "thuis").thrown_away == 1
    assert mine.read(entries.whole, entry).entry.thrown_away_at
    mine.do(entries.fetch_back, entry)
    assert text_of(mine, entry, "note.text") == "begin 0"


def test_thrown_away_there_and_written_in_here_stays(two):
    mine, clock, theirs, _ = two
    entry = _entry(mine)
    theirs.do(entries.throw_away, entry)
    clock.later(hours=1)
    mine.do(answers.write, entry, "note.text", "begin 0 en verder")
    assert mine.do(merge.merge, theirs, "thuis").kept == 1
    assert mine.read(entries.whole, entry).entry.thrown_away_at is None
    theirs.do(merge.merge, mine, "werk")
    assert theirs.read(entries.whole, entry).entry.thrown_away_at is None


def _ticks(journal: OpenJournal) -> set[str]:
    return journal.read(lambda s: set(s.connection().exec_driver_sql("SELECT fragment FROM ticked_fragment").scalars()))


def _tick(journal: OpenJournal, *fragments: str) -> None:
    from tests.storage.random_journals import put

    rows = [{"preparation_id": 1, "recipient": "group", "fragment": each, "digest": each} for each in fragments]
    journal.do(put, {"ticked_fragment": rows})


def test_a_tick_stays_only_when_both_have_it(two):
    mine, _, theirs, _ = two
    _tick(mine, "question", "case")
    _tick(theirs, "case", "themes")
    assert mine.do(merge.merge, theirs, "thuis").unticked == 1
    assert _ticks(mine) == {"case"}
    theirs.do(merge.merge, mine, "werk")
    assert _ticks(theirs) == {"case"}


@settings(max_examples=25, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    common=st.sets(st.sampled_from("abcdef")), mine=st.sets(st.sampled_from("abcdef")), also=st.sampled_from("abcdef")
)
def test_no_tick_ever_appears_that_one_side_did_not_have(common, mine, also, begun, tmp_path_factory):
    place = tmp_path_factory.mktemp("ticks")
    with copy_of(begun, place / "one", Clock()) as one, copy_of(begun, place / "other", Clock()) as other:
        _tick(one, *common, *(mine - common))
        _tick(other, *common, *({also} - common))
        before = _ticks(one) & _ticks(other)
        one.do(merge.merge, other, "de andere")
        other.do(merge.merge, one, "de ene")
        assert _ticks(one) == _ticks(other) == before


def test_pictures_with_the_same_number_on_both_sides_keep_their_own_captions(two):
    mine, _, theirs, _ = two
    entry = _entry(mine)
    for journal, words in ((mine, "mijn foto"), (theirs, "hun foto")):
        made = journal.do(attachments.add, entry, "photo", b"\xff\xd8" + words.encode(), width=1, height=1)
        journal.do(answers.write, entry, attachments.prompt_of(made, "caption"), words)
    mine.do(merge.merge, theirs, "thuis")
    found = mine.read(attachments.of_entry, entry)
    told = {line.caption: mine.read(attachments.data, line.id)[2:].decode() for line in found}
    assert told == {"mijn foto": "mijn foto", "hun foto": "hun foto"}


def test_a_preparation_of_the_other_laptop_comes_along(two):
    mine, _, theirs, clock = two
    clock.later(hours=1)
    theirs.do(preparations.prepare, 1, on=TODAY, method_id="balint")
    mine.do(merge.merge, theirs, "thuis")
    newest = mine.read(preparations.current, 1)
    assert newest is not None
    assert newest.method_id == "balint"


def test_a_sealed_copy_of_this_journal_is_merged_and_stays_as_it_is(two, tmp_path: Path):
    mine, _, theirs, clock = two
    clock.later(hours=1)
    theirs.do(entries.start, 1, "note", on=TODAY, title="onderweg")
    copies.write_copy(theirs, tmp_path / "a.reisgezel")
    before = (tmp_path / "a.reisgezel").read_bytes()
    assert merge.merge_copy(mine, tmp_path / "a.reisgezel", "thuis").entries == 1
    assert "onderweg" in texts(mine)
    assert (tmp_path / "a.reisgezel").read_bytes() == before
    assert not [path for path in mine.folder.iterdir() if path.name.startswith(".copy-")]


def test_what_a_killed_program_left_of_a_copy_goes_with_the_next_merging(two, tmp_path: Path):
    mine, _, theirs, _ = two
    (mine.folder / ".copy-old").mkdir()
    (mine.folder / ".copy-old" / "journal.db").write_bytes(b"left")
    copies.write_copy(theirs, tmp_path / "a.reisgezel")
    merge.merge_copy(mine, tmp_path / "a.reisgezel", "thuis")
    assert not (mine.folder / ".copy-old").exists()


def test_a_copy_of_another_journal_is_refused(two, tmp_path: Path):
    mine = two[0]
    before = everything(mine)
    with database.create(tmp_path / "x", PASSPHRASE, keys.new_root(), cost=CHEAP) as other:
        copies.write_copy(other, tmp_path / "x.reisgezel")
    with pytest.raises(OtherJournal):
        merge.merge_copy(mine, tmp_path / "x.reisgezel", "thuis")
    assert everything(mine) == before


def test_a_file_that_is_no_copy_or_half_of_one_changes_nothing(two, tmp_path: Path):
    mine, _, theirs, _ = two
    before = everything(mine)
    copies.write_copy(theirs, tmp_path / "a.reisgezel")
    data = (tmp_path / "a.reisgezel").read_bytes()
    (tmp_path / "a.reisgezel").write_bytes(data[: len(data) // 2])
    (tmp_path / "b.reisgezel").write_bytes(b"niets")
    for name, error in (("a", DamagedJournal), ("b", ForeignFile), ("c", CannotRead)):
        with pytest.raises(error):
            merge.merge_copy(mine, tmp_path / f"{name}.reisgezel", "thuis")
    assert everything(mine) == before


def test_names_that_print_in_full_on_one_side_only_are_hidden_after_merging(two):
    mine, mine_clock, theirs, theirs_clock = two
    (prepared,) = mine.read(lambda s: list(s.connection().exec_driver_sql("SELECT id FROM preparation").scalars()))
    theirs.do(preparations.set_initials, prepared, False)
    mine_clock.later(days=1)
    theirs_clock.later(days=2)
    theirs.do(answers.write, _entry(theirs), "note.text", "later geschreven")  # theirs is the newer journal
    mine.do(merge.merge, theirs, "werk")
    assert mine.read(preparations.whole, prepared).preparation.initials
    theirs.do(merge.merge, mine, "thuis")
    assert theirs.read(preparations.whole, prepared).preparation.initials


def test_what_was_erased_here_does_not_come_back_with_a_copy(two):
    mine, _, theirs, theirs_clock = two
    gone = _entry(mine)
    text = text_of(mine, gone, "note.text")
    with_it = {"kind": PaperKind.SESSION, "recipient": Recipient.COACH, "file_name": "A.pdf", "pages": 1}
    journey = theirs.read(lambda s: next(s.connection().exec_driver_sql("SELECT id FROM journey").scalars()))
    theirs.do(
        shares.remember,
        journey,
        preparation_id=None,
        digest=sha256(b"%PDF").hexdigest(),
        data=b"%PDF",
        fragments=[f"piece.{gone}.note.text"],
        **with_it,
    )
    mine.do(entries.throw_away, gone)
    mine.do(trash.erase, trash.ThrownKind.ENTRY, gone)
    drawn = mine.read(lambda s: next(s.connection().exec_driver_sql("SELECT id FROM attachment").scalars()))
    theirs.do(answers.write, 3, f"attachment.{drawn}.caption", "wegbijschrift")
    mine.do(attachments.throw_away, drawn)
    mine.do(trash.erase, trash.ThrownKind.ATTACHMENT, drawn)
    for _ in range(2):
        mine.do(merge.merge, theirs, "werk")
        assert text not in texts(mine)
        assert "wegbijschrift" not in texts(mine)
        assert mine.read(lambda s: s.connection().exec_driver_sql("SELECT count(*) FROM attachment").scalar()) == 0
        (paper,) = mine.read(shares.listed, journey)
        assert not paper.kept
        assert check(mine).good
    theirs.do(merge.merge, mine, "thuis")
    assert text in texts(theirs)  # there it was not erased, and nothing is lost
    mine.do(merge.merge, theirs, "werk")
    assert text not in texts(mine)
    theirs_clock.later(days=3)
    theirs.do(answers.write, gone, "note.text", "toch weer opgepakt")
    mine.do(merge.merge, theirs, "werk")
    assert "toch weer opgepakt" in texts(mine)
    assert check(mine).good
