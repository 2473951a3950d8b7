"""What can be done with an agenda, a key each."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "AddPoint",
    "AgendaReady",
    "LeaveAgenda",
    "PointDown",
    "PointUp",
    "StrikePoint",
    "TakeBackChange",
    "TimePoint",
]


class PointUp(Command):
    """Move the point up; above its caseworker's first point all of them go together."""

    BINDING_KEY = "u,shift+up"
    TITLE = N_("Point up")
    FOOTER = N_("up")


class PointDown(Command):
    """Move the point down; below its caseworker's last point all of them go together."""

    BINDING_KEY = "d,shift+down"
    TITLE = N_("Point down")
    FOOTER = N_("down")


class TimePoint(Command):
    """Say how many minutes the point may take."""

    BINDING_KEY = "m"
    TITLE = N_("Minutes of the point")
    FOOTER = N_("minutes")


class AddPoint(Command):
    """Add a point, about the case of the line or about the meeting as a whole."""

    BINDING_KEY = "a"
    TITLE = N_("Add a point")
    FOOTER = N_("add")


class StrikePoint(Command):
    """Take the point off the agenda; its case stays with the meeting."""

    BINDING_KEY = "x,delete"
    TITLE = N_("Strike the point")
    FOOTER = N_("strike")


class AgendaReady(Command):
    """Note that the agenda is ready since today; once more takes it back."""

    BINDING_KEY = "r"
    TITLE = N_("Agenda is ready")
    FOOTER = N_("ready")


class TakeBackChange(Command):
    """Take back the last change of the agenda."""

    BINDING_KEY = "z"
    TITLE = N_("Take back the last change")
    FOOTER = N_("take back")


class LeaveAgenda(Command):
    """Go back; every change is kept."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")
