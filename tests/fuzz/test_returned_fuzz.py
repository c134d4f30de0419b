"""Spoilt papers: no hang, no crash, nothing half taken in, and one message each.

500 in every run of the tests; ``REISGEZEL_FUZZ=10000`` for more. ``REISGEZEL_FUZZ_FROM`` begins at another number.
"""

import os
import sys
import time
from collections import Counter

import pytest

from journal.domain.returning import PaperRead, ReturnedKind
from journal.returned import answer, limits, matching, reading
from journal.returned.asking import Refusal, request
from journal.storage import journeys, returned
from tests.fuzz.many import Reader
from tests.fuzz.mutations import spoilt
from tests.returned.conftest import placed
from ui.pages.returned.sentences import trouble

MANY = int(os.environ.get("REISGEZEL_FUZZ", "500"))
FIRST = int(os.environ.get("REISGEZEL_FUZZ_FROM", "0"))
ONE_APART = 40

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are set as POSIX systems do")


@pytest.fixture
def reader():
    made = Reader()
    yield made
    made.end()


def test_spoilt_papers_give_one_message_or_come_in_whole(reader, journal, clock, capsys):
    journey_id = journal.do(journeys.begin, "htc", began_on=clock.today(), meetings=[])
    paper = matching.SentPaper(7, placed())
    outcomes, remarks, kept, longest, ended = Counter(), 0, 0, 0.0, []
    for number in range(FIRST, FIRST + MANY):
        kind, data = spoilt(number)
        begun = time.monotonic()
        given = reader.ask(request(data, ""))
        longest = max(longest, time.monotonic() - begun)
        if given is None:
            ended.append((number, kind, round(time.monotonic() - begun, 1)))
            outcomes["ended"] += 1
            continue
        try:
            read = answer.parsed(given)
        except answer.Strange:
            outcomes["strange"] += 1  # the app says that it is damaged
            assert trouble(reading.NotRead(reading.Reason.DAMAGED))
            continue
        if isinstance(read, Refusal):
            outcomes[read.value] += 1
            assert trouble(reading.NotRead(reading.Reason(read.value)))
            continue
        assert isinstance(read, PaperRead)
        assert len(read.remarks) <= limits.MOST_ANNOTATIONS
        outcomes["read"] += 1
        proposed = matching.propose(read.remarks, [paper], paper.id)
        if number % 10 == 0 and data:
            taken = journal.do(
                returned.take_in,
                journey_id,
                share_id=None,
                kind=ReturnedKind.PDF,
                sender="",
                file_name=f"{number}.pdf",
                data=data,
                remarks=proposed,
            )
            kept += not taken.already
            assert taken.already or len(journal.read(returned.remarks, taken.returned_id)) == len(proposed)
            remarks += len(proposed)

    with capsys.disabled():
        print(f"\n{MANY} spoilt papers: {dict(outcomes)}; {remarks} remarks taken in; longest {longest:.1f} s; {ended}")
    assert longest < limits.MOST_SECONDS + 2
    assert sum(outcomes.values()) == MANY
    assert len(journal.read(returned.listed, journey_id)) == kept
    assert outcomes["strange"] <= MANY // 200
    assert len(ended) <= MANY // 20, "too many that only an end could stop"


@pytest.mark.parametrize("number", range(0, ONE_APART * 8, 40))
def test_each_in_a_process_of_its_own_as_the_app_does(number):
    _, data = spoilt(number)
    begun, said = time.monotonic(), ""
    try:
        read = reading.read_paper(data)
    except reading.NotRead as error:
        said = trouble(error)
    assert said or read.pages
    assert time.monotonic() - begun < limits.MOST_SECONDS + 3


def test_a_file_that_hangs_the_reader_is_ended_with_one_message():
    begun = time.monotonic()
    with pytest.raises(reading.NotRead) as error:
        reading.read_paper(b"%PDF-", reader="journal.apart_trials:hang", seconds=1)
    assert trouble(error.value)
    assert time.monotonic() - begun < 4
