"""A returned file that is strange, damaged, huge or slow gives one clear reason, and nothing else."""

import io
import json
import os
import threading

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from journal.returned import answer, limits, reading, signs
from journal.returned.reading import NotRead, Reason, contents, read_paper
from tests.returned.conftest import file
from ui.photos import UnreadablePhoto, take_in


def reason(data: bytes, **named) -> Reason:
    with pytest.raises(NotRead) as trouble:
        read_paper(data, **named)
    return trouble.value.reason


def changed(change) -> bytes:
    with pikepdf.open(io.BytesIO(file("pypdf.pdf"))) as pdf:
        change(pdf)
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def test_what_is_no_pdf():
    assert reason(b"PK\x03\x04 een brief") is Reason.FOREIGN


def test_what_is_only_the_beginning_of_one():
    assert reason(file("pypdf.pdf")[:300]) is Reason.DAMAGED


def test_too_many_pages():
    def change(pdf):
        for _ in range(limits.MOST_PAGES):
            pdf.add_blank_page()

    assert reason(changed(change)) is Reason.LARGE


def test_too_many_annotations():
    def change(pdf):
        one = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents="x")
        pdf.pages[0].obj.Annots = Array([one] * (limits.MOST_ANNOTATIONS + 1))

    assert reason(changed(change)) is Reason.LARGE


def test_a_file_that_keeps_the_reader_busy_is_ended():
    assert reason(b"%PDF-", reader="journal.apart_trials:hang", seconds=1) is Reason.SLOW


def test_a_reader_that_falls_over():
    assert reason(b"%PDF-", reader="journal.apart_trials:crash") is Reason.DAMAGED


def test_an_answer_that_the_reader_never_gives():
    assert reason(b"%PDF-", reader="journal.apart_trials:echo") is Reason.DAMAGED


def test_nobody_waits():
    with pytest.raises(reading.NobodyWaits):
        read_paper(b"%PDF-", reader="journal.apart_trials:hang", wanted=lambda: False)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    large = tmp_path / "groot.pdf"
    with large.open("wb") as target:
        target.truncate(limits.MOST_BYTES + 1)
    with pytest.raises(NotRead) as trouble:
        reading.contents(large)
    assert trouble.value.reason is Reason.LARGE


@pytest.mark.parametrize(("name", "reason"), [("weg.pdf", Reason.GONE), (".", Reason.FOREIGN)])
def test_a_file_that_is_not_there_or_is_a_folder(tmp_path, name, reason):
    with pytest.raises(NotRead) as trouble:
        reading.contents(tmp_path / name)
    assert trouble.value.reason is reason


def test_a_very_long_remark_is_cut():
    def change(pdf):
        pdf.pages[0].obj.Annots[0].Contents = "a" * 50_000

    texts = [remark.text for remark in read_paper(changed(change)).remarks]
    assert max(map(len, texts)) == limits.MOST_SIGNS


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xfe\xff\x00\xe9\x00\xe9\x00n", "één"),
        (b"\xff\xfe\xe9\x00\xe9\x00n\x00", "één"),
        (b"\xef\xbb\xbf\xc3\xa9n", "én"),
        ("één".encode(), "één"),
        (b"\xe9\xe9n \x85 \xa0", "één – €"),
        (b"\xfe\xff\x00\x1b\x00n\x00l\x00\x1b\x00j\x00a", "ja"),
    ],
)
def test_every_encoding_of_a_remark(data, text):
    assert signs.decoded(data) == text


def test_control_signs_and_turned_words_are_taken_out():
    assert signs.tidy("a\0b\x07c \u202egfd.exe\u2066\n\n\n\nd", 100) == "a\ufffdbc gfd.exe\n\nd"


def test_markup_is_only_its_words():
    markup = '<?xml version="1.0"?><body><p>Eén &lt;b&gt;</p><p>twee<br/>drie</p></body>'
    assert signs.tidy(signs.words_of_markup(markup), 100) == "Eén <b>\ntwee\ndrie"


REMARK = {"kind": "note", "text": "x", "author": "", "quoted": "", "page": 1, "box": [0, 0, 1, 1], "answers": None}
WORDS = [["woord", 0, 0, 1, 1]]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {"refused": "kwaad"},
        {"pages": [WORDS]},
        {"pages": [], "remarks": []},
        {"pages": [WORDS], "remarks": [], "more": 1},
        {"pages": [[["woord", 0, 0, 1]]], "remarks": []},
        {"pages": [[["woord", 0, 0, 1, float("nan")]]], "remarks": []},
        {"pages": [[["woord", 0, 0, 1, 1e300]]], "remarks": []},
        {"pages": [[["w" * 201, 0, 0, 1, 1]]], "remarks": []},
        {"pages": [WORDS], "remarks": [REMARK | {"kind": "own"}]},
        {"pages": [WORDS], "remarks": [REMARK | {"page": 2}]},
        {"pages": [WORDS], "remarks": [REMARK | {"page": True}]},
        {"pages": [WORDS], "remarks": [REMARK | {"answers": 0}]},
        {"pages": [WORDS], "remarks": [REMARK | {"text": "x" * 10_001}]},
        {"pages": [WORDS], "remarks": [REMARK | {"text": None}]},
        {"pages": [WORDS], "remarks": [REMARK | {"box": "0011"}]},
        {"pages": [WORDS], "remarks": [REMARK] * 2_001},
    ],
)
def test_an_answer_out_of_line_is_refused(wrong):
    with pytest.raises(answer.Strange):
        answer.parsed(json.dumps(wrong).encode())


def test_an_answer_without_end_is_refused():
    with pytest.raises(answer.Strange):
        answer.parsed(b"[" * 100_000)


def test_an_answer_in_line_is_taken_and_cleaned():
    read = answer.parsed(json.dumps({"pages": [WORDS], "remarks": [REMARK | {"text": "a\x07\u202eb"}]}).encode())
    assert read.remarks[0].text == "ab"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where files can be pipes")
@pytest.mark.parametrize("look", [contents, take_in])
def test_a_pipe_is_refused_and_never_waited_for(look, tmp_path):
    os.mkfifo(tmp_path / "antwoord.pdf")
    said: list[type] = []

    def read():
        try:
            look(tmp_path / "antwoord.pdf")
        except (NotRead, UnreadablePhoto) as error:
            said.append(type(error))

    reading_it = threading.Thread(target=read, daemon=True)
    reading_it.start()
    reading_it.join(10)
    assert said
