"""What people read when something is in the way: whose fault, what happened, what to do, and that nothing is lost."""

from journal import errors
from journal.text import tr


def title(error: errors.JournalError) -> str:
    """The heading of a page about this trouble."""
    titles: dict[type[errors.JournalError], str] = {
        errors.DamagedJournal: tr("Part of your journal cannot be read"),
        errors.DamagedKeyFile: tr("The key of your journal cannot be read"),
        errors.ForeignFile: tr("This is not a journal of Reisgezel"),
        errors.NewerJournal: tr("This journal is from a newer Reisgezel"),
        errors.AlreadyOpen: tr("Your journal is already open"),
        errors.NoJournal: tr("There is no journal here"),
    }
    return titles.get(type(error), tr("Your journal does not open"))


def sentence(error: errors.JournalError) -> str:
    """One or two sentences for the page, the panel or the notice."""
    sentences: dict[type[errors.JournalError], str] = {
        errors.WrongPassphrase: tr("This passphrase does not fit."),
        errors.WrongRecoveryCode: tr("This recovery code does not fit."),
        errors.DamagedJournal: tr("The file is damaged. Your passphrase is right. Reisgezel has changed nothing."),
        errors.DamagedKeyFile: tr(
            "The small file with the key is damaged. Your recovery code still opens your journal."
        ),
        errors.ForeignFile: tr("The file was made by something else. Reisgezel has changed nothing."),
        errors.NewerJournal: tr(
            "This journal was made with a newer Reisgezel. Update first; nothing has been changed."
        ),
        errors.AlreadyOpen: tr("Your journal is already open in another window."),
        errors.NoJournal: tr(
            "There is no journal in the folder that Reisgezel knows. Was it moved, or is a disk missing?"
        ),
        errors.JournalExists: tr("There is already something in that folder. Choose an empty one."),
        errors.BadArchive: tr("This archive is damaged, or was changed after it was made. Nothing was read in."),
        errors.OtherJournal: tr("This is a copy of another journal. Yours was not changed."),
        errors.Stopped: tr("Stopped. Nothing was changed."),
        errors.CannotRead: tr("The system does not let Reisgezel read this file."),
        errors.CannotWrite: tr(
            "Saving does not work here. See whether there is room, and whether you may write there."
        ),
    }
    return sentences.get(type(error), tr("Something is in the way. Nothing is lost."))
