import json

import pytest

from journal import text
from journal.export import archive, markdown

ENTRY = {
    "id": 7,
    "form_id": "reflection",
    "meeting_id": 3,
    "caused_by_id": None,
    "title": "Wandeling met Henk #1",
    "depth": "steps",
    "written_on": "2026-11-20",
    "created_at": "2026-11-20T19:14:00+00:00",
    "finished_at": None,
    "thrown_away_at": None,
    "answers": [
        {
            "prompt_id": "moment.story",
            "text": "#set page()\n- geen lijst\n\n<b>$x$</b> {{ naam }} \\ klaar",
            "settled": False,
            "updated_at": "2026-11-20T19:14:00+00:00",
            "versions": [{"text": "Eerder.", "kept_at": "2026-11-20T19:00:00+00:00"}],
        },
        {"prompt_id": "gone.prompt", "text": "Los eind.", "settled": False, "updated_at": "", "versions": []},
        {"prompt_id": "next.will", "text": "", "settled": True, "updated_at": "", "versions": []},
        {"prompt_id": "next.when", "text": "", "settled": False, "updated_at": "", "versions": []},
    ],
    "placements": [{"who": "me", "stage_id": "trials", "evidence": "Druk.", "placed_at": ""}],
    "marks": [{"theme_id": "cooperation", "level": 3, "marked_at": ""}],
    "experiment": {"state": "running", "first_on": "2026-11-21", "until_on": None},
}
WHOLE = {
    "format": 1,
    "journeys": [
        {
            "id": 1,
            "programme_id": "htc",
            "programme_source": None,
            "edition": "najaar 2026",
            "own_name": "Marjan de Wit",
            "group_name": "",
            "began_on": "2026-09-19",
            "meetings": [{"id": 3, "session_id": "two-day-2", "kind": "two_day", "starts_on": "2026-11-19"}],
            "entries": [
                ENTRY,
                {**ENTRY, "id": 8, "title": "Weg", "thrown_away_at": "2026-11-21T10:00:00+00:00", "experiment": None},
            ],
            "preparations": [],
            "shares": [{"shared_at": "2026-12-01T10:00:00+00:00", "file_name": "Intervisie_1.pdf", "fragments": []}],
        }
    ],
}


def test_json_is_the_whole_journal_and_reads_back_the_same():
    written = archive.render(WHOLE)
    assert json.loads(written) == WHOLE
    assert written == archive.render(json.loads(written))
    assert "één" in archive.render({"format": 1, "journeys": [], "x": "één"})
    assert "\ufffd" in archive.render({"x": "half \ud83d"})


def test_markdown_tells_the_journal_with_the_questions_in_words(guidance):
    written = markdown.render(WHOLE, guidance)
    story = next(p for p in guidance.form("reflection").prompts() if p.id == "moment.story")
    assert written.startswith("# Health Transformation Community, najaar 2026\n\nMarjan de Wit\n\n")
    assert "## 20 november 2026, Reflectie" in written
    assert "Tweedaagse 2\n" in written
    assert "**Wandeling met Henk \\#1**" in written
    assert f"### {markdown.escaped(story.ask['nl'])}\n" in written
    assert "### gone.prompt\n\nLos eind." in written
    assert "*Ik weet het niet, en dat mag.*" in written
    assert "- Ik: Beproevingen, bondgenoten en belangen. Druk." in written
    assert "- Samenwerking: in beweging" in written
    assert "- loopt nog, 21 november 2026" in written
    assert "# Weggegooid\n" in written
    assert "- 1 december 2026: Intervisie\\_1.pdf" in written


def test_markdown_speaks_the_language_in_use(guidance):
    text.use("en")
    assert "## 20 November 2026, Reflection" in markdown.render(WHOLE, guidance)


def test_markup_in_what_was_written_stays_text_in_markdown(guidance):
    written = markdown.render(WHOLE, guidance)
    assert "\\#set page()\\\n\\- geen lijst\n\n\\<b\\>\\$x\\$\\</b\\> \\{\\{ naam \\}\\} \\\\ klaar" in written


@pytest.mark.parametrize(
    ("text_", "escaped"),
    [
        ("1. een\n2) twee", "1\\. een\\\n2\\) twee"),
        ("2026 was een jaar", "2026 was een jaar"),
        ("---", "\\---"),
        ("+ meer\n===", "\\+ meer\\\n\\==="),
        ("    geen code", "&#32;   geen code"),
        ("`a` *b* _c_ [d](e) | ~f~ & g", "\\`a\\` \\*b\\* \\_c\\_ \\[d\\](e) \\| \\~f\\~ \\& g"),
        ("een\r\ntwee\r\r\ndrie", "een\\\ntwee\n\ndrie"),
        ("", ""),
    ],
)
def test_signs_that_mean_something_in_markdown_are_escaped(text_, escaped):
    assert markdown.escaped(text_) == escaped
