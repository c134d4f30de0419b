"""A whole edition of each programme, in the real window: what is left of it for who lived it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from journal import sample, stories
from journal.domain.guidance import Form, Step
from journal.storage import entries
from tools.demo import papers
from tools.demo.hand import Hand
from ui.main_window import MainWindow
from ui.navigation import ROWS

Opened = Callable[[Path, dt.datetime], MainWindow]
"""Opens the window on a journal at a moment."""


def pictures(target: Path, opened: Opened) -> list[Path]:
    """Write the journals of all whole editions below ``target``, with pictures and a paper; gives their folders."""
    found = []
    for name in stories.names():
        if name == stories.USUAL:
            continue
        place = target / str(stories.read(name)["programme"])
        moment = sample.write_sample(place / "journal", story=name)
        window = opened(place / "journal", moment)
        _walk(Hand(window, place), place)
        done_with(window)
        found.append(place)
    return found


def done_with(window: MainWindow) -> None:
    """Close it and let it go: every widget that lives makes the next window slower."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _walk(hand: Hand, place: Path) -> None:
    hand.find("lock.passphrase")
    hand.write("lock.passphrase", sample.PASSPHRASE)
    hand.click("lock.open")
    hand.find("journey")
    for row in ROWS:
        hand.window.show_page(row.name)  # type: ignore[attr-defined]
        hand.find(row.name)
        if row.name == "intervisie":
            hand.wait(hand.find("intervisie.save").isEnabled, "the paper to be ready")
        hand.picture(row.name)
        if row.name == "lookback":
            _scrolled(hand)
        elif row.name == "webinars":
            hand.find("webinars").tabs.setCurrentIndex(1)  # type: ignore[attr-defined]
            hand.picture("experiments")
    _forms(hand)
    _paper(hand, place / "intervisie.pdf")


def _forms(hand: Hand) -> None:
    """What was written last in every form with which this programme looks back, step by step."""
    store = hand.window.store  # type: ignore[attr-defined]
    for form_id in store.guidance.reflection_ids():
        lines = store.read(entries.listed, store.journey_id, [form_id])
        if not lines:
            continue
        hand.window.open_entry(lines[0].id)  # type: ignore[attr-defined]
        for step in _own_steps(store.guidance.form(form_id)):
            hand.click(f"reflection.rail.step.{step.id}")
            hand.picture(f"{form_id}-{step.id}")
        hand.click("reflection.close")
        hand.settle(0.1)


def _own_steps(form: Form) -> Iterator[Step]:
    """The first step, and every step in which one does more than write."""
    for number, step in enumerate(form.steps):
        if number == 0 or step.kind == "themes" or any(prompt.kind not in {"text", "line"} for prompt in step.prompts):
            yield step


def _scrolled(hand: Hand) -> None:
    """The end of Terugblik."""
    page = hand.find("lookback")
    assert isinstance(page, QScrollArea)
    hand.settle(0.3)  # its length is known a turn after its cards are there
    bar = page.verticalScrollBar()
    if bar.maximum() > 0:
        bar.setValue(bar.maximum())
        hand.picture("lookback-end")


def _paper(hand: Hand, target: Path) -> None:
    hand.window.show_page("intervisie")  # type: ignore[attr-defined]
    papers.save(hand, target)
