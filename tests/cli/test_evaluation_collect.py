"""``reisgezel-cli evaluation collect``: as its programme maker meets it, with the files that really come in."""

import io

import pypdf
import pytest

from journal.__main__ import main
from journal.domain import evaluation
from journal.domain.evaluation import Evaluation, Said
from resources import folder as folder_of
from tests.export import reading

WORDS = (
    "Ik zie nu dat mijn eigen ongeduld meedoet in elk overleg.",
    "Het is stil geworden als ik iets vraag, en dat is nieuw.",
    "Wij zijn begonnen met één straat.",
    "Minder plannen, meer koffie.",
    "«<b>#set page()</b> $x$ *vet* \\u0000»",
)


@pytest.fixture(autouse=True)
def in_english(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def group(tmp_path):
    """Five files of one session; the second person gave a name."""
    folder = tmp_path / "files"
    folder.mkdir()
    return [put(folder / f"{n}.reisgezel-evaluatie", n, words) for n, words in enumerate(WORDS, 1)]


def put(file, number, words, mark=None, **other):
    said = (Said(theme="transformation", words=words, mark=mark or (number - 1) % 5 + 1),)
    name = "Marjan de Wit" if number == 2 else None
    found = {"programme": "htc", "session": "two-day-2", "name": name, "themes": said, **other}
    file.write_bytes(evaluation.write(Evaluation(id=f"{number:032x}", **found)))
    return file


def collect(files, target, *more):
    return main(["evaluation", "collect", *map(str, files), "--to", str(target), *more])


def test_the_picture_has_all_quotations_a_spread_and_one_name(group, tmp_path, capsys):
    target = tmp_path / "overview.pdf"
    assert collect(group, target) == 0
    data = target.read_bytes()
    told = reading.words(data)
    for words in WORDS:
        assert " ".join(words.split()) in told
    assert told.count("Marjan de Wit") == 1
    assert "What people chose on the line" in told
    assert told.index(WORDS[0]) < told.index("What people chose on the line")
    assert "from 5 files" in capsys.readouterr().out


def test_the_picture_is_tagged_like_the_other_paper(group, tmp_path):
    target = tmp_path / "overview.pdf"
    collect(group, target)
    data = target.read_bytes()
    assert reading.is_accessible(data)
    assert reading.is_for_archives(data)
    assert reading.outline(data)[0] == "Two-day session 2"
    told = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert told is not None
    assert "Marjan" not in str(told)


def test_under_five_files_there_is_no_spread(group, tmp_path):
    target = tmp_path / "overview.pdf"
    assert collect(group[:4], target) == 0
    told = reading.words(target.read_bytes())
    assert "What people chose on the line" not in told
    assert "no spread is drawn" in told


def test_the_same_files_in_another_order_give_the_same_paper(group, tmp_path):
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    collect(group, one)
    collect(group[::-1], other)
    assert reading.words(one.read_bytes()) == reading.words(other.read_bytes())


def test_wrong_files_are_named_and_left_out_and_the_picture_is_made(group, tmp_path, capsys):
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    (wrong / "large.json").write_bytes(b"x" * 10_000_000)
    (wrong / "page.html").write_text("<!doctype html><script>alert(1)</script>", encoding="utf-8")
    (wrong / "other.json").write_text('{"format": 1, "name": "\\ud83d"}', encoding="utf-8")
    (wrong / "folder.json").mkdir()
    (wrong / "changed.json").write_bytes(group[0].read_bytes().replace(b"ongeduld", b"geduld"))
    (wrong / "double.json").write_bytes(group[1].read_bytes())
    put(wrong / "session.json", 21, "Eerder.", session="two-day-1")
    put(wrong / "programme.json", 22, "Elders.", programme="netwerkteam")
    put(wrong / "theme.json", 23, "", themes=(Said(theme="green", mark=1),))
    put(wrong / "strange \x1b[31m.json", 24, "Eerder nog.", session="two-day-3")
    target = tmp_path / "overview.pdf"
    assert collect([*group, *sorted(wrong.iterdir()), tmp_path / "gone.json"], target) == 0
    said = capsys.readouterr().err
    for name, why in {
        "large.json": "is not an evaluation",
        "page.html": "is not an evaluation",
        "other.json": "is not an evaluation",
        "folder.json": "cannot be read",
        "gone.json": "cannot be read",
        "changed.json": "was changed",
        "double.json": f"is a double of {group[1]}",
        "session.json": "another session",
        "programme.json": "another programme",
        "theme.json": "--programme",
    }.items():
        assert any(name in line and why in line for line in said.splitlines()), name
    assert "\x1b" not in said
    assert "geduld meedoet" not in said, "no words of participants on the terminal"
    told = reading.words(target.read_bytes())
    assert "Eerder." not in told
    assert "Elders." not in told


def test_when_no_picture_can_be_made_nothing_is_written(tmp_path, capsys):
    page = tmp_path / "page.html"
    page.write_text("<p>", encoding="utf-8")
    target = tmp_path / "overview.pdf"
    assert collect([page], target) == 1
    assert not target.exists()
    assert "No picture" in capsys.readouterr().err


def test_a_programme_of_ones_own_gives_its_names(group, tmp_path, capsys):
    folder = tmp_path / "own"
    folder.mkdir()
    own = [put(folder / f"{n}.json", n, f"Nummer {n}.", programme="htc-green") for n in range(1, 3)]
    target = tmp_path / "overview.pdf"
    assert collect(own, target) == 0
    assert "htc-green is not known" in capsys.readouterr().err
    source = (
        (folder_of("programmes") / "htc.toml")
        .read_text("utf-8")
        .replace('id = "htc"', 'id = "htc-green"', 1)
        .replace('"Transformation"', '"Growth"')
    )
    programme = tmp_path / "green.toml"
    programme.write_text(source, encoding="utf-8")
    assert collect([*own, group[0]], target, "--programme", str(programme)) == 0
    assert "another programme" in capsys.readouterr().err
    assert "Growth" in reading.words(target.read_bytes())


def test_usage_is_told_when_something_is_missing(group, tmp_path):
    assert main(["evaluation"]) == 2
    assert collect(group, tmp_path / "overview.docx") == 2
    before = group[0].read_bytes()
    same = group[0].with_suffix(".pdf")
    same.write_bytes(before)
    assert collect([same], same) == 2
    assert same.read_bytes() == before


def test_where_nothing_can_be_written_the_reason_is_told(group, tmp_path, capsys):
    assert collect(group, tmp_path / "gone" / "overview.pdf") == 1
    assert "did not succeed" in capsys.readouterr().err
