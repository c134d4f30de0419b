"""The paper that was sent, as the journal remembers it, and returned ones of many programs."""

import json
from pathlib import Path

import pytest

from journal.domain.sharing import PlacedFragment
from journal.returned.matching import SentPaper

DATA = Path(__file__).parents[1] / "data" / "returned"


def placed() -> tuple[PlacedFragment, ...]:
    found = json.loads((DATA / "sent.json").read_text(encoding="utf-8"))
    return tuple(PlacedFragment(**each) for each in found)


def file(name: str) -> bytes:
    return (DATA / name).read_bytes()


@pytest.fixture
def paper() -> SentPaper:
    return SentPaper(7, placed())
