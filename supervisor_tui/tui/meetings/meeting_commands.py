"""What can be done while a meeting is held. Function keys and Ctrl, for the line takes every letter."""

from supervisor_tui.kit.command import Command
from supervisor_tui.tui.meetings.blank_screen import BlankTheWall
from supervisor_tui.wording import N_

__all__ = [
    "BlankTheWall",
    "ChangeMeeting",
    "CloseMeeting",
    "FamilyInOrOut",
    "LeaveMeeting",
    "NextCase",
    "OpenCaseFile",
    "PreviousCase",
    "PutOffCase",
    "SetAgenda",
    "ShowNeeds",
    "ShowSheet",
    "ShowToOthers",
    "TakeBackLine",
    "TakeTheRound",
    "WhoIsHere",
    "WriteMinutesFile",
]


class NextCase(Command):
    """Go on to the next case; what stands in the line is saved, and "no change" is written if nothing was said."""

    BINDING_KEY = "ctrl+n"
    TITLE = N_("Next case")
    FOOTER = N_("next case")
    WHILE_TYPING = True


class PutOffCase(Command):
    """Put the case off until next time: first the reason is asked, the same key again saves it and goes on."""

    BINDING_KEY = "ctrl+o"
    TITLE = N_("Put off and go on")
    FOOTER = N_("put off")
    WHILE_TYPING = True


class FamilyInOrOut(Command):
    """Bring the family in, who then see this child only, or send them out; what is said then is the closed part."""

    BINDING_KEY = "ctrl+f"
    TITLE = N_("Family in or out")
    FOOTER = N_("family")
    WHILE_TYPING = True


class PreviousCase(Command):
    """Go back to the case before."""

    BINDING_KEY = "f7"
    TITLE = N_("Case before")
    FOOTER = N_("before")
    WHILE_TYPING = True


class TakeBackLine(Command):
    """Take back your last line, or the line of the cursor; it stays in the history and comes back into the field."""

    BINDING_KEY = "f8"
    TITLE = N_("Take back the last line")
    FOOTER = N_("take back")
    WHILE_TYPING = True


class WhoIsHere(Command):
    """See who takes part: who was told, who is here, who has signed."""

    BINDING_KEY = "f2"
    TITLE = N_("Who is here")
    FOOTER = N_("who is here")
    WHILE_TYPING = True


class TakeTheRound(Command):
    """Pass the open cases of the team that nobody spoke about yet, a key for each: no change, or raise it."""

    BINDING_KEY = "f3"
    TITLE = N_("The team's round")
    FOOTER = N_("round")
    WHILE_TYPING = True


class OpenCaseFile(Command):
    """Open the case file of the case in front."""

    BINDING_KEY = "f4"
    TITLE = N_("Open the case")
    FOOTER = N_("case file")
    WHILE_TYPING = True


class ChangeMeeting(Command):
    """Change when, where, with whom and about which cases the meeting is."""

    BINDING_KEY = "f6"
    TITLE = N_("Change the meeting")
    FOOTER = N_("change")
    WHILE_TYPING = True


class WriteMinutesFile(Command):
    """Write the minutes into a file to print or send, codes only unless names are asked for."""

    BINDING_KEY = "ctrl+g"
    TITLE = N_("Minutes into a file")
    FOOTER = N_("minutes out")
    WHILE_TYPING = True
    IN_FOOTER = False


class ShowSheet(Command):
    """See the presentation sheet of the case in front: strengths, gaps, findings, what was left of last time."""

    BINDING_KEY = "ctrl+t"
    TITLE = N_("Presentation sheet")
    FOOTER = N_("sheet")
    WHILE_TYPING = True
    IN_FOOTER = False


class ShowNeeds(Command):
    """See what the meeting still needs by the guidance in force, what is open first."""

    BINDING_KEY = "ctrl+l"
    TITLE = N_("What it still needs")
    FOOTER = N_("still needed")
    WHILE_TYPING = True
    IN_FOOTER = False


class SetAgenda(Command):
    """Put the agenda in order: move points, say how long they take, add and strike them."""

    BINDING_KEY = "ctrl+r"
    TITLE = N_("Agenda in order")
    FOOTER = N_("agenda")
    WHILE_TYPING = True
    IN_FOOTER = False


class ShowToOthers(Command):
    """Show the meeting to others: until this key is pressed again, nothing else can be opened."""

    BINDING_KEY = "f12"
    TITLE = N_("Show to others, or end showing")
    FOOTER = N_("show")
    WHILE_TYPING = True


class CloseMeeting(Command):
    """Say that the meeting is over, or open one again that was; its lines stay, its actions stay in the plans."""

    BINDING_KEY = "f10"
    TITLE = N_("Meeting over")
    FOOTER = N_("over")
    WHILE_TYPING = True


class LeaveMeeting(Command):
    """Leave the meeting's screen; everything typed is kept."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")
