"""From ticks to the paper of a method: what is kept for later comes on the last page, and only when it was ticked."""

from journal import text
from journal.domain.sharing import Recipient
from journal.export import compose, pdf
from journal.storage import answers, fragments, preparations, snapshot
from tests.export.reading import opened
from tests.storage.intervisie_story import ON, tell


def pages_of(story) -> list[str]:
    taken = story.journal.read(snapshot.take, story.preparation_id, story.guidance, on=ON)
    data = pdf.render(compose.document(taken, story.guidance), made_on=ON)
    return [" ".join(page.extract_text().split()) for page in opened(data).pages]


def test_what_was_really_done_stays_apart_and_the_rest_of_the_case_stays_home(journal):
    text.use("nl")
    story = tell(journal)
    journal.do(preparations.set_method, story.preparation_id, "incident")
    case = journal.read(preparations.whole, story.preparation_id).preparation.case_entry_id
    told = {
        "case.facts": "Feit mX1.",
        "case.did": "Daad mX2.",
        "case.effect": "Gevolg mX3.",
        "case.felt": "Gevoel mX4.",
    }
    for prompt, words in told.items():
        journal.do(answers.write, case, prompt, words)
    ticked = [f"piece.{case}.case.facts", f"piece.{case}.case.did"]
    offered = journal.read(fragments.offered, story.preparation_id, story.guidance)
    assert offered
    journal.do(
        preparations.tick_all,
        story.preparation_id,
        ticked,
        True,
        recipient=Recipient.GROUP,
        guidance=story.guidance,
    )
    pages = pages_of(story)
    assert len(pages) == 2
    assert "mX1" in pages[0]
    assert "mX2" not in pages[0]
    assert "mX2" in pages[1]
    assert "Wat ik werkelijk deed" in pages[1]
    assert not any("mX3" in page or "mX4" in page for page in pages)
    journal.do(preparations.set_method, story.preparation_id, "tietze")
    [only] = pages_of(story)
    assert "mX1" in only
    assert "mX2" in only
