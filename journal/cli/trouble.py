"""Sentences for trouble on the console: whose fault, what happened, what now. Nothing of the diary in them."""

from journal import errors
from journal.text import tr


def sentence(error: errors.JournalError) -> str:
    """What to print for an expected error."""
    match error:
        case errors.GuidanceError():
            lines = [tr("{path} is not a programme that Reisgezel can use:", path=error.path)]
            lines += [
                tr("  line {line}: {key}: {why}", line=line, key=key, why=why) for line, key, why in error.problems
            ]
            return "\n".join(lines)
        case errors.WrongPassphrase():
            return tr("This passphrase does not fit. Nothing is lost; try again.")
        case errors.WrongRecoveryCode():
            return tr("This recovery code does not fit. Nothing is lost; try again.")
        case errors.PaperError():
            return tr("The PDF could not be made ({detail}). Your journal is unchanged.", detail=error.detail)
        case errors.FileTrouble():
            return _about_file(error)
    return tr("Something went wrong that Reisgezel did not expect. Your journal is unchanged.")


def _about_file(error: errors.FileTrouble) -> str:
    sentences = {
        errors.NoJournal: tr("There is no journal in {path}."),
        errors.JournalExists: tr("There is something in {path} already. Choose an empty folder; nothing was changed."),
        errors.AlreadyOpen: tr("The journal in {path} is open in another window. Close that one first."),
        errors.DamagedJournal: tr(
            "The journal in {path} is damaged. Nothing was changed; keep the file and open a copy."
        ),
        errors.DamagedKeyFile: tr("The key file in {path} is unreadable. Your recovery code still opens the journal."),
        errors.ForeignFile: tr("{path} is not a journal of Reisgezel. Nothing was changed."),
        errors.NewerJournal: tr("{path} was made by a newer Reisgezel. Update first; nothing was changed."),
        errors.BadArchive: tr("The archive {path} is damaged, or was changed after it was made. Nothing was read in."),
        errors.OtherJournal: tr("{path} is a copy of another journal. Nothing was changed."),
        errors.CannotWrite: tr(
            "Writing to {path} did not succeed. Look at the room on the disk and the rights; nothing is lost."
        ),
        errors.CannotRead: tr("{path} cannot be read. Look at the rights on the file; nothing was changed."),
    }
    found = sentences.get(type(error), tr("There is trouble with {path}."))
    return found.format(path=error.path)
