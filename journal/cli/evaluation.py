"""``evaluation collect FILES --to overview.pdf``: what a group gives to its programme maker, as one paper."""

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from journal import guidance_files
from journal.domain import evaluation_group
from journal.domain.evaluation import LARGEST, ChangedEvaluation, Evaluation, NewerEvaluation, NoEvaluation, read
from journal.domain.evaluation_group import Kept, LeftOut, Reason
from journal.domain.guidance import Programme
from journal.export import evaluation_overview, pdf
from journal.text import tr, trn


def collect(files: Sequence[Path], target: Path, programme_file: Path | None, session: str) -> int:
    """Write the picture. 0 when it was made, also when files were left out (each is named); 1 when none could be."""
    if target.suffix.lower() != ".pdf":
        print(tr("The file must end in .pdf."), file=sys.stderr)
        return 2
    if any(target.resolve() == file.resolve() for file in files):
        print(tr("{path} is one of the files to read; nothing was changed.", path=shown(target)), file=sys.stderr)
        return 2
    programme = guidance_files.read_programme(programme_file) if programme_file else None
    kept = _kept(_read(files), programme, session)
    if not kept.files:
        print(tr("No picture can be made of these files."), file=sys.stderr)
        return 1
    evaluations = [each for _, each in kept.files]
    programme = programme or _shipped(evaluations[0].programme)
    _write(evaluations, programme, target)
    count = len(evaluations)
    print(trn("Saved: {target}, from {n} file.", "Saved: {target}, from {n} files.", count, target=shown(target)))
    return 0


def shown(path: Path | str) -> str:
    """A file name for the terminal, without signs that would steer it."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in str(path))


def _read(files: Sequence[Path]) -> list[tuple[str, Evaluation]]:
    found = []
    for file in dict.fromkeys(files):
        try:
            found.append((str(file), read(_bytes(file))))
        except NewerEvaluation:
            _tell(file, tr("is of a newer Reisgezel. Update first."))
        except ChangedEvaluation:
            _tell(file, tr("is damaged, or was changed after it was saved."))
        except NoEvaluation:
            _tell(file, tr("is not an evaluation of Reisgezel."))
        except OSError:
            _tell(file, tr("cannot be read."))
    return found


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise OSError(file)  # a folder, a pipe, or nothing
    with file.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _kept(found: list[tuple[str, Evaluation]], programme: Programme | None, session: str) -> Kept:
    wanted = programme.id if programme else ""
    kept = evaluation_group.sort_out(found, programme=wanted, session=session)
    known = programme or (_shipped(kept.files[0][1].programme) if kept.files else None)
    if known is not None:
        themes = {theme.id for theme in (*known.themes, *known.earlier.themes)}
        kept = evaluation_group.sort_out(found, programme=wanted, session=session, themes=themes)
    for out in kept.left_out:
        _tell(Path(out.file), _why(out))
    return kept


def _why(out: LeftOut) -> str:
    reasons = {
        Reason.DOUBLE: tr("is a double of {file}.", file=shown(out.same_as)),
        Reason.OTHER_PROGRAMME: tr("belongs to another programme."),
        Reason.OTHER_EDITION: tr("belongs to another edition."),
        Reason.OTHER_SESSION: tr("is about another session."),
        Reason.OTHER_THEMES: tr(
            "has a theme that the programme does not have. Give the file of your edition with --programme."
        ),
    }
    return reasons[out.reason]


def _tell(file: Path, why: str) -> None:
    print(tr("Left out: {file} {why}", file=shown(file), why=why), file=sys.stderr)


def _write(evaluations: Sequence[Evaluation], programme: Programme | None, target: Path) -> None:
    guidance = guidance_files.guidance_for(programme) if programme else None
    if programme is None:
        told = tr("The programme {id} is not known here, so names are missing. Give its file with --programme.")
        print(told.format(id=evaluations[0].programme), file=sys.stderr)
    themes = [theme.id for theme in programme.themes] if programme else []
    themes += [theme for theme in evaluation_group.themes_said(evaluations) if theme not in themes]
    today = dt.datetime.now().astimezone().date()
    made = evaluation_overview.document(
        evaluation_group.picture(evaluations, themes),
        guidance,
        session_id=evaluations[0].session,
        edition=next((each.edition for each in evaluations if each.edition), ""),
        files=len(evaluations),
        on=today,
    )
    pdf.save(evaluation_overview.render(made, on=today).data, target)


def _shipped(programme_id: str) -> Programme | None:
    return next((each for each in guidance_files.shipped() if each.id == programme_id), None)
