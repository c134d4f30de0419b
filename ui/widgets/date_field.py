"""A date as it is written in the language of the app, with a calendar to choose from."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from journal.text import language
from ui import theme


class DateField(QDateEdit):
    """190 wide; arrow keys change the part under the caret, Alt Down or F4 opens the calendar."""

    def __init__(self, day: dt.date, *, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFont(theme.font("input"))
        self.setLocale(QLocale(QLocale.Language.Dutch if language() == "nl" else QLocale.Language.English))
        self.setDisplayFormat("d MMM yyyy")
        self.setDateRange(QDate(2000, 1, 1), QDate(2100, 12, 31))
        self.setCalendarPopup(True)
        self.setCalendarWidget(_calendar(self.locale()))
        self.setFixedHeight(theme.px(40))
        self.setMinimumWidth(theme.px(150 if theme.is_large() else 190))
        self.set_day(day)

    def day(self) -> dt.date:
        """The date that is shown."""
        shown = self.date()
        return dt.date(shown.year(), shown.month(), shown.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A chosen day is taken back by the page, not letter by letter."""
        steps = QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")
        if QKeySequence(event.keyCombination()) in steps:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def set_day(self, day: dt.date) -> None:
        """Show this date."""
        self.setDate(QDate(day.year, day.month, day.day))


def _calendar(locale: QLocale) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(locale)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setFont(theme.font("ui"))
    plain = QTextCharFormat()
    plain.setForeground(theme.color("text2"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)  # the style's red would say that something is wrong
    return calendar
