"""What people read when something is in the way: whose fault, what happened, what to do, and that nothing is lost."""

from journal import errors
from journal.text import tr


def title(error: errors.JournalError) -> str:
    """The heading of a page about this trouble."""
    match error:
        case errors.DamagedJournal():
            return tr("Part of your journal cannot be read")
        case errors.DamagedKeyFile():
            return tr("The key of your journal cannot be read")
        case errors.ForeignFile():
            return tr("This is not a journal of Reisgezel")
        case errors.NewerJournal():
            return tr("This journal is from a newer Reisgezel")
        case errors.AlreadyOpen():
            return tr("Your journal is already open")
        case errors.NoJournal():
            return tr("There is no journal here")
    return tr("Your journal does not open")


def sentence(error: errors.JournalError) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a kind of trouble
    """One or two sentences for the page, the panel or the notice."""
    match error:
        case errors.WrongPassphrase():
            return tr("This passphrase does not fit.")
        case errors.WrongRecoveryCode():
            return tr("This recovery code does not fit.")
        case errors.DamagedJournal():
            return tr("The file is damaged. Your passphrase is right. Reisgezel has changed nothing.")
        case errors.DamagedKeyFile():
            return tr("The small file with the key is damaged. Your recovery code still opens your journal.")
        case errors.ForeignFile():
            return tr("The file was made by something else. Reisgezel has changed nothing.")
        case errors.NewerJournal():
            return tr("This journal was made with a newer Reisgezel. Update first; nothing has been changed.")
        case errors.AlreadyOpen():
            return tr("Your journal is already open in another window.")
        case errors.NoJournal():
            return tr("In the folder that Reisgezel knows there is no journal. Perhaps it was moved, or a disk is missing.")
        case errors.JournalExists():
            return tr("There is already something in that folder. Choose an empty one.")
        case errors.CannotRead():
            return tr("The system does not let Reisgezel read this file.")
        case errors.CannotWrite():
            return tr("Saving does not work here. See whether there is room, and whether you may write there.")
    return tr("Something is in the way. Nothing is lost.")
