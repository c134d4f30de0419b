"""Settings survive: wrong values, strange paths, unreadable files."""

import pytest

from journal.errors import CannotWrite
from journal.settings import Settings


def test_what_is_written_is_read(tmp_path):
    file = tmp_path / "deep" / "settings.toml"
    chosen = Settings(
        language="en", theme="dark", text_size=150, idle_minutes=30, journal='C:\\Mijn "map"\\é\n', map_as_list=True
    )
    chosen.write(file)
    assert Settings.read(file) == chosen


@pytest.mark.parametrize(
    "content",
    [
        "",
        "language = 3",
        "nonsense",
        'theme = "pink"\ntext_size = 117\nidle_minutes = -1',
        "text_size = true",
        "\x00\xff",
    ],
)
def test_wrong_values_become_defaults(tmp_path, monkeypatch, content):
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    file = tmp_path / "settings.toml"
    file.write_text(content, encoding="latin-1")
    assert Settings.read(file) == Settings()
    assert file.read_text(encoding="latin-1") == content


def test_one_wrong_value_leaves_the_others(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"\ntext_size = "large"\n')
    assert Settings.read(file).theme == "dark"
    assert Settings.read(file).text_size == 100


@pytest.mark.parametrize(
    ("system", "language"), [("nl_NL.UTF-8", "nl"), ("nl_BE", "nl"), ("en_GB.UTF-8", "en"), ("de_DE", "en")]
)
def test_dutch_on_a_dutch_system_else_english(tmp_path, monkeypatch, system, language):
    monkeypatch.setenv("LC_ALL", system)
    assert Settings.read(tmp_path / "none.toml").language == language


def test_no_room_is_said_and_the_old_file_stays(tmp_path):
    (tmp_path / "folder").write_text("not a folder")
    with pytest.raises(CannotWrite):
        Settings().write(tmp_path / "folder" / "settings.toml")
    assert (tmp_path / "folder").read_text() == "not a folder"
