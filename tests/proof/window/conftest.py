"""The window of the tests of the screen, on a real journal."""

from tests.ui import conftest as screen

own_places = screen.own_places
look = screen.look
alone = screen.alone
collected_well = screen.collected_well
locked_journal = screen.locked_journal
make_window = screen.make_window
window = screen.window
open_window = screen.open_window
