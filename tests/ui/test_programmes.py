"""Every programme is walked from its file alone: set out, look back with its forms, read again, take it along."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QTextEdit

from journal import guidance_files
from journal.domain import planning
from journal.domain.changes import Change
from journal.domain.records import Who
from journal.export import archive as archive_file
from journal.export import compose, markdown, pdf
from journal.settings import Settings
from journal.storage import answers, entries, journeys, places, preparations, questions, snapshot
from journal.storage import fragments as pieces
from journal.storage.journeys import PlannedMeeting
from resources import folder
from ui.pages.dates import DatesPage
from ui.pages.journey import JourneyPage
from ui.pages.reflection import ReflectionPage
from ui.pages.reflections import ReflectionsPage
from ui.pages.reflections.passages import passages
from ui.pages.search import SearchPage
from ui.pages.settings import SettingsPage
from ui.pages.start import StartPage
from ui.store import Store
from ui.widgets.answer_edit import AnswerEdit
from ui.widgets.checklist import Checklist
from ui.widgets.x_curve import XCurve

FILES = sorted(folder("programmes").glob("*.toml"))
START = dt.date(2026, 10, 1)
SIXTH = """
format = 1
id = "garden"
version = "1"
name.nl = "De tuin"
summary.nl = "Vier keer naar buiten"

[[themes]]
id = "growth"
name.nl = "Groei"
[themes.prompt]
id = "theme.growth"
ask.nl = "Wat groeit er?"

[[sessions]]
id = "spring"
kind = "workshop"
name.nl = "Voorjaar"
form = "outside"

