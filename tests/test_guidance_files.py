"""Programme files: what the app brings, what it opens, and what it says of a file that is wrong."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal import guidance_files, text
from journal.errors import GuidanceError

GOOD = """\
format = 1
id = "green"
version = "2"
name.nl = "HTC Groen"
summary.nl = "Gezondheid en groen"

[[themes]]
id = "green"
name.nl = "Groen"
[themes.prompt]
id = "theme.green"
ask.nl = "Wat groeit er?"

[[sessions]]
id = "start"
kind = "two_day"
name.nl = "Start"
week = 0
days = 2

[[sessions]]
id = "walk"
kind = "workshop"
name.nl = "Wandeling"
week = 3
"""


@pytest.fixture(autouse=True)
def _english():
    text.use("en")
    yield
    text.use("nl")


def problems_of(source):
    with pytest.raises(GuidanceError) as caught:
        guidance_files.read_programme(source)
    return caught.value.problems


def problems_or_none(source):
    try:
        guidance_files.read_programme(source)
    except GuidanceError as error:
        return error.problems
    return []


def test_the_programmes_that_the_app_brings_are_whole_and_in_their_order():
    programmes, problems = guidance_files.shipped_with_problems()
    assert problems == []
    assert [programme.id for programme in programmes] == [
        "htc",
        "samen-leren-transformeren",
        "network-team",
        "building-blocks",
        "regional-network",
    ]
    assert guidance_files.shipped() == programmes


def test_a_programme_file_opens_with_the_common_guidance_around_it(tmp_path):
    file = tmp_path / "green.toml"
    file.write_text(GOOD, "utf-8")

    guidance = guidance_files.guidance_for(guidance_files.read_programme(file))

    assert guidance.session("walk").week == 3
    assert guidance.theme("green").prompt.ask["nl"] == "Wat groeit er?"
    assert len(guidance.stages) == 8
    assert guidance.prompt("case.question").label["nl"] == "Mijn vraag aan de groep"


def test_the_kept_text_of_a_file_gives_the_same_programme_later(tmp_path):
    file = tmp_path / "green.toml"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

    source = guidance_files.source_of(file)

    assert guidance_files.for_journey("green", source).programme == guidance_files.read_programme(file)


def test_a_journey_without_a_kept_file_takes_the_programme_of_the_app():
    assert guidance_files.for_journey("htc", None).programme.id == "htc"


def test_a_journey_of_a_programme_that_is_not_here_says_so():
    with pytest.raises(GuidanceError) as caught:
        guidance_files.for_journey("elsewhere", None)
    assert caught.value.problems == [(1, "", "this programme does not come with this version of Reisgezel")]


def test_an_own_form_takes_the_place_of_the_common_one_and_a_new_form_comes_after_it():
    own = """
[[forms]]
id = "note"
name.nl = "Krabbel"
[[forms.steps]]
id = "note"
title.nl = "Krabbel"
ask.nl = "Wat zag je?"
[[forms.steps.prompts]]
id = "note.text"
ask.nl = "Wat zag je?"

