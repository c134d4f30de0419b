"""The page of papers, as a participant uses it: with a real journal, real papers and real files."""

import datetime as dt
import time

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLineEdit, QRadioButton, QWidget

from journal import guidance_files
from journal.domain.records import Depth, Who
from journal.domain.sharing import PaperKind, Recipient
from journal.export import locked
from journal.storage import answers, entries, journeys, places, preparations, questions, shares
from tests.export.reading import words
from ui import theme
from ui.pages.papers import PapersPage
from ui.store import Store
from ui.widgets.paper_large import LargePreview
from ui.widgets.paper_password import PasswordPart

GUIDANCE = guidance_files.guidance_for(next(each for each in guidance_files.shipped() if each.id == "htc"))
STORY = "Het werd stil bij Henk. Niemand zei iets. Toen vroeg Fatima wat ik niet wist."


@pytest.fixture
def store(journal, clock):
    planned = [
        journeys.PlannedMeeting("two-day-1", "two_day", dt.date(2026, 9, 24), dt.date(2026, 9, 25)),
        journeys.PlannedMeeting("two-day-2", "two_day", dt.date(2026, 11, 19), dt.date(2026, 11, 20)),
    ]
    journey = journal.do(
        journeys.begin, "htc", own_name="Marjan de Wit", began_on=dt.date(2026, 9, 19), meetings=planned
    )
    made = Store(journal, GUIDANCE, journey, now=clock)
    for meeting in made.read(journeys.meetings, journey):
        entry = made.do(
            entries.start, None, journey, "reflection", on=made.today(), meeting_id=meeting.id, depth=Depth.STEPS
        )
        made.do(entries.set_title, None, entry, "Wandeling met Henk")
        made.do(answers.write, None, entry, "moment.story", STORY)
        made.do(answers.write, None, entry, "next.will", "Ik bel Henk morgen.")
        made.do(places.place, None, entry, Who.ME, ["trials"])
    made.do(questions.write_version, None, journey, "Hoe maak ik ruimte?", on=made.today())
    return made


@pytest.fixture
def page(store, qtbot):
    made = PapersPage(store)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    return made


def find(page, name, kind=QAbstractButton):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def boxes(page):
    """The boxes that are there now."""
    return [each for each in page.chosen.pieces.findChildren(QCheckBox) if each.isVisibleTo(page)]


def shown(page, qtbot, kind):
    """Wait for the paper of a kind."""
    qtbot.waitUntil(lambda: page.preview.paper is not None and page.preview.paper.kind is kind, timeout=20_000)
    return page.preview.paper


def fresh(page, qtbot):
    """Wait until the newest paper is the one that is shown."""
    qtbot.waitUntil(page._maker.is_fresh, timeout=20_000)
    qtbot.wait(20)
    return page.preview.paper


def saved(page, qtbot, target):
    page.save_to(target)
    qtbot.waitUntil(lambda: target.name in page.give.note(), timeout=20_000)
    return target.read_bytes()


def test_for_oneself_a_reflection_is_whole_and_the_file_is_the_preview(page, qtbot, tmp_path, store):
    paper = shown(page, qtbot, PaperKind.SESSION)
    data = saved(page, qtbot, tmp_path / "Reflectie.pdf")
    assert data == paper.data
    assert STORY in words(data)
    kept = store.read(shares.listed, store.journey_id)[0]
    assert kept.share.kind == PaperKind.SESSION
    assert kept.share.recipient == Recipient.SELF
    assert store.read(shares.file, kept.share.id) == data


def test_for_the_coach_everything_begins_unticked_and_one_tick_is_one_answer(page, qtbot, tmp_path, store):
    shown(page, qtbot, PaperKind.SESSION)
    find(page, "papers.reader.2").click()
    assert not any(box.isChecked() for box in boxes(page))
    assert not page.chosen.pieces.chosen()
    qtbot.waitUntil(lambda: fresh(page, qtbot).pages == 0, timeout=20_000)
    assert not page.give.save.isEnabled()
    name = find(page, "papers.reader.name", QLineEdit)
    name.setText("Els Vermeer")
    name.editingFinished.emit()
    will = next(b for b in boxes(page) if b.objectName().endswith(".next.will"))
    will.click()
    qtbot.waitUntil(lambda: bool(fresh(page, qtbot).pages), timeout=20_000)
    data = saved(page, qtbot, tmp_path / "Voor Els.pdf")
    assert page.chosen.options.style_name() == "full"
    read = words(data)
    assert "Ik bel H. morgen." in read
    assert "voor Els Vermeer" in read
    assert "stil" not in read
    assert store.read(journeys.current).coach_name == "Els Vermeer"
    kept = store.read(shares.listed, store.journey_id)[0]
    placed = store.read(shares.placed, kept.share.id)
    assert [each.code for each in placed] == [f"{kept.share.code}-1"]