[[forms]]
id = "outside"
name.nl = "Buiten"
[[forms.steps]]
id = "seen"
title.nl = "Gezien"
ask.nl = "Wat zag je?"
[[forms.steps.prompts]]
id = "garden.seen"
kind = "checklist"
ask.nl = "Vink aan"
[[forms.steps.prompts.options]]
id = "bee"
name.nl = "een bij"
[[forms.steps.prompts.options]]
id = "leaf"
name.nl = "een blad"
[[forms.steps.prompts]]
id = "garden.words"
ask.nl = "En wat deed dat?"
"""


def set_out(journal, programme, clock) -> Store:
    planned = [
        PlannedMeeting(
            session.id,
            session.kind,
            day := START + dt.timedelta(weeks=planning.week_of(programme, session)),
            day + dt.timedelta(session.days - 1),
        )
        for session in programme.sessions
    ]
    journey_id = journal.do(journeys.begin, programme.id, began_on=START, meetings=planned, own_name="Marjan")
    journal.do(questions.write_version, journey_id, "Hoe houd ik het gesprek open?", on=START)
    return Store(journal, guidance_files.for_journey(programme.id, None), journey_id, now=clock)


def fill_in(store: Store, qtbot, form_id: str, meeting_id: int | None) -> int:
    """Every step of a form, on the real page, as somebody does who answers everything."""
    depth = "steps" if form_id == "reflection" else None
    entry_id = store.do(
        entries.start, None, store.journey_id, form_id, on=store.today(), meeting_id=meeting_id, depth=depth
    )
    page = ReflectionPage(store, entry_id)
    qtbot.addWidget(page)
    page.resize(1280, 900)
    page.show()
    for step in store.guidance.form(form_id).steps:
        page.show_step(step.id)
        view = page.view(step.id)
        for field in view.findChildren(AnswerEdit):
            field.setPlainText(f"Antwoord bij {field.objectName().removeprefix('reflection.text.')}.")
        for checklist in view.findChildren(Checklist):
            next(iter(checklist.rows.values())).button.click()
        for curve in view.findChildren(XCurve):
            curve.more.click()
            QTest.keyClicks(curve.rows[0].name, "Wijkteam")
        if step.kind == "placement":
            store.do(_place, None, entry_id, store.guidance.stages[2].id)
    assert page.settle()
    page.close()
    return entry_id


def _place(session, entry_id, stage_id):

    places.place(session, entry_id, Who.ME, [stage_id])


_place.__dict__["changes"] = Change.PLACES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_programme_is_walked_from_its_file_alone(file, journal, clock, qtbot):
    programme = guidance_files.read_programme(file)
    store = set_out(journal, programme, clock)
    guidance = store.guidance
    walked: dict[str, int] = {}
    for meeting in store.read(journeys.meetings, store.journey_id):
        form = guidance.form_of(meeting.session_id, meeting.kind)
        if form is not None and form.id not in walked:
            walked[form.id] = fill_in(store, qtbot, form.id, meeting.id)
    assert set(walked) == set(guidance.reflection_ids()) - (set() if "reflection" in walked else {"reflection"})
    for form_id, entry_id in walked.items():
        whole = store.read(entries.whole, entry_id)
        asked = {prompt.id for prompt in guidance.form(form_id).prompts()}
        assert asked <= {id_ for id_, answer in whole.answers.items() if answer.text}
        read_back = passages(whole, guidance)
        labels = {passage.prompt_id: passage.label for passage in read_back}
        assert asked <= set(labels)
        assert "Ook geschreven" not in labels.values()
        for passage in read_back:
            assert "| build |" not in passage.text
    taken_along(store, walked)


def taken_along(store: Store, walked: dict[str, int]) -> None:
    """Everything ticked for the paper; and the whole journal as text."""
    guidance = store.guidance
    preparation = store.do(preparations.prepare, None, store.journey_id, on=store.today(), method_id="incident")
    offered = store.read(pieces.offered, preparation, guidance)
    ids = [piece.id for group in offered for piece in group.pieces]
    for entry_id in walked.values():
        assert any(id_.startswith(f"piece.{entry_id}.") for id_ in ids)
    store.do(preparations.tick_all, None, preparation, ids, True, guidance=guidance)
    paper = compose.document(store.read(snapshot.take, preparation, guidance, on=store.today()), guidance)
    assert pdf.pages(pdf.render(paper, made_on=store.today())) >= 1
    whole = store.read(snapshot.archive)
    told = markdown.render(whole, guidance)
    for form_id in walked:
        for prompt in guidance.form(form_id).prompts():
            assert prompt.id not in told.replace(f"Antwoord bij {prompt.id}", "")
    assert "| build |" not in told
    assert archive_file.render(whole)


def test_a_sixth_programme_needs_one_new_file_and_nothing_else(journal, clock, qtbot, tmp_path, monkeypatch):
    for file in FILES:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "garden.toml").write_text(SIXTH, "utf-8")
    monkeypatch.setattr(guidance_files, "folder", lambda name: tmp_path if name == "programmes" else folder(name))
    programmes = guidance_files.shipped()
    assert [programme.id for programme in programmes][-1] == "garden"
    assert len(programmes) == len(FILES) + 1
    store = set_out(journal, programmes[-1], clock)
    (meeting,) = store.read(journeys.meetings, store.journey_id)
    entry_id = fill_in(store, qtbot, "outside", meeting.id)
    read_back = {
        passage.label: passage.text for passage in passages(store.read(entries.whole, entry_id), store.guidance)
    }
    assert read_back == {"Vink aan": "een bij", "En wat deed dat?": "Antwoord bij garden.words."}
    taken_along(store, {"outside": entry_id})


def test_the_first_start_offers_all_programmes(qtbot, tmp_path, clock):

    page = StartPage(Settings(), tmp_path / "journal", now=clock)
    qtbot.addWidget(page)
    page.advance()
    step = page.findChild(object, "start.programme")
    names = [card.radio.accessibleName() for card in step._choice.cards]
    assert names[0] == "Health Transformation Community"
    assert len(names) == len(FILES)
    network = page.findChild(object, "start.programme.network-team")
    network.click()
    assert step.plan().programme.id == "network-team"
    assert "session-1" in step.plan().dates
    page.shut()


def test_home_shows_a_programme_without_a_map(journal, clock, qtbot):

    programme = next(each for each in guidance_files.shipped() if each.id == "building-blocks")
    page = JourneyPage(set_out(journal, programme, clock))
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.refresh()
    assert not page.places.isVisible()
    assert page.programme.isVisible()


def test_what_was_chosen_reads_as_words_and_can_be_let_go_of(journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == "building-blocks")
    store = set_out(journal, programme, clock)
    entry_id = store.do(entries.start, None, store.journey_id, "block", on=store.today())
    page = ReflectionPage(store, entry_id)
    qtbot.addWidget(page)
    page.show_step("usable")
    made = page.findChild(Checklist, "reflection.choice.block.kind")
    made.rows["usable"].button.click()
    made.rows["needed"].button.click()
    assert store.read(entries.whole, entry_id).answers["block.kind"].text == "needed"
    made.findChild(object, "reflection.choice.block.kind.none").click()
    assert store.read(entries.whole, entry_id).answers["block.kind"].text == ""


class TestXCurve:
    """Placing things by keyboard and by mouse."""

    @pytest.fixture
    def saved(self) -> list[str]:
        return []

    @pytest.fixture
    def curve(self, qtbot, saved) -> XCurve:
        made = XCurve("Wijkteam | build | 40 | 60", saved.append, name="curve")
        qtbot.addWidget(made)
        made.resize(640, 700)
        made.show()
        return made

    def test_arrow_keys_move_a_thing_and_shift_moves_it_further(self, curve, saved):
        marker = curve.picture.markers[0]
        QTest.keyClick(marker, Qt.Key.Key_Right)
        QTest.keyClick(marker, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
        assert curve.settle()
        assert saved == ["Wijkteam | build | 42 | 70"]
        assert "Wijkteam, bouwt op, 42 procent van links" in marker.accessibleName()

    def test_a_thing_never_leaves_the_picture(self, curve, saved):
        for _ in range(12):
            QTest.keyClick(curve.picture.markers[0], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        curve.settle()
        assert saved[-1] == "Wijkteam | build | 0 | 60"

    def test_dragging_moves_a_thing(self, curve, saved):
        marker = curve.picture.markers[0]
        middle = marker.rect().center()
        QTest.mousePress(marker, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseMove(marker, middle + (curve.picture.spot(60, 60) - curve.picture.spot(40, 60)).toPoint())
        QTest.mouseRelease(marker, Qt.MouseButton.LeftButton)
        curve.settle()
        assert abs(int(saved[-1].split("|")[2]) - 60) <= 2

    def test_a_thing_gets_a_name_and_a_way_and_goes_again(self, curve, saved):
        curve.me.click()
        assert curve.rows[1].name.text() == "Ik"
        row = curve.rows[1]
        row.way.setCurrentIndex(1)
        row.way.activated.emit(1)
        curve.settle()
        assert saved[-1].splitlines()[1] == "Ik | down | 50 | 50"
        curve.rows[0].removed.emit()
        curve.settle()
        assert saved[-1] == "Ik | down | 50 | 50"

    def test_a_thing_without_a_name_is_not_kept(self, curve, saved):
        curve.more.click()
        curve.settle()
        assert saved[-1] == "Wijkteam | build | 40 | 60"


def test_the_words_of_a_field_are_not_lost_in_a_step_with_choices(journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == "samen-leren-transformeren")
    store = set_out(journal, programme, clock)
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    page = ReflectionPage(store, entry_id)
    qtbot.addWidget(page)
    page.show_step("roles")
    field = page.findChild(QTextEdit, "reflection.text.role.words")
    field.setPlainText("Ik verbond.")
    page.findChild(Checklist).rows["connector"].button.click()
    page.show_step("moment")
    found = store.read(entries.whole, entry_id).answers
    assert (found["role.words"].text, found["role.kinds"].text) == ("Ik verbond.", "connector")


def test_a_card_of_the_survival_guide_is_offered_at_its_place(journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == "htc")
    store = set_out(journal, programme, clock)
    entry_id = store.do(entries.start, None, store.journey_id, "reflection", on=store.today(), depth="steps")
    store.do(_place, None, entry_id, "refusal")
    page = ReflectionPage(store, entry_id)
    qtbot.addWidget(page)
    page.show()
    page.show_step("stage")
    advice = page.findChild(object, "reflection.advice.refusal")
    words = page.findChild(object, "reflection.advice.refusal.words")
    assert not words.isVisible()
    advice.click()
    assert words.isVisible()
    assert words.text() == store.guidance.stage("refusal").travel_advice["nl"]


def test_two_journeys_in_one_journal_each_keep_their_own_words(journal, clock, qtbot):
    by_id = {each.id: each for each in guidance_files.shipped()}
    first = set_out(journal, by_id["building-blocks"], clock)
    fill_in(first, qtbot, "block", None)
    second = set_out(journal, by_id["network-team"], clock)
    fill_in(second, qtbot, "year_later", None)
    found = journal.read(journeys.listed)
    assert [journey.ended_on is None for journey in found] == [False, True]
    told = markdown.render(
        journal.read(snapshot.archive),
        second.guidance,
        {each.id: guidance_files.for_journey(each.programme_id, each.programme_source) for each in found},
    )
    assert "# Bouwstenen van transformatie" in told
    assert "### Wat triggerde je?" in told
    assert "van belang" in told
    assert "# Netwerkteam" in told
    assert "### Wat bleef zoals het was?" in told


def test_a_curve_is_read_back_as_a_picture_and_in_words(journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == "regional-network")
    store = set_out(journal, programme, clock)
    entry_id = fill_in(store, qtbot, "x_curve", None)
    page = ReflectionsPage(store)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    page.choose(entry_id)
    picture = page.findChild(object, "reflections.curve.curve.places")
    assert [marker.thing.name for marker in picture.markers] == ["Wijkteam"]
    assert not picture.markers[0].isEnabled()
    assert page.findChild(QTextEdit, "reflections.text.curve.places").toPlainText() == "Wijkteam: bouwt op"


@pytest.mark.parametrize("programme_id", ["htc", "regional-network"])
def test_everything_on_the_pages_of_programmes_has_a_name(programme_id, journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == programme_id)
    store = set_out(journal, programme, clock)
    settings = SettingsPage(store, Settings())
    settings.journeys.next.click()
    dates = DatesPage(store)
    dates.refresh()
    entry_id = store.do(entries.start, None, store.journey_id, "note", on=store.today())
    for page in (settings, dates, ReflectionPage(store, entry_id)):
        qtbot.addWidget(page)
        for kind in (QAbstractButton, QLineEdit, QComboBox):
            for widget in page.findChildren(kind):
                if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QComboBox | QDateEdit):
                    continue
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
                    assert widget.objectName(), widget
                    spoken = widget.accessibleName() or getattr(widget, "text", str)()
                    assert spoken, widget.objectName()


def test_a_closing_day_asks_to_look_back_when_the_programme_says_so(journal, clock, qtbot):
    by_id = {each.id: each for each in guidance_files.shipped()}
    assert "closing" not in guidance_files.guidance_for(by_id["htc"]).looked_back_kinds()
    store = set_out(journal, by_id["samen-leren-transformeren"], clock)
    closing = next(m for m in store.read(journeys.meetings, store.journey_id) if m.kind == "closing")
    for meeting in store.read(journeys.meetings, store.journey_id):
        store.do(journeys.skip, None, meeting.id, meeting.id != closing.id)
    store.do(journeys.set_dates, None, closing.id, store.today(), store.today())
    page = JourneyPage(store)
    qtbot.addWidget(page)
    page.refresh()
    with qtbot.waitSignal(page.reflect_requested) as asked:
        page._take_step("begin")
    assert page._step.meeting_id == closing.id
    assert asked.args == [closing.id, ""]


def test_what_was_chosen_is_found_by_the_words_that_were_shown(journal, clock, qtbot):
    programme = next(each for each in guidance_files.shipped() if each.id == "regional-network")
    store = set_out(journal, programme, clock)
    entry_id = store.do(entries.start, None, store.journey_id, "phases", on=store.today())
    store.do(answers.write, None, entry_id, "phase.build", "residents\ndream")
    store.do(answers.write, None, entry_id, "phase.build.attention", "De droom.")
    page = SearchPage(store)
    qtbot.addWidget(page)

    def found(typed: str) -> list[tuple[str, str]]:
        page.field.setText(typed)
        page.refresh()
        return [(hit.prompt_id, hit.text) for hit in page.results.hits()]

    assert found("inwoners tafel") == [
        ("phase.build", "inwoners vanaf het begin aan tafel een gedeelde droom"),
    ]
    assert {prompt_id for prompt_id, _ in found("droom")} == {"phase.build", "phase.build.attention"}
    assert found("residents") == []
