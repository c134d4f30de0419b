"""The papers beside the preparation: for the coach, of one session, the journey in one page, the harvest."""

import datetime as dt
import io
from dataclasses import fields, is_dataclass, replace
from itertools import count, pairwise

import pypdf
import pypdfium2
import pytest

from journal import text
from journal.domain.sharing import PaperKind, Recipient
from journal.domain.snapshot import Piece, Reflection, SinceLastTime
from journal.export import compose, pdf
from tests.export.papers import MADE_ON, MATTER, marjan, with_notes
from tests.export.reading import is_accessible, is_for_archives, opened, outline, words
from tests.export.test_figures import shown

LOOP = (
    Piece("case.promised", "Eén gesprek zonder agenda."),
    Piece("case.done", "De wandeling met Henk."),
    Piece("case.since_effect", "Ik trek nu minder."),
    Piece("case.advice_used", "Stil blijven na mijn eerste vraag."),
)


def fragmented(found):
    """The same with an id for every text."""
    numbers = count(1)

    def walk(part):
        if isinstance(part, tuple):
            return tuple(walk(each) for each in part)
        if not is_dataclass(part):
            return part
        changed = {}
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name == "fragment" or field.name.endswith("_fragment"):
                changed[field.name] = f"piece.{next(numbers)}.x"
            elif isinstance(value, tuple) or is_dataclass(value):
                changed[field.name] = walk(value)
        return replace(part, **changed)

    return walk(found)


def everything(**more):
    loop = replace(marjan().since, text="", parts=LOOP)
    figures = (shown(description="Zes mensen."),)
    return fragmented(replace(with_notes(), since=loop, code="K7", attachments=figures, **more))


def coach():
    return everything(recipient=Recipient.COACH, recipient_name="Els Vermeer", harvest=False)


def session():
    told = (Piece("moment.story", f"{MATTER}\n{MATTER}"), Piece("next.will", "Ik bel Henk."))
    one = replace(marjan().reflections[1], pieces=told)
    return replace(everything(), reflections=fragmented((one,)), notes=(), question=(), harvest=False)


def one_page():
    told = tuple(
        Reflection("", id_, dt.date(2026, 9, 24) + dt.timedelta(days=20 * n), None, (Piece("x", f"Zin {n} met Henk."),))
        for n, id_ in enumerate(("two-day-1", "webinar-1", "two-day-2", "webinar-4", "two-day-3"))
    )
    return replace(everything(), reflections=fragmented(told), attachments=(), harvest=False)


KINDS = {
    PaperKind.PREPARATION: everything,
    PaperKind.COACH: coach,
    PaperKind.SESSION: session,
    PaperKind.ONE_PAGE: one_page,
    PaperKind.HARVEST: everything,
}


def paper_of(kind, guidance, snapshot=None):
    made = pdf.make(compose.document(snapshot or KINDS[kind](), guidance, kind), made_on=MADE_ON)
    assert made.strict, made.detail
    return made.data


def sheets(data):
    return [" ".join(sheet.extract_text().split()) for sheet in opened(data).pages]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_accessible_and_fit_for_archives(guidance, kind, language):
    text.use(language)
    data = paper_of(kind, guidance)
    assert is_accessible(data)
    assert is_for_archives(data)
    assert opened(data).trailer["/Root"]["/Lang"] == language
    assert opened(data).metadata.title


@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_one_level_at_a_time_and_none_is_empty(guidance, kind):
    levels = [(level, title) for level, title in headings(paper_of(kind, guidance))]
    assert levels[0][0] == 1
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(levels))
    assert all(title.strip() for _, title in levels)


