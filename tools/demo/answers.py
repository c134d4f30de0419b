"""Three readers answer Marjan's paper, each with another program, and their remarks come home."""

from pathlib import Path

from journal.domain.sharing import PaperKind, Recipient
from journal.storage import returned, shares
from tools.demo import coach
from tools.demo.hand import Hand

SAID: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "Ellis Vroom",
        {
            "case.matter": "Zodra het over geld gaat, neem jij het over. Voor wie doe je dat?",
            "case.question": "Mooie vraag. Ik zou hem zo laten.",
        },
    ),
    ("Bas Okkema", {"question": "Ruimte maken, of het uithouden dat die er al is?"}),
    (
        "Tineke van Loon",
        {"case.moment": "Dit raakte me. Jij weet iets wat de tafel niet weet.", "case.help": "Dit doe ik graag."},
    ),
)
"""Who said what of which answer; in the order of ``coach.WRITERS``."""


def write(hand: Hand, paper: Path, place: Path) -> list[Path]:
    """The paper with the remarks of each reader, as files that come back."""
    store = hand.window.store  # type: ignore[attr-defined]
    sent = next(
        each.share
        for each in store.read(shares.listed, store.journey_id)
        if (each.share.kind, each.share.recipient) == (PaperKind.PREPARATION, Recipient.GROUP)
    )
    placed = store.read(shares.placed, sent.id)
    files = []
    for (who, said), writer in zip(SAID, coach.WRITERS, strict=True):
        codes = {next(each.code for each in placed if each.fragment.endswith(name)): said[name] for name in said}
        files.append(place / f"Terug van {who.split(maxsplit=1)[0]}.pdf")
        files[-1].write_bytes(writer(paper.read_bytes(), who, codes))
    return files


def come_home(hand: Hand, files: list[Path]) -> int:
    """Each file by the page for answers, and a yes for every remark in it. How many there were."""
    hand.window.show_page("intervisie")  # type: ignore[attr-defined]
    hand.click("intervisie.returned")
    hand.picture("returned-empty-light")
    store, many = hand.window.store, 0  # type: ignore[attr-defined]
    for number, file in enumerate(files, 1):
        with hand.naming(file):
            hand.click("returned.choose")
        hand.wait(lambda n=number: len(store.read(returned.listed, store.journey_id)) == n, f"{file.name} to come in")  # type: ignore[misc]
        hand.settle(0.3)
        if number == 1:
            hand.picture("returned-first-light")
        for remark in store.read(returned.remarks, store.read(returned.listed, store.journey_id)[0].id):
            hand.click(f"returned.yes.{remark.id}")
            many += 1
    return many
