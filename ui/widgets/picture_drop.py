"""Photos that are dropped on a page, or pasted where words are written, find their way to who can take them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.photos import Source, sources_in

_TAKER = "_takes_pictures"


class PictureDrop(QObject):
    """Makes a page take photos. ``take`` puts them somewhere, or gives False."""

    def __init__(self, page: QWidget, take: Callable[[list[Source]], bool]) -> None:
        super().__init__(page)
        self._take = take
        page.setAcceptDrops(True)
        page.setProperty(_TAKER, self)
        page.installEventFilter(self)

    def take(self, offered: QMimeData) -> bool:
        """Take the pictures in it; False when there are none."""
        found = sources_in(offered)
        return bool(found) and self._take(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pictures may come, and stay where they were."""
        if isinstance(event, QDragEnterEvent) and sources_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and self.take(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        return super().eventFilter(watched, event)


def offer(field: QWidget, offered: QMimeData) -> bool:
    """Pictures that were pasted in a field for words go to the page around it; False when it is no picture."""
    above: QWidget | None = field
    while above is not None:
        taker = above.property(_TAKER)
        if isinstance(taker, PictureDrop):
            return taker.take(offered)
        above = above.parentWidget()
    return False


def holds_pictures(offered: QMimeData) -> bool:
    """Whether there are pictures or files in it rather than words."""
    return bool(sources_in(offered))
