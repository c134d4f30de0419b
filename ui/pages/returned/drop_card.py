"""Where something is dropped, chosen or pasted; what is going on; and what was said about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal.text import tr
from ui import theme
from ui.widgets.flow import Flow
from ui.widgets.plain_edit import PlainEdit
from ui.widgets.speak import alert, announce
from ui.widgets.words import button, set_ink, words


class DropCard(QWidget):
    """``file_requested``, ``mail_given(text)``, ``password_given(text)``, ``stopped``, ``left``, ``all_wanted``."""

    file_requested = Signal()
    mail_given = Signal(str)
    password_given = Signal(str)
    stopped = Signal()
    left = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("returned.drop")
        column = QVBoxLayout(self)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(20), side, theme.px(20))
        column.setSpacing(theme.px(10))
        column.addWidget(words(tr("Drop the PDF, a photo or a scan here"), "card_title"))
        lead = tr(
            "Reisgezel reads only the words in it, on this device. A remark stands beside your text after your yes."
        )
        column.addWidget(words(lead, "ui", "text2"))
        bar = QWidget()
        row = Flow(bar, spacing=12)
        self.choose = button(tr("Choose a file…"), "primary", icon="folder-open", name="returned.choose")
        self.choose.clicked.connect(self.file_requested)
        self.paste = button(tr("Paste an e-mail"), name="returned.paste")
        self.paste.clicked.connect(lambda: self.open_mail(""))
        row.addWidget(self.choose)
        row.addWidget(self.paste)
        column.addWidget(bar)
        self.said = words("", "ui", "text2", name="returned.said")
        column.addWidget(self.said)
        self.more = button(tr("Take in the lines that were left out too"), "link", name="returned.all")
        self.more.clicked.connect(self.all_wanted)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_busy(column)
        self._add_password(column)
        self._add_mail(column)
        for part in (self.said, self.more, self._busy, self._secret, self._mail):
            part.hide()

    def say(self, text: str, *, bad: bool = False, more: bool = False) -> None:
        """A sentence about what came, or why it did not."""
        set_ink(self.said, "err" if bad else "text2")
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.more.setVisible(more)
        if text:
            (alert if bad else announce)(self.said, text)

    def set_busy(self, busy: bool) -> None:
        """While a file is read there is a way to stop it."""
        self._busy.setVisible(busy)
        self.choose.setEnabled(not busy)
        self.paste.setEnabled(not busy)
        if busy:
            self.say("")
            self._secret.hide()

    def ask_password(self) -> None:
        """Ask for the password of the file."""
        self.password.clear()
        self._secret.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_mail(self, text: str) -> None:
        """Room for an e-mail."""
        self._mail.show()
        if text:
            self.mail.replace_text(text)
        self.mail.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_mail(self) -> None:
        """It is taken in, or left."""
        self.mail.replace_text("")
        self._mail.hide()
        self.paste.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with the dashed edge of a place to drop things on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("control"), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()

    def _add_busy(self, column: QVBoxLayout) -> None:
        self._busy = QWidget()
        row = Flow(self._busy, spacing=12)
        row.addWidget(words(tr("One moment, it is being read…"), "ui", "text2", wrap=False))
        stop = button(tr("Stop"), "text", name="returned.stop")
        stop.clicked.connect(self.stopped)
        row.addWidget(stop)
        column.addWidget(self._busy)

    def _add_password(self, column: QVBoxLayout) -> None:
        self._secret = QWidget()
        row = Flow(self._secret, spacing=12)
        self.password = QLineEdit()
        self.password.setObjectName("returned.password")
        self.password.setAccessibleName(tr("Password of the PDF"))
        self.password.setPlaceholderText(tr("Password of the PDF"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFont(theme.font("ui"))
        self.password.setMinimumWidth(theme.px(220))
        self.password.returnPressed.connect(self._give_password)
        give = button(tr("Open"), name="returned.password.give")
        give.clicked.connect(self._give_password)
        leave = button(tr("Leave it"), "text", name="returned.password.leave")
        leave.clicked.connect(self._leave_password)
        for each in (self.password, give, leave):
            row.addWidget(each)
        column.addWidget(self._secret)

    def _give_password(self) -> None:
        given = self.password.text()
        self.password.clear()
        if given:
            self._secret.hide()
            self.password_given.emit(given)

    def _leave_password(self) -> None:
        self.password.clear()
        self._secret.hide()
        self.say("")
        self.left.emit()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_mail(self, column: QVBoxLayout) -> None:
        self._mail = QWidget()
        inside = QVBoxLayout(self._mail)
        inside.setContentsMargins(0, theme.px(8), 0, 0)
        inside.setSpacing(theme.px(8))
        inside.addWidget(words(tr("The e-mail. Codes such as K7-2 divide it."), "caption_bold", "text2"))
        self.mail = PlainEdit("", role="read_s", one_line=False)
        self.mail.setObjectName("returned.mail")
        self.mail.setAccessibleName(tr("The e-mail"))
        self.mail.setProperty("kind", "field")
        self.mail.setFixedHeight(theme.px(180))
        inside.addWidget(self.mail)
        bar = QWidget()
        row = Flow(bar, spacing=12)
        split = button(tr("Divide into remarks"), "primary", name="returned.mail.split")
        split.clicked.connect(lambda: self.mail_given.emit(self.mail.text()))
        leave = button(tr("Leave it"), "text", name="returned.mail.leave")
        leave.clicked.connect(self.close_mail)
        row.addWidget(split)
        row.addWidget(leave)
        inside.addWidget(bar)
        column.addWidget(self._mail)
