"""Nothing is collected in another thread than the screen's: there a forgotten widget would crash the app."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from ui.collecting import Collector


@pytest.fixture
def collector(qapp):
    assert qapp
    parent = QObject()
    yield Collector(parent)
    parent.deleteLater()


@pytest.mark.usefixtures("collector")
def test_a_job_that_makes_many_objects_collects_nothing():
    before = sum(generation["collections"] for generation in gc.get_stats())
    made: list[object] = []
    thread = threading.Thread(target=lambda: made.extend([each] for each in range(100_000)))
    thread.start()
    thread.join()
    assert len(made) == 100_000
    assert sum(generation["collections"] for generation in gc.get_stats()) == before


def test_what_a_job_left_is_collected_by_the_timer(collector):
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    before = gc.get_stats()[0]["collected"] + gc.get_stats()[1]["collected"] + gc.get_stats()[2]["collected"]
    for _ in range(2000):
        Ring()
    collector.look()
    after = gc.get_stats()[0]["collected"] + gc.get_stats()[1]["collected"] + gc.get_stats()[2]["collected"]
    assert after - before >= 1000
