"""Takes on language, colours and text size, for the whole application at once."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from journal import text
from journal.settings import Settings
from ui import theme


class Look:
    """Language, theme and text size of one application. ``put_on`` may be called again at any time."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._qt_words = QTranslator(app)

    def put_on(self, settings: Settings) -> None:
        """From now on, what is built or painted looks and sounds like this."""
        text.use(settings.language)
        self._app.removeTranslator(self._qt_words)
        places = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{settings.language}", places):  # Yes, No, Cancel, Undo ...
            self._app.installTranslator(self._qt_words)
        theme.apply(self._app, scheme=settings.theme, factor=settings.text_size / 100)
