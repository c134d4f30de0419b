"""What the tests of the paper share: the shipped guidance, and Dutch unless a test says otherwise."""

from collections.abc import Iterator

import pytest

from journal import guidance_files, text
from journal.domain.guidance import Guidance


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    before = text.language()
    text.use("nl")
    yield
    text.use(before)


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    programme = next(programme for programme in guidance_files.shipped() if programme.id == "htc")
    return guidance_files.guidance_for(programme)