[[forms]]
id = "walk"
name.nl = "Na de wandeling"
[[forms.steps]]
id = "walk"
title.nl = "Wandeling"
ask.nl = "Wat rook je?"
[[forms.steps.prompts]]
id = "walk.smell"
ask.nl = "Wat rook je?"
"""
    common = [form.id for form in guidance_files.for_journey("htc", None).forms]
    guidance = guidance_files.guidance_for(guidance_files.read_programme(GOOD + own))
    assert guidance.form("note").name["nl"] == "Krabbel"
    assert [form.id for form in guidance.forms] == [*common, "walk"]


def test_a_broken_programme_is_left_out_and_reported_while_the_others_stay(tmp_path):
    (tmp_path / "good.toml").write_text(GOOD, "utf-8")
    (tmp_path / "broken.toml").write_text(GOOD.replace('id = "walk"\n', ""), "utf-8")

    programmes, problems = guidance_files.shipped_with_problems(tmp_path)

    assert [programme.id for programme in programmes] == ["green"]
    assert [(problem.path.name, problem.problems) for problem in problems] == [
        ("broken.toml", [(21, "id", "‘id’ is missing")])
    ]


UNREADABLE = "this line cannot be read: a quotation mark, bracket or equals sign may be missing"
NEWER = "this file was made for a newer Reisgezel; work with a newer version, or ask for an older file"
ONE_THEME_MORE = '[[themes]]\nid = "green"\nname.nl = "Weer"\n[themes.prompt]\nid = "theme.green"\nask.nl = "Weer?"\n'


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('id = "green"\nversion', "version"), (1, "id", "‘id’ is missing")),
        (('name.nl = "Groen"\n', ""), (7, "name", "‘name’ is missing")),
        (('ask.nl = "Wat groeit er?"', ""), (10, "prompt.ask", "‘ask’ is missing")),
        (("week = 3", "weak = 3"), (25, "weak", "‘weak’ is not known here; do you mean ‘week’?")),
        (("week = 3", "qqq = 3"), (25, "qqq", "‘qqq’ is not known here")),
        (("week = 3", "week = 3\n[else.where]\na = 1"), (26, "else", "‘else’ is not known here")),
        (("week = 3", "week = 3\n[[other]]\na = 1"), (26, "other", "‘other’ is not known here")),
        (("week = 3", 'week = "drie"'), (25, "week", "this has to be a whole number")),
        (("week = 3", "week = 2.5"), (25, "week", "this has to be a whole number")),
        (("week = 3", "week = -1"), (25, "week", "this number goes past its limit: 0")),
        (("days = 2", "days = 99"), (19, "days", "this number goes past its limit: 14")),
        (('id = "walk"', "id = 7"), (22, "id", "this has to be text between quotation marks")),
        (('name.nl = "Start"', 'name = "Start"'), (17, "name", "words stand per language: name.nl and name.en")),
        (('name.nl = "Start"', 'name.nl = ""'), (17, "name", "this text is empty")),
        (('name.nl = "Start"', 'name.de = "Start"'), (17, "name.de", "this can only be 'nl', 'en'")),
        (
            ("Wat groeit er?", "Wat <b>groeit</b> er?"),
            (12, "prompt.ask", "there is a tag in this text; only plain words are shown"),
        ),
        (("Wat groeit er?", "Wat\\u0000?"), (12, "prompt.ask", "there is an invisible sign in this text")),
        (("Wat groeit er?", "x" * 2001), (12, "prompt.ask", "this text is longer than 2000 signs")),
        (('id = "walk"', 'id = "start"'), (22, "id", "this id stands twice: start")),
        (
            ('id = "theme.green"', 'id = "green.theme"'),
            (11, "prompt.id", "the id of this question has to be theme.green"),
        ),
        (
            ("[themes.prompt]", "prompt = 3\n[themes.other]"),
            (10, "prompt", "this has to be a part of its own, under [prompt]"),
        ),
        (("[[themes]]", ONE_THEME_MORE + "[[themes]]"), (14, "id", "this id stands twice: green")),
        (("format = 1", "format = 2"), (1, "format", NEWER)),
        (("format = 1\n", ""), (1, "format", "‘format’ is missing")),
        (("format = 1", 'format = "1"'), (1, "format", "this can only be 1")),
        (('name.nl = "Start"', "name.nl = Start"), (17, "", UNREADABLE)),
        (('name.nl = "Start"', 'name.nl = "Start'), (17, "", UNREADABLE)),
        (('name.nl = "Start"', 'name.nl "Start"'), (17, "", UNREADABLE)),
        (("week = 3", "week = 3\nweek = 4"), (26, "", "this already stands higher up in the same part")),
        (
            ("week = 3\n", 'week = 3\ntopic.nl = """\nlos eind\n'),
            (27, "", "the file ends too early: a quotation mark or bracket is not closed"),
        ),
    ],
)
def test_a_wrong_file_says_on_which_line_and_why(change, expected):
    wrong = GOOD.replace(*change)
    assert wrong != GOOD
    assert expected in problems_of(wrong)


def test_all_that_is_wrong_is_told_at_once_and_in_order():
    wrong = GOOD.replace("week = 3", "weak = 3").replace('name.nl = "Groen"\n', "").replace("days = 2", "days = 0")
    assert [line for line, _, _ in problems_of(wrong)] == [7, 18, 24]


def test_a_line_is_right_after_texts_and_lists_of_several_lines():
    long = GOOD.replace(
        'name.nl = "Start"',
        'name.nl = "Start"\ntopic.nl = """\n[[sessions]]\nid = "geen"\n"""\nassignment = { nl = "een", en = "one" }',
    ).replace("week = 3", "weak = 3")
    assert (30, "weak", "‘weak’ is not known here; do you mean ‘week’?") in problems_of(long)


def test_a_form_may_be_reworded_and_not_lose_a_question():
    own = '[[forms]]\nid = "note"\nname.nl = "K"\n[[forms.steps]]\nid = "s"\ntitle.nl = "K"\nask.nl = "K?"\n'
    ((line, _, why),) = problems_of(GOOD + own)
    assert line == 26
    assert "misses its question note.text" in why


