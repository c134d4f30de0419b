"""What is on a page and not in the journal yet."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.answer_edit import AnswerEdit


def unsaved_in(page: QWidget) -> list[AnswerEdit]:
    """The fields whose text is not in the journal yet, besides one that is being saved at this moment."""
    return [field for field in page.findChildren(AnswerEdit) if field.is_dirty()]


def copy_unsaved(page: QWidget) -> None:
    """Put those texts on the clipboard."""
    QGuiApplication.clipboard().setText("\n\n".join(field.text() for field in unsaved_in(page)))
