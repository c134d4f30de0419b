"""What is saved is the paper of what is ticked now, never the one of a moment before."""

import pytest

from journal.domain.snapshot import Snapshot
from journal.errors import PaperError
from tests.storage.intervisie_story import ON
from ui.paper_maker import PaperMaker
from ui.widgets.paper import Paper


def paper(words: str) -> Paper:
    return Paper(Snapshot(made_on=ON, writer=words))


@pytest.fixture
def maker(qtbot, qapp):
    made = PaperMaker(qapp)
    made.make_soon(lambda: paper("with what is unticked now"), at_once=True)
    qtbot.waitUntil(made.is_fresh)
    yield made
    made.deleteLater()


def test_after_a_pause_the_paper_of_before_is_not_taken_for_the_newest(maker):
    maker.make_soon(lambda: paper("without it"))
    maker.pause()
    assert not maker.is_fresh()
    assert maker.now().snapshot.writer == "without it"
    assert maker.is_fresh()


def test_when_the_newest_cannot_be_made_the_one_before_is_not_taken_for_it(maker, qtbot):
    def fails() -> Paper:
        raise PaperError("trouble")

    with qtbot.waitSignal(maker.failed):
        maker.make_soon(fails, at_once=True)
    assert not maker.is_fresh()
    with pytest.raises(PaperError):
        maker.now()
