"""Help on this page (F1): a few sentences and the keys, beside the page and never in its way."""

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.navigation import ROWS
from ui.widgets.words import button, rule, words

_WIDTH = 360


def sentences(page: str) -> list[str]:
    """What this page is for, in two or three sentences."""
    told = {
        "journey": [
            tr("This is the map of your journey. Above it stands your learning question; below it the next step."),
            tr("Choose a place on the map to read what it is about and what you wrote there."),
            tr("Nothing is ever too late. The next step waits until you have time."),
        ],
        "reflections": [
            tr("Here is what you wrote, the newest first. Choose one to read it, or to go on writing."),
            tr("A reflection never has to be finished. A few lines are enough."),
        ],
        "question": [
            tr("Your learning question may change. Each version stays, with what shifted and why."),
            tr("The five questions on the right help you to sharpen it. None of them has to be answered."),
        ],
        "webinars": [
            tr("After each webinar its assignment stands here, with room for what touched you and what you can use."),
            tr("An experiment is small. However it ends, what you learn from it counts."),
        ],
        "intervisie": [
            tr("Prepare your case, choose a way of working, and tick what you want to share."),
            tr("Only what is ticked is in the PDF. What you see on the right is exactly what will be saved."),
            tr("Names become initials. Read the PDF yourself before you give it to somebody."),
        ],
        "meeting": [
            tr("Write down what your meeting yielded while it is fresh. Each word is kept, and stays yours."),
            tr("Advice is not an order. Use it, leave it, or let it stand open; you can always change your mind."),
            tr("What you will do opens your next paper, and can become an experiment."),
        ],
        "lookback": [
            tr("Here you see how it moved: your own words first, then a small line for who chose a word."),
            tr("Choose a card to read all that you wrote about it. Choose a day to go to where it stands."),
        ],
        "search": [
            tr("Type a word, or the beginning of one. Accents and capitals do not matter."),
            tr("Down goes into the results, Enter opens at the word, Esc brings you back to where you were."),
        ],
        "dates": [
            tr("Here are all meetings of your programme. Move, rename or skip them; each change is kept at once."),
            tr("A newer file of your programme opens under Settings. You first see what it changes."),
        ],
        "trash": [
            tr("What you throw away lies here for thirty days. Fetch it back, and it stands where it stood."),
            tr("Erasing for good also takes it out of the backups on this device. Nobody can bring it back then."),
            tr("Threw the wrong thing away just now? Ctrl Z on that page takes it back at once."),
        ],
        "moving": [
            tr("Here your journal goes out as a whole, and what you wrote elsewhere comes in."),
            tr("Two laptops? Choose a folder that both see. Each lays a sealed copy there, and you merge them here."),
            tr("Merging loses nothing. Where both wrote something else, both stay, and you choose when you like."),
        ],
        "promises": [
            tr("Here stands what Reisgezel promises you, and what it cannot promise."),
            tr("Of each promise somebody tries over and over whether it can be broken, before a version comes out."),
        ],
        "papers": [
            tr("Choose what you want on paper, look at it, and save or print it. Nothing else gets in."),
            tr("A saved paper is not locked, unless you give it a password."),
        ],
        "returned": [
            tr("What your coach or group wrote on your paper comes in here: a pdf, a photo, or the text of a mail."),
            tr("You say of each remark whether you keep it, and where. Ctrl Z takes the last choice back."),
        ],
        "shared": [
            tr("This is the list of what you gave away: when, to whom, and which words."),
            tr("What you shared cannot be taken back. What is unticked now stays out of the next paper."),
        ],
        "settings": [
            tr("Everything here works at once. Nothing you wrote changes."),
            tr("Make a copy of your journal now and then, and keep it somewhere else. It is locked too."),
        ],
    }
    return told.get(page, [])


class HelpPanel(QFrame):
    """Lies over the right side of the window. Esc or F1 closes it, and the focus returns to where it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("help")
        self.setProperty("kind", "aside")
        self._page = "journey"
        self._before: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def show_page(self, name: str) -> None:
        """The help is about this page from now on."""
        self._page = name
        if self.isVisible():
            self.rebuild()

    def toggle(self) -> None:
        """Open or close it."""
        if self.isVisible():
            self.hide()
            return
        self._before = self.window().focusWidget()
        self.rebuild()
        self._place()
        self.show()
        self.raise_()
        self.setFocus()
        close = self.findChild(QWidget, "help.close")
        if close is not None:
            close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def rebuild(self) -> None:
        """Say it in the language and the size of now."""
        if self._inside is not None:
            self._whole.removeWidget(self._inside)
            self._inside.deleteLater()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setProperty("ground", "none")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(12))
        head = QHBoxLayout()
        head.addWidget(words(tr("Help on this page"), "card_title"), 1)
        close = button("", "icon", icon="x", name="help.close", tip=tr("Close help"))
        close.clicked.connect(self.hide)
        head.addWidget(close)
        column.addLayout(head)
        for sentence in sentences(self._page):
            column.addWidget(words(sentence, "ui", "text"))
        column.addWidget(rule())
        column.addWidget(words(tr("Keys"), "ui_bold"))
        for keys, meaning in _keys():
            column.addWidget(words(f"{keys}  {meaning}", "ui", "text2"))
        column.addStretch()
        area.setWidget(inside)
        self._whole.addWidget(area)
        self._inside = area

    def hideEvent(self, event: object) -> None:
        """Back to where somebody was."""
        super().hideEvent(event)  # type: ignore[arg-type]
        before, self._before = self._before, None
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:
            pass  # its page has been closed in the meantime

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Stay at the right side."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self._window
        width = min(theme.px(_WIDTH), window.width())
        self.setGeometry(window.width() - width, 0, width, window.height())


def _keys() -> list[tuple[str, str]]:
    ctrl = "Cmd" if sys.platform == "darwin" else "Ctrl"
    return [
        (f"{ctrl} 1 – {len(ROWS)}", tr("the pages, from top to bottom")),
        ("F6", tr("between the navigation and the page")),
        ("Tab", tr("to the next thing on the page")),
        (f"{ctrl} L", tr("lock")),
        (f"{ctrl} +, {ctrl} -, {ctrl} 0", tr("larger, smaller, usual letters")),
        ("Esc", tr("close the innermost thing; text is never lost")),
        (f"{ctrl} Z, {ctrl} Y", tr("take back what you did last, and do it again")),
        ("F1", tr("this help")),
    ]
