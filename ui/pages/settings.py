"""Settings: language, look, lock, and where the journal is. Each choice works at once."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from journal import __version__
from journal.settings import IDLE_LOCK_MINUTES, TEXT_SIZES, Settings
from journal.text import say, tr, trn
from ui import theme
from ui.store import Store
from ui.widgets.backup_section import BackupSection
from ui.widgets.change_passphrase import ChangePassphrase
from ui.widgets.crash_reports import CrashReports
from ui.widgets.journal_folder import JournalFolder
from ui.widgets.journal_place import JournalPlace
from ui.widgets.journeys_panel import JourneysPanel
from ui.widgets.new_code import NewCode
from ui.widgets.programme_update import ProgrammeUpdatePanel
from ui.widgets.remember_device import RememberDevice
from ui.widgets.reminder_setting import ReminderSetting
from ui.widgets.shield_setting import ShieldSetting
from ui.widgets.words import button, rule, top_column, words

_LABEL, _CONTROL, _COLUMN = 200, 300, 720


class SettingsPage(QScrollArea):
    """``settings_changed(Settings)`` at every choice; the window writes them down and takes them on."""

    settings_changed = Signal(object)
    dates_requested = Signal()
    promises_requested = Signal()
    trash_requested = Signal()
    moving_requested = Signal()
    present_requested = Signal(bool)
    journey_changed = Signal(str)
    restore_requested = Signal(Path)
    damage_found = Signal(object)
    move_requested = Signal(Path)

    def __init__(self, store: Store, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._settings = settings
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(theme.px(_COLUMN + 64))
        self._column = top_column(inside)
        self._column.setContentsMargins(theme.px(32), theme.px(30), theme.px(32), theme.px(32))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(words(tr("Settings"), "question", name="settings.title"))
        self._add_look()
        self._add_lock(store)
        self._add_reminders()
        self._add_programme(store)
        self._add_backups(store)
        self._section(tr("Your journal"))
        self._column.addWidget(JournalFolder(store.journal))
        self.place = JournalPlace(store.journal.folder)  # type: ignore[attr-defined]
        self.place.move_requested.connect(self.move_requested)
        self._column.addWidget(self.place)
        moving = button(tr("In and out"), icon="files", name="settings.moving")
        moving.clicked.connect(self.moving_requested)
        self._column.addWidget(moving, 0, Qt.AlignmentFlag.AlignLeft)
        bin_ = button(tr("Thrown away"), icon="trash-2", name="settings.trash")
        bin_.clicked.connect(self.trash_requested)
        self._column.addWidget(bin_, 0, Qt.AlignmentFlag.AlignLeft)
        self._section(tr("When something went wrong"))
        self._column.addWidget(CrashReports())
        self._section(tr("About"))
        about = tr("Reisgezel {version}. No internet, no account; what you write stays yours.", version=__version__)
        self._column.addWidget(words(about, "ui", "text2"))
        promises = button(tr("What Reisgezel promises"), "link", name="settings.promises")
        promises.clicked.connect(self.promises_requested)
        self._column.addWidget(promises, 0, Qt.AlignmentFlag.AlignLeft)
        self.setWidget(inside)

    def refresh(self) -> None:
        """Only the backups can be others than before."""
        self.backups.refresh()

    def settle(self) -> bool:
        """Choices are never unsaved."""
        return True

    def _add_backups(self, store: Store) -> None:
        self._section(tr("Backups"))
        self.backups = BackupSection(store, self._settings.backup_place)
        self.backups.place_chosen.connect(lambda place: self._change("backup_place", place))
        self.backups.restore_requested.connect(self.restore_requested)
        self.backups.damage_found.connect(self.damage_found)
        self._column.addWidget(self.backups)

    def _add_look(self) -> None:
        self._section(tr("Appearance"))
        now = self._settings
        languages = [("nl", "Nederlands"), ("en", "English")]
        self._row(tr("Language"), self._choice("language", languages, now.language, tr("Language")))
        self._row(tr("Colours"), self._themes())
        sizes = [(size, f"{size} %") for size in TEXT_SIZES]
        self._row(tr("Text size"), self._choice("text_size", sizes, now.text_size, tr("Text size")))
        self._row("", self._check("map_as_list", tr("Map as a list"), now.map_as_list))
        self._row("", self._check("less_motion", tr("Less motion"), now.less_motion))

    def _add_lock(self, store: Store) -> None:
        self._section(tr("The lock"))
        minutes = [(n, trn("after {n} minute", "after {n} minutes", n)) for n in IDLE_LOCK_MINUTES]
        label = tr("Lock by itself")
        self._row(label, self._choice("idle_minutes", minutes, self._settings.idle_minutes, label))
        self._column.addWidget(ChangePassphrase(store.journal))
        new_code = NewCode(store.journal)
        self._column.addWidget(new_code)
        remember = RememberDevice(store.journal, on=self._settings.remember_device)
        remember.changed.connect(lambda on: self._change("remember_device", on))
        new_code.renewed.connect(remember.renew)
        self._column.addWidget(remember)
        shield = ShieldSetting(on=self._settings.screen_shield)
        shield.changed.connect(lambda on: self._change("screen_shield", on))
        shield.present_requested.connect(self.present_requested)
        self._column.addWidget(shield)

    def _add_reminders(self) -> None:
        self._section(tr("Reminders"))
        self.reminders = ReminderSetting(on=self._settings.reminders)
        self.reminders.changed.connect(lambda on: self._change("reminders", on))
        self._column.addWidget(self.reminders)

    def _add_programme(self, store: Store) -> None:
        self._section(tr("Your programme"))
        self._column.addWidget(words(say(store.guidance.programme.name), "ui", "text2"))
        to_dates = button(tr("Dates and forms"), icon="calendar", name="settings.dates")
        to_dates.clicked.connect(self.dates_requested)
        self._column.addWidget(to_dates, 0, Qt.AlignmentFlag.AlignLeft)
        self.programme = ProgrammeUpdatePanel(store)
        self.programme.taken.connect(lambda: self.journey_changed.emit("settings"))
        self._column.addWidget(self.programme)
        self._section(tr("Your journeys"))
        self.journeys = JourneysPanel(store)
        self.journeys.journey_changed.connect(self.journey_changed)
        self._column.addWidget(self.journeys)

    def _themes(self) -> QWidget:
        box = QWidget()
        row = QBoxLayout(_direction(), box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        group = QButtonGroup(box)
        kinds = [("system", tr("As my computer")), ("light", tr("Light")), ("dark", tr("Dark"))]
        for value, text in kinds:
            radio = QRadioButton(text)
            radio.setObjectName(f"settings.theme.{value}")
            radio.clicked.connect(lambda _checked=False, value=value: self._change("theme", value))
            group.addButton(radio)
            row.addWidget(radio)
            radio.setChecked(value == self._settings.theme)
            # Qt lets Tab stop at the first of a group, until one is clicked; it should stop at the chosen one.
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if radio.isChecked() else Qt.FocusPolicy.ClickFocus)
        row.addStretch()
        return box

    def _choice(self, name: str, choices: list[tuple[Any, str]], now: object, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"settings.{name}")
        box.setAccessibleName(label)
        box.setFont(theme.font("ui"))
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(now))
        box.setMinimumWidth(min(theme.px(_CONTROL), 480))
        box.activated.connect(lambda index: self._change(name, box.itemData(index)))
        return box

    def _check(self, name: str, text: str, now: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(f"settings.{name}")
        box.setChecked(now)
        box.clicked.connect(lambda checked: self._change(name, checked))
        return box

    def _change(self, name: str, value: object) -> None:
        changed = replace(self._settings, **{name: value})  # type: ignore[arg-type]
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

    def _section(self, text: str) -> None:
        self._column.addSpacing(theme.px(8))
        self._column.addWidget(rule())
        self._column.addWidget(words(text, "card_title"))

    def _row(self, text: str, control: QWidget) -> None:
        row = QBoxLayout(_direction())
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        label = words(text, "ui_bold", wrap=theme.is_large())
        label.setBuddy(control)
        if not theme.is_large():
            label.setFixedWidth(theme.px(_LABEL))
        if text or not theme.is_large():
            row.addWidget(label)
        row.addWidget(control)
        row.addStretch(1)
        self._column.addLayout(row)


def _direction() -> QBoxLayout.Direction:
    return QBoxLayout.Direction.TopToBottom if theme.is_large() else QBoxLayout.Direction.LeftToRight
