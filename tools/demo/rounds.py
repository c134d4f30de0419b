"""A picture of every page behind the pages, in one look: light, dark or with letters of 200 %."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from journal.domain.sharing import PaperKind
from journal.storage import preparations
from tools.demo.hand import Hand


def around(hand: Hand, look: str) -> None:
    """All of them; the window ends on De reis."""
    for stop in (_case, _sharing, _names, _session, _papers, _behind, _settings, _warning):
        stop(hand, look)
    hand.window.show_page("journey")  # type: ignore[attr-defined]
    hand.find("journey")


def _case(hand: Hand, look: str) -> None:
    store = hand.window.store  # type: ignore[attr-defined]
    hand.window.open_entry(store.read(preparations.current, store.journey_id).case_entry_id)  # type: ignore[attr-defined]
    hand.find("case")
    hand.picture(f"case-{look}")
    if hand.is_there("case.more"):
        hand.click("case.more")
    hand.show("case.question")
    hand.picture(f"case-question-{look}")
    hand.show("case.matter")
    hand.picture(f"case-remarks-{look}")
    hand.click("case.ready")


def _intervisie(hand: Hand, tab: int) -> None:
    hand.window.show_page("intervisie")  # type: ignore[attr-defined]
    hand.find("intervisie")
    if hand.is_there("intervisie.tabs"):
        hand.turn("intervisie.tabs", tab)


def _sharing(hand: Hand, look: str) -> None:
    _intervisie(hand, 1)
    store = hand.window.store  # type: ignore[attr-defined]
    case_id = store.read(preparations.current, store.journey_id).case_entry_id
    hand.click("intervisie.open.case")
    hand.click(f"intervisie.open.piece.{case_id}.case.matter")
    hand.show("intervisie.tick.case")
    hand.picture(f"sharing-{look}")
    hand.click("intervisie.open.case")


def _names(hand: Hand, look: str) -> None:
    _intervisie(hand, 1)
    hand.click("intervisie.names.look")
    hand.show("intervisie.initials")
    hand.picture(f"names-{look}")
    hand.click("intervisie.names.look")


def _session(hand: Hand, look: str) -> None:
    _intervisie(hand, 0)
    hand.click("intervisie.session")
    hand.picture(f"session-ready-{look}")
    for _ in range(3):
        hand.click("session.next")
    hand.picture(f"session-{look}")
    hand.press(Qt.Key.Key_Escape)
    hand.find("intervisie")


def _papers(hand: Hand, look: str) -> None:
    hand.window.shell.show_page("papers")  # type: ignore[attr-defined]
    hand.click(f"papers.kind.{PaperKind.ONE_PAGE}")
    hand.settle(0.8)
    hand.picture(f"papers-{look}")


def _behind(hand: Hand, look: str) -> None:
    for name in ("meeting", "returned", "shared", "moving", "trash", "promises"):
        hand.window.shell.show_page(name)  # type: ignore[attr-defined]
        hand.find(name)
        hand.settle(0.2)
        hand.picture(f"{name}-{look}")
    hand.window.shell.show_page("moving")  # type: ignore[attr-defined]
    if hand.is_there("moving.merge.differences"):
        hand.click("moving.merge.differences")
        hand.picture(f"differences-{look}")
        hand.click("differences.later")


def _settings(hand: Hand, look: str) -> None:
    hand.window.show_page("settings")  # type: ignore[attr-defined]
    hand.show("backups.state")
    hand.picture(f"backups-{look}")


def _warning(hand: Hand, look: str) -> None:
    hand.window.show_page("journey")  # type: ignore[attr-defined]
    hand.find("journey")
    warning: Callable[[int], None] = hand.window.furniture.warning.warn  # type: ignore[attr-defined]
    warning(25)
    hand.picture(f"lock-warning-{look}")
    hand.window.furniture.warning.hide()  # type: ignore[attr-defined]
