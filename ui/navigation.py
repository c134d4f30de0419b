"""The way through the app: pages on top, settings and the lock below. The pages are one list, ``ROWS``."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from journal.text import tr
from ui import theme
from ui.icons import pixmap
from ui.widgets.brand import Brand
from ui.widgets.saved_state import SavedState
from ui.widgets.words import rule

WIDE, NARROW = 248, 64
ROW = 40
_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


@dataclass(frozen=True)
class Row:
    """One page of the shell: its name, icon, words, and where its class is (imported when first shown)."""

    name: str
    icon: str
    words: Callable[[], str]
    page: str
    takes_settings: bool = False
    """Its class wants the settings beside the store."""


ROWS = (
    Row("journey", "map", lambda: tr("The journey"), "ui.pages.journey:JourneyPage", takes_settings=True),
    Row("reflections", "notebook-pen", lambda: tr("Reflections"), "ui.pages.reflections:ReflectionsPage"),
    Row("question", "message-circle-question", lambda: tr("Learning question"), "ui.pages.question:QuestionPage"),
    Row("webinars", "flask-conical", lambda: tr("Webinars and experiments"), "ui.pages.webinars:WebinarsPage"),
    Row("intervisie", "users", lambda: tr("Intervisie"), "ui.pages.intervisie:IntervisiePage"),
    Row("lookback", "history", lambda: tr("Looking back"), "ui.pages.lookback:LookbackPage"),
)
LOOKING_BACK = "lookback"
SEARCH = Row("search", "search", lambda: tr("Search"), "ui.pages.search:SearchPage")
SETTINGS = Row("settings", "settings", lambda: tr("Settings"), "ui.pages.settings:SettingsPage", takes_settings=True)
BEHIND = (
    SEARCH,
    SETTINGS,
    Row("meeting", "users", lambda: tr("After the meeting"), "ui.pages.meeting:MeetingPage"),
    Row("shared", "file-down", lambda: tr("What I shared"), "ui.pages.shared:SharedPage"),
    Row("returned", "message-circle-question", lambda: tr("Answer of your coach"), "ui.pages.returned:ReturnedPage"),
    Row("moving", "files", lambda: tr("In and out"), "ui.pages.moving:MovingPage", takes_settings=True),
    Row("dates", "calendar", lambda: tr("Your programme"), "ui.pages.dates:DatesPage"),
    Row("trash", "trash-2", lambda: tr("Thrown away"), "ui.pages.trash:TrashPage", takes_settings=True),
    Row("papers", "files", lambda: tr("Papers"), "ui.pages.papers:PapersPage"),
    Row("promises", "shield-check", lambda: tr("What Reisgezel promises"), "ui.pages.promises:PromisesPage"),
)
"""Pages that are reached from another page; they have no row of their own among ``ROWS``."""
_BELONGS_TO = {
    SEARCH.name: LOOKING_BACK,
    **dict.fromkeys(("meeting", "papers", "returned", "shared"), "intervisie"),
}
"""The row that is marked on such a page: searching is a way of looking back."""


def paint_row(
    painter: QPainter, place: QRect, icon: str, text: str, *, chosen: bool, hover: bool, ring: bool, keys: str = ""
) -> None:
    """One row of 40: fill, bar, icon, words. Narrow places show the icon only."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or hover:
        painter.setBrush(theme.color("soft" if chosen else "line"))
        painter.drawRoundedRect(place, 8, 8)
    if chosen:
        painter.setBrush(theme.color("accent"))
        bar = theme.px(20)
        painter.drawRoundedRect(QRect(place.left(), place.center().y() - bar // 2 + 1, 3, bar), 1, 1)
    token, size = ("on_soft" if chosen else "text2"), theme.px(20)
    drawn = pixmap(icon, token, 20)
    narrow = place.width() < theme.px(100)
    left = place.center().x() - size // 2 + 1 if narrow else place.left() + theme.px(12)
    painter.drawPixmap(QRect(left, place.center().y() - size // 2 + 1, size, size), drawn)
    if not narrow:
        inside = place.adjusted(theme.px(44), 0, -theme.px(12), 0)
        painter.setPen(theme.color(token))
        painter.setFont(theme.font("ui_bold" if chosen else "ui"))
        whole = inside if keys else inside.adjusted(0, 0, theme.px(10), 0)  # the longest name needs it when bold
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(theme.color("text3"))
        painter.setFont(theme.font("caption"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
    if ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 7, 7)
    painter.restore()


class _Rows(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ROWS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return ROWS[index.row()].words()
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        return QSize(theme.px(NARROW - 24), theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = ROWS[index.row()]
        view = self.parent()
        assert isinstance(view, _List)
        paint_row(
            painter,
            option.rect,
            row.icon,
            row.words(),
            chosen=bool(option.state & QStyle.StateFlag.State_Selected),
            hover=bool(option.state & QStyle.StateFlag.State_MouseOver),
            ring=view.by_keyboard and view.hasFocus() and view.currentIndex() == index,
        )


class _List(QListView):
    """Up and down choose, Enter or a click goes there."""

    def __init__(self) -> None:
        super().__init__()
        self.by_keyboard = False
        self.setObjectName("navigation.pages")
        self.setAccessibleName(tr("Pages"))
        self.setModel(_Rows(self))
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(theme.px(ROW) * len(ROWS))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is for who came by keyboard."""
        self.by_keyboard = event.reason() in _KEYS
        super().focusInEvent(event)


class NavButton(QAbstractButton):
    """A row below the pages."""

    def __init__(self, name: str, icon: str, text: str, keys: str = "") -> None:
        super().__init__()
        self._icon, self._keys = icon, keys
        self.setObjectName(f"navigation.{name}")
        self.setText(text)
        self.setAccessibleName(text)
        self.setIcon(QIcon(pixmap(icon, "text2", 20)))
        self.setFixedHeight(theme.px(ROW))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As high as a row."""
        return QSize(theme.px(NARROW - 24), theme.px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As the rows of the list."""
        painter = QPainter(self)
        paint_row(
            painter,
            self.rect(),
            self._icon,
            self.text(),
            chosen=self.isChecked(),
            hover=self.underMouse(),
            ring=False,
            keys=self._keys,
        )
        painter.end()


class Navigation(QWidget):
    """``page_requested(name)``, ``search_requested`` and ``lock_requested``. ``show_chosen`` marks without asking."""

    page_requested = Signal(str)
    lock_requested = Signal()
    search_requested = Signal()

    def __init__(self, keys: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setProperty("ground", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(23), theme.px(13), theme.px(16))
        column.setSpacing(0)
        self._brand = Brand(gap=10)
        self._brand.setContentsMargins(theme.px(12), 0, 0, 0)
        column.addWidget(self._brand)
        column.addSpacing(theme.px(24))
        self.list = _List()
        column.addWidget(self.list)
        column.addStretch()
        self.search = NavButton(SEARCH.name, SEARCH.icon, SEARCH.words(), keys("F"))
        self.settings = NavButton("settings", SETTINGS.icon, SETTINGS.words())
        self.settings.setCheckable(True)
        self.lock = NavButton("lock", "lock", tr("Lock"), keys("L"))
        column.addWidget(self.search)
        column.addWidget(self.settings)
        column.addWidget(self.lock)
        column.addSpacing(theme.px(11))
        line = QWidget()
        below = QVBoxLayout(line)
        below.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        below.setSpacing(theme.px(12))
        below.addWidget(rule())
        self.saved = SavedState()
        self.saved.setMinimumHeight(theme.px(18))
        below.addWidget(self.saved)
        column.addWidget(line)
        self.list.clicked.connect(self._ask)
        self.list.activated.connect(self._ask)
        self.search.clicked.connect(self.search_requested)
        self.settings.clicked.connect(lambda: self.page_requested.emit(SETTINGS.name))
        self.lock.clicked.connect(self.lock_requested)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, with their words as tooltips."""
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        self._brand.name.setVisible(not narrow)
        self._brand.setContentsMargins(theme.px(7 if narrow else 12), 0, 0, 0)
        self.saved.set_narrow(narrow)
        for made in (self.search, self.settings, self.lock):
            made.setToolTip(made.text() if narrow else "")

    def show_chosen(self, name: str) -> None:
        """Mark the page that is on screen."""
        self.settings.setChecked(name == SETTINGS.name)
        shown = _BELONGS_TO.get(name, name)
        number = next((n for n, row in enumerate(ROWS) if row.name == shown), -1)
        if number >= 0:
            self.list.setCurrentIndex(self.list.model().index(number, 0))
        else:
            self.list.clearSelection()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.color("line"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint what is painted by hand when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _ask(self, index: QModelIndex) -> None:
        self.page_requested.emit(ROWS[index.row()].name)
