"""The Qt application, which knows the difference between closing a window and quitting."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """``quitting``: the system, or its own menu, asks the whole app to end; then nothing stays in a tray."""

    quitting = False

    def event(self, event: QEvent) -> bool:
        """Only what is meant for the application itself comes here."""
        if event.type() != QEvent.Type.Quit:
            return super().event(event)
        self.quitting = True
        done = super().event(event)
        self.quitting = False  # unsaved text may have held it back
        return done


def is_quitting() -> bool:
    """Whether the whole app is asked to end at this moment."""
    app = QCoreApplication.instance()
    return isinstance(app, Application) and app.quitting