def test_in_one_page_a_sentence_is_picked_for_a_session(page, qtbot):
    find(page, f"papers.kind.{PaperKind.ONE_PAGE}").click()
    shown(page, qtbot, PaperKind.ONE_PAGE)
    opens = [b for b in page.findChildren(QAbstractButton) if b.objectName().startswith("papers.open.")]
    opens[0].click()
    rows = [b for b in page.chosen.pieces.findChildren(QRadioButton) if b.objectName().endswith("moment.story#3")]
    rows[0].click()
    qtbot.waitUntil(lambda: "Toen vroeg Fatima" in words(fresh(page, qtbot).data), timeout=20_000)
    assert "Niemand zei iets" not in words(page.preview.paper.data)
    assert page.preview.paper.pages == 1


def test_a_choice_for_another_holds_for_the_words_as_they_were(page, qtbot, store):
    shown(page, qtbot, PaperKind.SESSION)
    entry = page.chosen.options.entry_id()
    find(page, "papers.reader.2").click()
    qtbot.waitUntil(lambda: bool(boxes(page)))
    for box in boxes(page):
        if box.objectName().endswith((".next.will", ".moment.story")):
            box.click()
    assert len(page.chosen.pieces.chosen()) == 2
    store.do(answers.write, None, entry, "moment.story", "Wat niemand mag weten.")
    page.refresh()
    assert page.chosen.pieces.chosen() == {f"piece.{entry}.next.will"}
    qtbot.waitUntil(lambda: "Ik bel H." in words(fresh(page, qtbot).data), timeout=20_000)
    assert "niemand mag" not in words(page.preview.paper.data)


def test_a_sentence_that_was_picked_is_no_other_one_later(page, qtbot, store):
    find(page, f"papers.kind.{PaperKind.ONE_PAGE}").click()
    shown(page, qtbot, PaperKind.ONE_PAGE)
    find(page, "papers.reader.2").click()
    fresh(page, qtbot)
    opens = [b for b in page.findChildren(QAbstractButton) if b.objectName().startswith("papers.open.")]
    opens[0].click()
    rows = [b for b in page.chosen.pieces.findChildren(QRadioButton) if b.objectName().endswith("moment.story#3")]
    rows[0].click()
    (picked,) = page.chosen.pieces.chosen()
    entry = int(picked.split(".")[1])
    store.do(answers.write, None, entry, "moment.story", STORY.replace("Niemand zei iets.", "Niets. Wat geheim is."))
    page.refresh()
    assert not page.chosen.pieces.chosen()
    assert fresh(page, qtbot).pages == 0


def test_a_tick_that_says_nothing_alone_is_told_and_what_it_misses_is_one_click(page, qtbot, store):
    shown(page, qtbot, PaperKind.SESSION)
    entry = page.chosen.options.entry_id()
    store.do(places.notice, None, entry, Who.ME, "trials", "Ik slaap slecht.")
    page.refresh()
    find(page, "papers.reader.2").click()
    fresh(page, qtbot)
    (noticed,) = [box for box in boxes(page) if box.objectName().endswith(".place.me.trials")]
    noticed.click()
    told = find(page, "papers.waiting", QWidget)
    assert "de plekken op de kaart" in told.text()
    find(page, "papers.along").click()
    assert page.chosen.pieces.chosen() == {"places", f"piece.{entry}.place.me.trials"}
    assert not told.isVisible()
    qtbot.waitUntil(lambda: "Ik slaap slecht." in words(fresh(page, qtbot).data), timeout=20_000)


@pytest.mark.parametrize("reader", ["papers.reader.1", "papers.reader.2"])
def test_the_name_of_the_file_tells_no_name_no_title_and_no_day_of_writing(page, qtbot, monkeypatch, reader):
    shown(page, qtbot, PaperKind.SESSION)
    find(page, reader).click()
    fresh(page, qtbot)
    for box in boxes(page):
        if box.objectName().endswith(".next.will") and not box.isChecked():
            box.click()
    fresh(page, qtbot)
    asked: list[str] = []
    dialog = lambda _page, _title, path, _kinds: (asked.append(path), ("", ""))[1]  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    page.give.save.click()
    (path,) = asked
    assert path.endswith("Eén reflectie Tweedaagse 2.pdf")