def test_a_way_of_looking_back_may_leave_questions_out_and_their_words_stay():
    own = '[[forms]]\nid = "reflection"\nname.nl = "K"\n[[forms.steps]]\nid = "s"\ntitle.nl = "K"\nask.nl = "K?"\n'
    guidance = guidance_files.guidance_for(guidance_files.read_programme(GOOD + own))
    assert guidance.form("reflection").prompts() == ()
    assert guidance.prompt("moment.story").ask["nl"]


CHOICE = """
[[forms]]
id = "after"
name.nl = "Na afloop"
[[forms.steps]]
id = "after"
title.nl = "Na afloop"
ask.nl = "Wat nu?"
[[forms.steps.prompts]]
id = "after.what"
kind = "choice"
ask.nl = "Wat is het?"
[[forms.steps.prompts.options]]
id = "one"
name.nl = "Een"
[[forms.steps.prompts.options]]
id = "two"
name.nl = "Twee"
"""
NO_PLACE = """
[[forms.steps]]
id = "where"
kind = "placement"
title.nl = "W"
ask.nl = "W?"
"""


def test_a_choice_and_the_form_of_a_session_are_read():
    programme = guidance_files.read_programme(GOOD.replace("week = 3", 'week = 3\nform = "after"') + CHOICE)
    guidance = guidance_files.guidance_for(programme)
    walk = next(session for session in programme.sessions if session.id == "walk")
    assert [option.id for option in guidance.prompt("after.what").options] == ["one", "two"]
    assert guidance.form_of(walk.id, walk.kind).id == "after"
    assert guidance.form_of("start", "two_day").id == "reflection"
    assert guidance.form_of("gone", "webinar") is None


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (GOOD + CHOICE.replace('id = "two"', 'id = "one"'), (42, "id", "this id stands twice: one")),
        (
            GOOD + CHOICE.partition("[[forms.steps.prompts.options]]")[0],
            (36, "kind", "the question after.what needs at least two options to choose from"),
        ),
        (
            GOOD + CHOICE.replace('kind = "choice"', 'kind = "text"'),
            (38, "options", "only a choice or a checklist has options, and after.what is none"),
        ),
        (
            GOOD.replace('id = "theme.green"', 'id = "theme.green"\nkind = "curve"'),
            (12, "prompt.kind", "the question theme.green can only be answered in words"),
        ),
        (GOOD.replace("week = 3", 'form = "gone"'), (25, "form", "there is no form gone")),
        (GOOD + '[look_back]\nworkshop = "gone"\n', (27, "look_back.workshop", "there is no form gone")),
        (GOOD.replace("week = 3", 'after = "gone"'), (25, "after", "there is no session gone")),
        (
            GOOD.replace("days = 2", 'after = "walk"').replace("week = 3", 'after = "start"'),
            (19, "after", "these sessions wait for each other in a circle: start"),
        ),
        (
            GOOD.replace("week = 3", 'after = "walk"'),
            (25, "after", "these sessions wait for each other in a circle: walk"),
        ),
        (
            GOOD.replace("format = 1", "format = 1\nmap = false") + CHOICE + NO_PLACE,
            (48, "kind", "this programme has no map, so ‘placement’ has no place in it"),
        ),
        (
            GOOD.replace("week = 3", 'starts_on = "morgen"'),
            (25, "starts_on", "this has to be a day, without quotation marks: 2026-09-24"),
        ),
        (GOOD.replace("format = 1", 'format = 1\nmap = "nee"'), (2, "map", "this can only be true or false")),
    ],
)
def test_parts_that_do_not_fit_together_are_told(wrong, expected):
    assert expected in problems_of(wrong)


OWN_STAGE = """
[[stages]]
id = "wood"
name.nl = "Het bos"
card.nl = "Je ziet even niets. Dat hoort zo."
[stages.notice]
id = "stage.wood.notice"
ask.nl = "Waaraan merk je het?"
[[stages.prompts]]
id = "stage.wood.me"
about = "me"
ask.nl = "Wat hoor je?"
"""


def test_own_places_take_the_place_of_the_common_ones():
    guidance = guidance_files.guidance_for(guidance_files.read_programme(GOOD + OWN_STAGE))
    assert [stage.id for stage in guidance.stages] == ["wood"]
    assert guidance.stage("wood").prompts[0].ask["nl"] == "Wat hoor je?"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("stage.wood.notice", "stage.notice"),
            (32, "notice.id", "the id of this question has to be stage.wood.notice"),
        ),
        (("stage.wood.me", "wood.me"), (35, "id", "the id of this question has to start with stage.wood.")),
        (("stage.wood.me", "stage.wood.notice"), (35, "id", "this id stands twice: stage.wood.notice")),
    ],
)
def test_the_questions_of_a_place_carry_its_id(change, expected):
    assert problems_of(GOOD + OWN_STAGE.replace(*change)) == [expected]


