"""After the store is made: the first programme, the people, and then what the agency has not decided."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.tui import doors, main_screens
from supervisor_tui.tui.desk_app import DeskApp

__all__ = ["take_first_steps"]


def take_first_steps(app: DeskApp, desk: Desk) -> None:
    """Go to the settings, where undecided numbers stand first, and over them ask for a programme, then for people.

    Each form can be left; what it asks for can be added on the settings screen at any time.
    """
    app.sit_down(desk, main_screens.SETTINGS)
    app.push_screen(doors.programme(None), lambda _saved: _ask_for_people(app))


def _ask_for_people(app: DeskApp) -> None:
    app.push_screen(doors.person(None), lambda saved: _ask_for_people(app) if saved else None)
