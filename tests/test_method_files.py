"""Methods of a group's own: what a good file gives, and what is said of a wrong one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal import guidance_files, method_files, text
from journal.errors import GuidanceError

GOOD = """\
format = 1
id = "walk"
name.nl = "Wandelmethode"
summary.nl = "Lopend praten, en aan het eind een zin."
least_people = 2
asks = ["case.question", "case.moment", "case.did"]
apart = ["case.did"]
sheets = ["touches-me", "advice"]

[[roles]]
id = "walker"
name.nl = "Wandelaar"
explain.nl = "Vertelt onderweg."

[[steps]]
id = "go"
name.nl = "Heen"
minutes = 20
explain.nl = "De wandelaar vertelt, de ander vraagt."
who = ["walker"]

[[steps]]
id = "back"
name.nl = "Terug"
minutes = 20
explain.nl = "Nu vertelt de ander wat opviel."
reveals = ["case.did"]
"""


@pytest.fixture(autouse=True)
def _english():
    before = text.language()
    text.use("en")
    yield
    text.use(before)


def problems(source):
    with pytest.raises(GuidanceError) as told:
        method_files.read_method(source)
    return told.value.problems


def test_a_method_of_ones_own_is_read_from_its_file(tmp_path):
    file = tmp_path / "walk.toml"
    file.write_text(GOOD, "utf-8")
    method = method_files.read_method(file)
    assert (method.id, method.minutes, method.least_people) == ("walk", 40, 2)
    assert [role.id for role in method.doing(method.steps[0])] == ["walker"]
    assert method.doing(method.steps[1]) == ()
    assert method.role("walker").name["nl"] == "Wandelaar"


@pytest.mark.parametrize(
    ("wrong", "right", "line", "key", "why"),
    [
        ('asks = ["case.quest"]', None, 6, "asks", "the case form has no question case.quest"),
        ('apart = ["case.question"]', None, 7, "apart", "case.question belongs on the first page"),
        ('sheets = ["poster"]', None, 8, "sheets", "this can only be"),
        ('sheets = ["advice", "advice"]', None, 8, "sheets", "this id stands twice: advice"),
        ('id = "gossip"', 'id = "walk"', 2, "id", "gossip is a method that comes with Reisgezel; take another id"),
        ('who = ["runner"]', 'who = ["walker"]', 20, "who", "there is no role runner"),
        ('reveals = ["case.felt"]', 'reveals = ["case.did"]', 27, "reveals", "only what is named under ‘apart’"),
        ("minutes = 500", "minutes = 20", 18, "minutes", "this number goes past its limit: 240"),
        ("least_people = 1", "least_people = 2", 5, "least_people", "this number goes past its limit: 2"),
        ('id = "go"', 'id = "back"', 23, "id", "this id stands twice: go"),
        ('name.nl = "' + "Wandel" * 11 + '"', 'name.nl = "Wandelmethode"', 3, "name", "longer than 60 signs"),
        ("minuts = 20", "minutes = 20", 18, "minuts", "do you mean ‘minutes’?"),
        ('name.nl = "<b>Heen</b>"', 'name.nl = "Heen"', 17, "name", "there is a tag in this text"),
    ],
)
def test_a_wrong_method_file_is_refused_with_line_key_and_reason(wrong, right, line, key, why):
    right = right or next(one for one in GOOD.split("\n") if one.startswith(wrong.split(" = ")[0] + " = "))
    assert right in GOOD
    found = problems(GOOD.replace(right, wrong, 1))
    assert any((at, of) == (line, key) and why in told for at, of, told in found), found


def test_steps_without_any_time_are_no_method():
    assert any("take no time" in why for _, _, why in problems(GOOD.replace("minutes = 20", "minutes = 0")))


def test_a_programme_or_a_web_page_is_no_method(tmp_path):
    programme = next((guidance_files.folder("programmes")).glob("*.toml"))
    assert problems(programme) == [(1, "", "this is not a method for Reisgezel")]
    assert problems("<html></html>") == [(1, "", "this is a web page, not a file for Reisgezel")]
    assert problems(tmp_path) == [(1, "", "this is not a file")]


def test_the_guidance_of_a_journal_has_its_own_methods_after_the_ones_of_the_app():
    guidance = guidance_files.for_journey("htc", None)
    more = method_files.with_own_methods(guidance, [GOOD, "format = 1\nbroken ="])
    assert [method.id for method in more.methods][-1] == "walk"
    assert len(more.methods) == len(guidance.methods) + 1
    assert method_files.with_own_methods(more, []) == guidance, "what was removed is gone"
    assert method_files.is_own("walk")
    assert not method_files.is_own("gossip")


@settings(max_examples=200)
@given(st.data())
def test_a_file_that_was_damaged_anywhere_is_read_or_refused_and_nothing_else(data):
    at = data.draw(st.integers(0, len(GOOD)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(
        st.one_of(st.text(max_size=20), st.sampled_from(["[[", "]]", "{", '"""', "\\u0000", "= =", "9" * 400]))
    )
    told: list[tuple[int, str, str]] = []
    minutes = 0
    try:
        minutes = method_files.read_method(GOOD[:at] + put + GOOD[at + length :]).minutes
    except GuidanceError as error:
        told = error.problems
    assert minutes >= 1 or (told and all(line >= 1 and why for line, _key, why in told))