def test_the_harvest_sheet_is_there_at_once(page, qtbot):
    find(page, f"papers.kind.{PaperKind.HARVEST}").click()
    assert shown(page, qtbot, PaperKind.HARVEST).pages == 1


def test_with_a_password_the_file_is_locked_and_the_kept_one_is_not(page, qtbot, tmp_path, store):
    paper = shown(page, qtbot, PaperKind.SESSION)
    find(page, "papers.password").click()
    assert not page.give.save.isEnabled()
    page.chosen.password.first.setText("een lange zin")
    page.chosen.password.again.setText("een lange zon")
    assert not page.give.save.isEnabled()
    assert "Nog niet hetzelfde" in page.chosen.password.problem()
    page.chosen.password.again.setText("een lange zin")
    assert page.give.save.isEnabled()
    data = saved(page, qtbot, tmp_path / "Op slot.pdf")
    assert locked.opens_with(data, "een lange zin")
    assert not locked.opens_with(data, "")
    kept = store.read(shares.listed, store.journey_id)[0]
    assert kept.share.locked
    assert store.read(shares.file, kept.share.id) == paper.data
    assert page.chosen.password.password() == ""


def test_the_whole_journal_is_made_with_progress_and_is_not_kept_in_itself(page, qtbot, tmp_path, store):
    find(page, f"papers.kind.{PaperKind.JOURNAL}").click()
    assert page.preview.paper is None
    find(page, "papers.begin").click()
    assert find(page, "papers.progress", QWidget).isVisible()
    paper = shown(page, qtbot, PaperKind.JOURNAL)
    assert words(paper.data).count(STORY) == 2
    assert saved(page, qtbot, tmp_path / "Dagboek.pdf") == paper.data
    assert not store.read(shares.listed, store.journey_id)[0].kept


def test_a_stopped_journal_leaves_nothing_and_can_be_made_again(page, qtbot):
    find(page, f"papers.kind.{PaperKind.JOURNAL}").click()
    find(page, "papers.begin").click()
    find(page, "papers.progress.stop").click()
    assert not page.work.is_busy()
    assert page.preview.paper is None
    assert find(page, "papers.begin").isVisible()
    qtbot.wait(300)
    assert page.preview.paper is None
    find(page, "papers.begin").click()
    assert shown(page, qtbot, PaperKind.JOURNAL).pages > 1


def test_the_window_stays_awake_while_a_journal_is_made(page, qtbot):
    pauses, last = [], [time.perf_counter()]

    def tick():
        now = time.perf_counter()
        pauses.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(tick)
    find(page, f"papers.kind.{PaperKind.JOURNAL}").click()
    timer.start(5)
    find(page, "papers.begin").click()
    shown(page, qtbot, PaperKind.JOURNAL)
    timer.stop()
    print(f"longest pause of the event loop {max(pauses) * 1000:.0f} ms")
    assert max(pauses) < 1.5


def test_leaving_the_page_ends_what_is_under_way(page, qtbot):
    find(page, f"papers.kind.{PaperKind.JOURNAL}").click()
    find(page, "papers.begin").click()
    assert page.settle()
    assert not page.work.is_busy()
    qtbot.wait(100)


def test_the_paper_for_the_meeting_and_the_ticks_for_the_coach_are_at_the_preparation(page, qtbot):
    with qtbot.waitSignal(page.intervisie_requested):
        find(page, f"papers.kind.{PaperKind.PREPARATION}").click()
    find(page, f"papers.kind.{PaperKind.COACH}").click()
    with qtbot.waitSignal(page.intervisie_requested):
        find(page, "papers.coach").click()


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(page, qtbot, tmp_path):
    shown(page, qtbot, PaperKind.SESSION)
    page.save_to(tmp_path / "er niet" / "dieper" / "x.pdf")
    qtbot.waitUntil(lambda: "Kies een andere map" in page.give.note(), timeout=20_000)


