"""Run as ``python -m tools.demo``; needs no display. Leaves everything in ``build/demo``."""

import datetime as dt
import faulthandler
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from journal import sample
from journal.settings import Settings
from tools.demo import answers, coach, editions, mishaps, papers, rounds, story
from tools.demo.hand import Hand
from ui import theme
from ui.main_window import MainWindow

PLACE = Path("build/demo")
PAPERS, SCREENS = PLACE / "papers", PLACE / "screens"


def main() -> int:
    """Tell the story once; prints where things are."""
    faulthandler.enable()
    if PLACE.exists():
        shutil.rmtree(PLACE)  # only what an earlier demo left
    PAPERS.mkdir(parents=True)
    began = time.monotonic()
    moment = sample.write_sample(PLACE / "journal")
    qInstallMessageHandler(_quietly)
    app = QApplication([sys.argv[0]])
    theme.load_fonts()
    theme.load_other_fonts()

    first = _window(PLACE / "first-start", moment)
    story.first_start(Hand(first, SCREENS), PLACE / "first-start")
    editions.done_with(first)

    made, many = _marjan(moment)
    mishaps.damaged(PLACE / "journal", moment, PLACE, _window, editions.done_with)
    made += papers.of_others(PAPERS, SCREENS, _window, editions.done_with)
    app.processEvents()
    lived = editions.pictures(PLACE / "programmes", _window)
    app.processEvents()
    pages = [
        page
        for paper in (*made, *sorted(PAPERS.glob("Terug*.pdf")))
        for page in papers.printed(paper, PAPERS / "pages", papers.PASSWORD if "wachtwoord" in paper.stem else None)
    ]
    _tidy()

    print(f"The sample journal:  {PLACE / 'journal'}   (passphrase: {sample.PASSPHRASE})")
    print(f"Its intervisie PDF:  {PLACE / 'intervisie.pdf'}")
    print(f"Other papers:        {PAPERS}   (the one with a password: {papers.PASSWORD})")
    for paper in made:
        print(f"                     {paper.name}")
    print(f"Their pages:         {PAPERS / 'pages'}   ({len(pages)} pictures)")
    print(f"Answers:             {many} remarks by {len(coach.WRITERS)} writers of annotations came home")
    print(f"Pictures:            {SCREENS}   ({len(list(SCREENS.rglob('*.png')))} of them: light, dark and 200 %)")
    print("A whole edition of each programme, its journal, pictures and PDF:")
    for place in lived:
        print(f"                     {place}   ({len(list(place.glob('*.png')))} pictures)")
    print(f"Took {time.monotonic() - began:.0f} seconds.")
    return 0


def _marjan(moment: dt.datetime) -> tuple[list[Path], int]:
    """An evening of the sample participant, her papers, and three answers; how many remarks came home."""
    window = _window(PLACE / "journal", moment)
    hand = Hand(window, SCREENS)
    story.unlock(hand, sample.PASSPHRASE)
    story.reflect(hand)
    story.look_around(hand)
    paper = story.export(hand, PLACE / "intervisie.pdf")
    made = [paper, papers.for_the_coach(hand, PAPERS), *papers.other_kinds(hand, PAPERS)]
    many = answers.come_home(hand, answers.write(hand, paper, PAPERS))
    with tempfile.TemporaryDirectory() as elsewhere:
        mishaps.write_on_two_laptops(hand, Path(elsewhere))
    mishaps.throw_something_away(hand)
    story.back_up(hand)
    for look in mishaps.LOOKS:
        mishaps.look(window, look)
        rounds.around(hand, look)
    story.large_text(hand)
    editions.done_with(window)
    return made, many


def _tidy() -> None:
    """What only the demo needed."""
    for folder in ("first-start", "beschadigd", "papers/journals"):
        shutil.rmtree(PLACE / folder, ignore_errors=True)
    for settings in PLACE.rglob("settings-*.toml"):
        settings.unlink()


def _quietly(_kind: QtMsgType, _where: QMessageLogContext, message: str | None) -> None:
    if message and "propagateSizeHints" not in message:  # what a screen that is none has to say about windows
        sys.stderr.write(message + "\n")


def _window(folder: Path, moment: dt.datetime) -> MainWindow:
    settings = Settings(language="nl", theme="light", less_motion=True, journal=str(folder.absolute()))
    window = MainWindow(
        settings,
        folder=folder.absolute(),
        settings_file=PLACE.absolute() / f"settings-{folder.parent.name}-{folder.name}.toml",
        now=lambda: moment,
    )
    window.begin()
    window.show()
    return window


if __name__ == "__main__":
    sys.exit(main())