def test_more_than_eight_places_do_not_fit_the_map():
    many = "".join(OWN_STAGE.replace("wood", f"wood-{n}") for n in range(9))
    assert [why for _, _, why in problems_of(GOOD + many)] == ["there are too many of these"]


def test_the_example_of_the_handbook_is_a_good_programme():
    handbook = Path(__file__).parents[1] / "docs" / "programme-file.md"
    example = handbook.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    assert guidance_files.read_programme(example).id == "htc-green"


def test_the_reason_is_told_in_dutch_to_who_works_in_dutch():
    text.use("nl")
    assert problems_of(GOOD.replace('name.nl = "Groen"\n', "")) == [(7, "name", "‘name’ ontbreekt")]


# ------------------------------------------------------------------ files that nobody meant, or that mean harm


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "this file is empty"),
        (b" \n\n", "this file is empty"),
        (b"# only a remark\n", "this is not a programme for Reisgezel"),
        (b"[project]\nname = 'else'\n", "this is not a programme for Reisgezel"),
        (b"format = 1\n[[stages]]\nid = 'call'\n", "this is not a programme for Reisgezel"),
        (b"<!DOCTYPE html><html><body>Inloggen</body></html>", "this is a web page, not a file for Reisgezel"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "this is not a text file in UTF-8"),
        ("format = 1\n".encode("utf-16"), "this is not a text file in UTF-8"),
        (b"format = 1\n\x00\x00\x00", "this is not a text file in UTF-8"),
        (os.urandom(64) + b"\xff", "this is not a text file in UTF-8"),
        (b"# " + b"x" * 60 + b"\n" * 10_000_000, "this file is larger than 1 MB"),
        (b"\xff" * 10_000_000, "this file is larger than 1 MB"),
        (b"a." * 100_000 + b"a = 1", "this line is too long to be right"),
        (b"a" + b".a" * 2_000 + b" = 1", "this line is too long to be right"),
        (b"id = '1'\na" + b".a" * 90 + b" = 1", "‘format’ is missing"),
        (b"a = " + b"[" * 4_000, "this is too tangled to read"),
        (b"a = " + b"9" * 4_900, "this is too tangled to read"),
    ],
)
def test_a_file_that_is_no_programme_is_refused_with_a_reason(tmp_path, content, why):
    file = tmp_path / "programme.toml"
    file.write_bytes(content)
    assert problems_of(file)[0][2] == why


def test_the_line_of_a_sign_that_is_no_text_is_told(tmp_path):
    file = tmp_path / "latin.toml"
    file.write_bytes('id = "x"\nname.nl = "Café"\n'.encode("latin-1"))
    assert problems_of(file) == [(2, "", "this is not a text file in UTF-8")]


def test_a_folder_and_a_file_that_is_not_there_are_refused(tmp_path):
    assert problems_of(tmp_path) == [(1, "", "this is not a file")]
    assert problems_of(tmp_path / "gone.toml") == [(1, "", "this is not a file")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert problems_of(pipe) == [(1, "", "this is not a file")]


def test_a_name_too_long_for_the_disk_is_refused(tmp_path):
    assert problems_of(tmp_path / ("x" * 5000)) in (
        [(1, "", "this is not a file")],
        [(1, "", "this file cannot be read")],
    )


def test_a_hundred_thousand_wrong_parts_give_the_first_twenty(tmp_path):
    file = tmp_path / "much.toml"
    file.write_text(GOOD + '[[sessions]]\nid=""\n' * 45_000, "utf-8")
    problems = problems_of(file)
    assert len(problems) == 20
    assert problems[0][0] == 26


def test_a_statement_over_thousands_of_lines_still_gets_an_answer():
    assert problems_of(GOOD + "x = [\n" + "[1],\n" * 50_000 + "]\n")[0][2] == "‘x’ is not known here"


def test_guidance_is_found_at_the_same_place_for_any_working_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert isinstance(guidance_files.shipped()[0].id, str)
    assert not list(Path.cwd().iterdir())


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_file_that_was_mangled_gives_a_programme_or_its_problems_and_nothing_else(data):
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(start + 40, len(GOOD))))
    put = data.draw(
        st.sampled_from(["", "=", '"', "[", "]]", "[[", "\n", "\\", "é", "{", "'''", "week = {}", "[x.y]\n", "\r"])
    )
    mangled = GOOD[:start] + put + GOOD[end:]
    for line, _, why in problems_or_none(mangled):
        assert 1 <= line <= mangled.count("\n") + 1
        assert why