def headings(data):
    """(level, words) of every heading in the structure, in reading order."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    titles = iter(outline(data))
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            kind = str(node.get("/S", ""))
            if kind[:2] == "/H" and kind[2:].isdigit():
                found.append((int(kind[2:]), next(titles)))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_everything_on_a_page_is_marked_as_content_or_decoration(guidance, kind):
    for sheet in opened(paper_of(kind, guidance)).pages:
        depth, bare = 0, []
        for _, operator in pypdf.generic.ContentStream(sheet.get_contents(), sheet.pdf).operations:
            depth += (operator in {b"BDC", b"BMC"}) - (operator == b"EMC")
            if depth == 0 and operator in {b"Tj", b"TJ", b"f", b"S", b"Do"}:
                bare.append(operator)
        assert not bare


@pytest.mark.parametrize("kind", KINDS)
def test_ink_has_contrast_enough_also_without_colour(guidance, kind):
    """4.5 to 1 for letters. What is paler is a line or a contour, which says nothing by itself."""
    data = paper_of(kind, guidance)
    with pypdfium2.PdfDocument(data) as paper:
        for sheet in paper:
            letters = sheet.get_textpage()
            for n in range(0, letters.count_chars(), 7):
                red, green, blue = ink_of(letters, n)
                if letters.get_text_range(n, 1).strip() and (red, green, blue) != (255, 255, 255):
                    assert (luminance(255, 255, 255) + 0.05) / (luminance(red, green, blue) + 0.05) >= 4.5


def ink_of(letters, n):
    from ctypes import c_uint

    parts = [c_uint() for _ in range(4)]
    pypdfium2.raw.FPDFText_GetFillColor(letters.raw, n, *parts)
    return tuple(part.value for part in parts[:3])


def luminance(*parts):
    linear = [p / 255 / 12.92 if p / 255 <= 0.03928 else ((p / 255 + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_for_the_coach_page_one_is_enough(guidance):
    first = sheets(paper_of(PaperKind.COACH, guidance))[0]
    order = [
        "Ik nam mee",
        "Ik deed",
        "Het effect",
        "Gebruikt advies",
        "Leervraag",
        "Wat verschoof",
        "De casus",
        "Plek op de reis",
        "Ik: Beproevingen",
        "Onze samenwerking",
        "De drie thema’s",
        "Transformatie: in beweging.",
        "Persoonlijk leiderschap: steviger.",
    ]
    places = [first.index(words_) for words_ in order]
    assert places == sorted(places)
    assert "Mijn vraag aan de groep" in first
    assert "Marjan de Wit, voor Els Vermeer 1 van" in first


def test_without_a_case_the_coach_reads_a_moment_first(guidance):
    first = sheets(paper_of(PaperKind.COACH, guidance, replace(coach(), case=None)))[0]
    assert first.index("Leervraag") < first.index("Wandeling met H.") < first.index("De drie thema’s")


def test_the_first_time_there_is_no_loop_and_no_trace_of_one(guidance):
    first = sheets(paper_of(PaperKind.COACH, guidance, replace(coach(), since=None)))[0]
    assert "Sinds" not in first.split("Leervraag", 1)[0]
    part = replace(coach(), since=SinceLastTime(None, parts=LOOP[:1]))
    first = sheets(paper_of(PaperKind.COACH, guidance, part))[0]
    assert "Sinds vorige keer Ik nam mee" in first
    assert "Het effect" not in first


def test_one_reflection_is_told_from_begin_to_end(guidance):
    read = words(paper_of(PaperKind.SESSION, guidance))
    assert "Reflectie, Tweedaagse 2, 19 en 20 november 2026 Wandeling met H." in read
    assert read.count(MATTER.replace("Henk", "H.")) == 2
    assert "Ik bel H." in read


def test_the_journey_fits_on_one_page_with_a_sentence_a_session(guidance):
    data = paper_of(PaperKind.ONE_PAGE, guidance)
    assert pdf.pages(data) == 1
    read = words(data)
    assert read.index("Plek op de reis") < read.index("Het leven van mijn vraag") < read.index("In één zin")
    assert "Tweedaagse 2, 3 november" in read
    assert "Zin 4 met H." in read


def test_the_versions_of_the_question_stand_oldest_first(guidance):
    read = words(paper_of(PaperKind.ONE_PAGE, guidance))
    assert read.index("preventieplan?") < read.index("alles trek?") < read.index("belangen botsen?")


def test_the_page_for_the_harvest_stands_by_itself_without_codes(guidance):
    data = paper_of(PaperKind.HARVEST, guidance)
    assert pdf.pages(data) == 1
    assert "K7" not in words(data)
    assert "Wandeling" not in words(data)


@pytest.mark.parametrize("kind", [PaperKind.PREPARATION, PaperKind.COACH, PaperKind.SESSION, PaperKind.ONE_PAGE])
def test_codes_go_on_without_gaps_and_are_found_where_they_are_printed(guidance, kind):
    document = compose.document(KINDS[kind](), guidance, kind)
    placed = pdf.placed(document, made_on=MADE_ON)
    numbers = list(dict.fromkeys(each.code for each in placed))
    assert numbers == [f"K7-{n}" for n in range(1, len(numbers) + 1)]
    read = sheets(paper_of(kind, guidance))
    assert all(f"{each.code} " in read[each.page - 1] for each in placed if each.page == first_page(each, placed))


def first_page(each, placed):
    return min(other.page for other in placed if other.code == each.code)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_ids_or_of_who_is_meant_leaves_with_the_file(guidance, kind):
    data = paper_of(kind, guidance)
    reader = opened(data)
    hidden = "".join(str(reader.get_object(n)) for n in range(1, reader.trailer["/Size"]))
    assert "piece." not in hidden
    assert "Henk" not in hidden
    assert "Henk" not in words(data)


@pytest.mark.parametrize("many", range(1, 40, 6))
def test_pages_break_without_lonely_titles_and_lines(guidance, many):
    """Reflections of any length: a title keeps two lines of what it stands above."""
    one = replace(marjan().reflections[0], pieces=(Piece("moment.story", " ".join([MATTER] * 2)),))
    long = replace(everything(), reflections=fragmented((one,) * many))
    read = [sheet.extract_text() for sheet in opened(paper_of(PaperKind.PREPARATION, guidance, long)).pages]
    for sheet in read:
        body = [line.strip() for line in sheet.split("Momentopname")[0].split("\n") if line.strip()]
        assert body[-1] not in {"Twintig mensen, één flip-over", "De drie thema’s", "Experiment", "De casus"}


def test_a_title_longer_than_the_footer_is_shortened_there_only(guidance):
    data = paper_of(PaperKind.COACH, guidance, replace(coach(), recipient_name="Wilhelmina " * 10))
    assert "…" in sheets(data)[0].split("Momentopname")[1]


@pytest.mark.parametrize("kind", [PaperKind.PREPARATION, PaperKind.COACH])
def test_every_version_of_the_question_and_every_shift_has_a_code_of_its_own(guidance, kind):
    versions = tuple(replace(each, shift=f"Schoof {n}.") for n, each in enumerate(marjan().question))
    snapshot = fragmented(replace(KINDS[kind](), question=versions))
    document = compose.document(snapshot, guidance, kind)
    told = {each["text"] for each in document["codes"]}
    assert {each.text for each in versions} <= told
    assert {"Schoof 0.", "Schoof 1.", "Schoof 2."} <= told
    read = words(paper_of(kind, guidance, snapshot))
    assert read.index("Schoof 2.") < read.index("Schoof 1.") < read.index("Schoof 0.")
