"""Run as ``python -m tools.demo``; needs no display. Leaves everything in ``build/demo``."""

import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from journal import sample
from journal.settings import Settings
from tools.demo import editions, story
from tools.demo.hand import Hand
from ui import theme
from ui.main_window import MainWindow

PLACE = Path("build/demo")


def main() -> int:
    """Tell the story once; prints where things are."""
    if PLACE.exists():
        shutil.rmtree(PLACE)  # only what an earlier demo left
    PLACE.mkdir(parents=True)
    moment = sample.write_sample(PLACE / "journal")
    qInstallMessageHandler(_quietly)
    app = QApplication([sys.argv[0]])
    theme.load_fonts()
    theme.load_other_fonts()

    first = _window(PLACE / "first-start", moment, "first")
    story.first_start(Hand(first, PLACE / "screens"), PLACE / "first-start")
    editions.done_with(first)

    window = _window(PLACE / "journal", moment, "sample")
    hand = Hand(window, PLACE / "screens")
    story.unlock(hand, sample.PASSPHRASE)
    story.reflect(hand)
    story.look_around(hand)
    story.export(hand, PLACE / "intervisie.pdf")
    window.take_settings(replace(window.settings, text_size=200))
    story.large_text(hand)
    editions.done_with(window)
    app.processEvents()
    shutil.rmtree(PLACE / "first-start")
    lived = editions.pictures(PLACE / "programmes", lambda folder, then: _window(folder, then, folder.parent.name))
    app.processEvents()
    for settings in PLACE.rglob("settings-*.toml"):
        settings.unlink()

    pictures = sorted((PLACE / "screens").rglob("*.png"))
    print(f"The sample journal:  {PLACE / 'journal'}   (passphrase: {sample.PASSPHRASE})")
    print(f"Its intervisie PDF:  {PLACE / 'intervisie.pdf'}")
    print(f"Pictures:            {PLACE / 'screens'}   ({len(pictures)} of them, light and dark)")
    print("A whole edition of each programme, its journal, pictures and PDF:")
    for place in lived:
        print(f"                     {place}   ({len(list(place.glob('*.png')))} pictures)")
    return 0


def _quietly(_kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
    if message and "propagateSizeHints" not in message:  # what a screen that is none has to say about windows
        sys.stderr.write(message + "\n")


def _window(folder: Path, moment: object, name: str) -> MainWindow:
    settings = Settings(language="nl", theme="light", less_motion=True, journal=str(folder.absolute()))
    window = MainWindow(
        settings,
        folder=folder.absolute(),
        settings_file=PLACE.absolute() / f"settings-{name}.toml",
        now=lambda: moment,  # type: ignore[arg-type, return-value]
    )
    window.begin()
    window.show()
    return window


if __name__ == "__main__":
    sys.exit(main())