def test_an_empty_journal_says_that_there_is_nothing_yet(journal, clock, qtbot):
    journey = journal.do(journeys.begin, "htc", began_on=dt.date(2026, 9, 19))
    page = PapersPage(Store(journal, GUIDANCE, journey, now=clock))
    qtbot.addWidget(page)
    page.show()
    assert "nog niets geschreven" in find(page, "papers.lead", QWidget).text()
    qtbot.waitUntil(page._maker.is_fresh, timeout=20_000)
    assert not page.give.save.isEnabled()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_every_part_has_a_name_for_who_cannot_see_it(store, qtbot, qapp, factor):
    theme.apply(qapp, scheme="dark", factor=factor)
    page = PapersPage(store)
    qtbot.addWidget(page)
    page.resize(1032, 800)
    page.show()
    for kind in (PaperKind.SESSION, PaperKind.ONE_PAGE, PaperKind.JOURNAL, PaperKind.COACH, PaperKind.HARVEST):
        page.choose(kind)
        for each in page.findChildren(QAbstractButton):
            if each.isVisible() and each.objectName():
                assert each.accessibleName() or each.text(), each.objectName()
    page.changeEvent(QEvent(QEvent.Type.PaletteChange))


def test_the_way_leads_from_the_preparation_and_from_a_reflection_to_its_paper(open_window, qtbot):
    store = open_window.store
    entry = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth=Depth.STEPS)
    store.do(answers.write, None, entry, "moment.story", STORY)
    open_window.show_page("intervisie")
    find(open_window, "intervisie.papers.empty").click()
    assert isinstance(open_window.shell.current(), PapersPage)
    open_window.show_page("reflections")
    reflections = open_window.shell.current()
    reflections.choose(entry, reading=True)
    find(reflections, "reflections.paper").click()
    page = open_window.shell.current()
    assert isinstance(page, PapersPage)
    assert page.wanted().entry_id == entry
    qtbot.waitUntil(lambda: page.preview.paper is not None and bool(page.preview.paper.pages), timeout=20_000)
    assert STORY in words(page.preview.paper.data)


def test_a_page_opens_large_and_closes_with_the_page(page, qtbot):
    shown(page, qtbot, PaperKind.SESSION)
    page.preview.opened.emit()
    large = page.window().findChild(LargePreview)
    assert large is not None
    assert large.isVisible()
    find(large, "intervisie.large.grey").click()
    large.leave()
    assert page.give.grey.isChecked()
    page.preview.opened.emit()
    page.settle()
    assert not any(each.isVisible() for each in page.window().findChildren(LargePreview))


def test_names_on_a_paper_for_others_are_told_before_it_is_saved(page, qtbot):
    shown(page, qtbot, PaperKind.SESSION)
    find(page, "papers.reader.3").click()
    qtbot.waitUntil(lambda: fresh(page, qtbot).pages == 0, timeout=20_000)
    next(b for b in boxes(page) if b.objectName().endswith(".next.will")).click()
    qtbot.waitUntil(lambda: "Henk → H." in find(page, "papers.names", QWidget).text(), timeout=20_000)


def test_a_synced_folder_is_said_before_saving(page, qtbot, tmp_path):
    paper = shown(page, qtbot, PaperKind.SESSION)
    target = tmp_path / "OneDrive" / "Reflectie.pdf"
    target.parent.mkdir()
    page._giving.offer(target, paper, "", lambda: None)
    assert find(page, "papers.synced.anyway").isVisible()
    assert not target.exists()
    find(page, "papers.synced.anyway").click()
    qtbot.waitUntil(lambda: target.name in page.give.note(), timeout=20_000)
    assert target.read_bytes() == paper.data


def test_the_paper_for_the_meeting_can_have_a_password_too(open_window, tmp_path):
    store = open_window.store
    made = store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="gossip")
    store.do(preparations.tick_all, None, made, ["harvest"], True, guidance=store.guidance)
    open_window.show_page("intervisie")
    page = open_window.shell.current()
    find(page, "intervisie.password").click()
    target = tmp_path / "op slot.pdf"
    assert not page.save_to(target)
    lock = page.findChild(PasswordPart)
    lock.first.setText("een lange zin")
    lock.again.setText("een lange zin")
    assert page.save_to(target)
    assert locked.opens_with(target.read_bytes(), "een lange zin")
    kept = store.read(shares.listed, store.journey_id)[0]
    assert kept.share.locked
    assert store.read(shares.file, kept.share.id)[:4] == b"%PDF"
    assert not lock.password()
