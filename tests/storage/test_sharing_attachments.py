"""A drawing or photo is shared only when it was ticked; the whole journal takes all of them along."""

import base64
import json

import pytest

from journal.domain import drawing, model
from journal.domain.drawing import Drawing, Pen, Stroke
from journal.export import archive as as_json
from journal.export import markdown
from journal.storage import answers, attachments, entries, fragments, preparations, snapshot
from tests.storage.intervisie_story import ON, tell

DRAWN = drawing.write(Drawing((Stroke(Pen.INK, 4, ((1.0, 2.0), (3.0, 4.0))),)))
JPEG = b"\xff\xd8 mFa \xff\xd9"


@pytest.fixture
def story(journal):
    return tell(journal)


def put(story, kind, data, caption="", entry_id=0):
    entry_id = entry_id or story.reflection_id
    made = story.journal.do(attachments.add, entry_id, kind, data, width=1104, height=616)
    if caption:
        story.journal.do(answers.write, entry_id, attachments.prompt_of(made, "caption"), caption)
    return made


def offered(story):
    return story.journal.read(fragments.offered, story.preparation_id, story.guidance)


def taken(story):
    return story.journal.read(snapshot.take, story.preparation_id, story.guidance, on=ON)


def test_every_drawing_and_photo_is_offered_by_itself_after_the_experiments(story):
    first = put(story, "drawing", DRAWN, "De lege stoel")
    second = put(story, "photo", JPEG, "flip-over", story.note_id)
    kinds = [group.kind for group in offered(story)]
    assert kinds[kinds.index("experiments") + 1 :][:2] == ["drawing", "photo"]
    groups = {group.id: group for group in offered(story)}
    assert groups[f"attachment.{first}"].title == "De lege stoel"
    assert groups[f"attachment.{second}"].session_id is None
    pieces = {piece.id for group in offered(story) for piece in group.pieces}
    assert not any("caption" in piece for piece in pieces)


def test_unticked_never_gets_into_a_snapshot(story):
    chosen, left = put(story, "drawing", DRAWN, "Naam mDa"), put(story, "photo", JPEG, "Naam mFb")
    story.journal.do(preparations.tick_all, story.preparation_id, story.markers, True, guidance=story.guidance)
    assert taken(story).attachments == ()
    story.journal.do(preparations.tick, story.preparation_id, f"attachment.{chosen}", True, guidance=story.guidance)
    found = taken(story)
    assert [(each.caption, each.data, each.session_id) for each in found.attachments] == [
        ("Naam mDa", DRAWN, "two-day-1")
    ]
    assert "mFa" not in repr(found)
    assert "mFb" not in repr(found)
    assert f"attachment.{left}" not in found.fragments


def test_what_was_thrown_away_is_not_shared_although_it_was_ticked(story):
    made = put(story, "drawing", DRAWN)
    story.journal.do(preparations.tick, story.preparation_id, f"attachment.{made}", True, guidance=story.guidance)
    story.journal.do(attachments.throw_away, made)
    assert taken(story).attachments == ()
    story.journal.do(attachments.fetch_back, made)
    story.journal.do(entries.throw_away, story.reflection_id)
    assert taken(story).attachments == ()


def test_names_in_a_caption_and_in_a_model_become_initials(story):
    made, _ = model.add_box(model.Model(), 200, 200, "met Willem")
    shown = put(story, "model", model.write(made), "Ik en Fatima")
    story.journal.do(preparations.tick, story.preparation_id, f"attachment.{shown}", True, guidance=story.guidance)
    assert {each.name for each in taken(story).names} == {"Fatima", "Willem"}


def test_of_hundreds_of_photos_the_newest_and_the_ticked_are_offered(story):
    first = put(story, "photo", JPEG)
    story.journal.do(preparations.tick, story.preparation_id, f"attachment.{first}", True, guidance=story.guidance)
    for _ in range(fragments.MOST_ATTACHMENTS + 3):
        put(story, "photo", JPEG)
    photos = [group.id for group in offered(story) if group.kind == "photo"]
    assert len(photos) == fragments.MOST_ATTACHMENTS + 1
    assert photos[0] == f"attachment.{first}"
    assert len(taken(story).attachments) == 1


def test_the_json_archive_holds_all_of_them_with_earlier_versions(story, clock):
    drawn, photo = put(story, "drawing", DRAWN, "De lege stoel"), put(story, "photo", JPEG)
    broken = put(story, "model", b"\xff geen model")
    clock.later(minutes=10)
    story.journal.do(attachments.update, drawn, drawing.write(Drawing()))
    story.journal.do(attachments.throw_away, photo)
    whole = json.loads(as_json.render(story.journal.read(snapshot.archive)))
    entry = next(each for each in whole["journeys"][0]["entries"] if each["id"] == story.reflection_id)
    told = {each["id"]: each for each in entry["attachments"]}
    assert told[drawn]["content"]["strokes"] == []
    assert told[drawn]["versions"][0]["content"] == json.loads(DRAWN)
    assert base64.b64decode(told[photo]["base64"]) == JPEG
    assert told[photo]["thrown_away_at"]
    assert base64.b64decode(told[broken]["base64"]) == b"\xff geen model"


def test_markdown_names_and_describes_them(story):
    made = put(story, "drawing", DRAWN, "De lege stoel")
    prompt_id = attachments.prompt_of(made, "description")
    story.journal.do(answers.write, story.reflection_id, prompt_id, "Zes mensen.")
    gone = put(story, "photo", JPEG, "Weg ermee")
    story.journal.do(attachments.throw_away, gone)
    text = markdown.render(story.journal.read(snapshot.archive), story.guidance)
    assert "De lege stoel: Zes mensen." in text
    assert "attachment." not in text
    assert "Weg ermee" not in text
