"""Closing a window and quitting the app are two things; only another process can really quit."""

import os
import subprocess
import sys

SCRIPT = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from ui.application import Application, is_quitting

app = Application([])
heard = []

class Window(QWidget):
    def closeEvent(self, event):
        heard.append(is_quitting())
        event.setAccepted(len(heard) > 1)

window = Window()
window.show()
QTimer.singleShot(0, window.close)
QTimer.singleShot(50, app.quit)
app.exec()
print(heard, is_quitting())
"""


def test_a_closed_window_does_not_quit_and_a_quit_says_so_to_the_window():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=True, env=_offscreen()
    )
    assert done.stdout.strip() == "[False, True] False", done.stderr


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
