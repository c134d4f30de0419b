"""The papers of three participants, each by another method, and of every other kind; all through the window."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QRadioButton

from journal import sample, stories
from journal.domain.sharing import PaperKind
from journal.storage import preparations
from tools.demo.hand import Hand
from ui.main_window import MainWindow

Opened = Callable[[Path, dt.datetime], MainWindow]
PASSWORD = "zeven natte laarzen"  # noqa: S105 - of a sample that holds nobody's secrets
_SHARP = 1.5


@dataclass(frozen=True)
class Participant:
    """Somebody of a story, on a day before a meeting. ``case``: what of it is ticked by hand, sentence by sentence."""

    story: str
    until: dt.date
    sentences: tuple[str, ...] = ()


OTHERS = (
    Participant("jeroen", dt.date(2025, 3, 2), ("case.matter#1", "case.matter#2")),
    Participant("willem", dt.date(2025, 2, 10)),
)
"""By the incident method, and by Balint; Marjan's is gossip."""


def of_others(place: Path, screens: Path, opened: Opened, done_with: Callable[[MainWindow], None]) -> list[Path]:
    """The papers of ``OTHERS`` in ``place``, with pictures of their windows in ``screens``."""
    made = []
    for each in OTHERS:
        folder = place / "journals" / each.story
        moment = sample.write_sample(folder, story=each.story, until=each.until)
        window = opened(folder, moment)
        hand = Hand(window, screens)
        hand.write("lock.passphrase", sample.PASSPHRASE)
        hand.click("lock.open")
        hand.find("journey")
        window.show_page("intervisie")
        _tick_by_hand(hand, each)
        name = str(stories.read(each.story)["own_name"]).split(maxsplit=1)[0]
        made.append(save(hand, place / f"{name}, voor de groep.pdf"))
        hand.picture(f"sharing-{each.story}-light")
        done_with(window)
    return made


def _tick_by_hand(hand: Hand, who: Participant) -> None:
    """Take an answer off, and put back only some of its sentences."""
    store = hand.window.store  # type: ignore[attr-defined]
    prepared = store.read(preparations.current, store.journey_id)
    hand.find("intervisie.tick.case")
    if not who.sentences:
        return
    hand.click("intervisie.open.case")
    piece = f"piece.{prepared.case_entry_id}.{who.sentences[0].partition('#')[0]}"
    hand.click(f"intervisie.tick.{piece}")
    hand.click(f"intervisie.open.{piece}")
    for sentence in who.sentences:
        hand.click(f"intervisie.tick.{piece}#{sentence.rpartition('#')[2]}")


def save(hand: Hand, target: Path, button: str = "intervisie.save") -> Path:
    """Save the paper that is shown, by its button and the dialog of the system."""
    hand.wait(hand.find(button).isEnabled, "the paper to be ready")
    hand.settle(0.8)  # what was ticked last is on it
    hand.wait(hand.find(button).isEnabled, "the paper to be ready")
    with hand.naming(target):
        hand.click(button)
    hand.wait(target.exists, f"{target.name} to be saved")
    return target


def for_the_coach(hand: Hand, place: Path) -> Path:
    """What the coach is shown has ticks of its own; these all begin off."""
    hand.window.show_page("intervisie")  # type: ignore[attr-defined]
    hand.click("intervisie.meeting")
    hand.write("intervisie.coach", "Ellis Vroom")
    hand.click("intervisie.meeting.done")
    hand.turn("intervisie.reader", 1)
    for name in ("since", "question", "places", "case", "next_step"):
        hand.click(f"intervisie.tick.{name}")
    made = save(hand, place / "Marjan, voor haar coach.pdf")
    hand.picture("sharing-coach-light")
    hand.turn("intervisie.reader", 0)
    return made


def other_kinds(hand: Hand, place: Path) -> list[Path]:
    """One reflection with a password, the journey in one page, the harvest sheet, and the whole journal."""
    hand.window.shell.show_page("papers")  # type: ignore[attr-defined]
    hand.find("papers")
    hand.wait(hand.find("papers.save").isEnabled, "the paper to be ready")
    plain = save(hand, place / "Marjan, een reflectie.pdf", "papers.save")
    hand.click("papers.password")
    for name in ("papers.password.first", "papers.password.again"):
        hand.write(name, PASSWORD)
    hand.show("papers.password")
    hand.picture("papers-password-light")
    locked = save(hand, place / "Marjan, een reflectie met wachtwoord.pdf", "papers.save")
    made = [plain, locked]
    for kind, name in ((PaperKind.ONE_PAGE, "haar reis op één blad"), (PaperKind.HARVEST, "oogstblad")):
        hand.click(f"papers.kind.{kind}")
        if kind is PaperKind.ONE_PAGE:
            _pick_sentences(hand)
        made.append(save(hand, place / f"Marjan, {name}.pdf", "papers.save"))
        hand.picture(f"papers-{kind}-light")
    hand.click(f"papers.kind.{PaperKind.JOURNAL}")
    hand.click("papers.begin")
    made.append(save(hand, place / "Marjan, haar hele dagboek.pdf", "papers.save"))
    return made


def _pick_sentences(hand: Hand) -> None:
    """For every session the first sentence that is offered; the row before it is for none."""
    for number in range(9):
        if hand.is_there(f"papers.open.{number}"):
            hand.click(f"papers.open.{number}")
            offered = [each for each in hand.window.findChildren(QRadioButton) if each.isVisible()]
            hand.click(offered[1].objectName())


def printed(paper: Path, target: Path, password: str | None = None) -> list[Path]:
    """A picture of every page."""
    target.mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(paper, password=password)
    made = []
    for number in range(len(document)):
        made.append(target / f"{paper.stem} {number + 1}.png")
        document[number].render(scale=_SHARP).to_pil().save(made[-1])
    document.close()
    return made
