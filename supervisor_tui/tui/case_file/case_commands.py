"""What can be done in a case file."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "AddRecord",
    "CallMeeting",
    "HandOver",
    "LeaveCase",
    "NextTab",
    "OpenAgain",
    "OpenClosing",
    "OpenMeeting",
    "OpenSteps",
    "TabBefore",
    "TakeUpNext",
    "ToAnotherAgency",
    "WhoIsIt",
    "WhoReads",
]


class OpenClosing(Command):
    """See what stands in the way of closing this case, each guidance by itself."""

    BINDING_KEY = "c"
    TITLE = N_("Closing")
    FOOTER = N_("closing")


class OpenSteps(Command):
    """See the steps of this case: where it is, what each asked for, what is missing, and the way so far."""

    BINDING_KEY = "s"
    TITLE = N_("Steps")
    FOOTER = N_("steps")


class AddRecord(Command):
    """Write down anything in this case file."""

    BINDING_KEY = "a"
    TITLE = N_("Record")
    FOOTER = N_("record")


class HandOver(Command):
    """Give this case to a caseworker."""

    BINDING_KEY = "w"
    TITLE = N_("Give to a caseworker")
    FOOTER = N_("caseworker")


class ToAnotherAgency(Command):
    """Hand this case over to another agency, or see how far that has come."""

    BINDING_KEY = "h"
    TITLE = N_("Hand over to another agency")
    FOOTER = N_("agency")
    IN_FOOTER = False


class OpenAgain(Command):
    """Open a closed case again: a new stretch of work, the old one stays readable."""

    BINDING_KEY = "r"
    TITLE = N_("Open again")
    FOOTER = N_("open again")
    IN_FOOTER = False


class CallMeeting(Command):
    """Call a case conference about this case."""

    BINDING_KEY = "m"
    TITLE = N_("New conference")
    FOOTER = N_("conference")


class TakeUpNext(Command):
    """Ask for this case to be taken up in the next meeting, and say why."""

    BINDING_KEY = "u"
    TITLE = N_("For the next meeting")
    FOOTER = N_("next meeting")
    IN_FOOTER = False


class OpenMeeting(Command):
    """Open the meeting in which the action or decision of this line was agreed."""

    BINDING_KEY = "o"
    TITLE = N_("Open its meeting")
    FOOTER = N_("its meeting")
    IN_FOOTER = False


class WhoIsIt(Command):
    """Show who this code stands for, or write it down; the audit log notes it."""

    BINDING_KEY = "i"
    TITLE = N_("Who it is")
    FOOTER = N_("who it is")
    IN_FOOTER = False


class WhoReads(Command):
    """Show who may read this file and who opened it lately, and let somebody else read it for a while."""

    BINDING_KEY = "v"
    TITLE = N_("Who reads this file")
    FOOTER = N_("readers")
    IN_FOOTER = False


class NextTab(Command):
    """Go to the next tab: story, plan, a tab for each guidance set in force, closing."""

    BINDING_KEY = "right_square_bracket,right"
    TITLE = N_("Next tab")
    FOOTER = N_("next tab")


class TabBefore(Command):
    """Go to the tab before."""

    BINDING_KEY = "left_square_bracket,left"
    TITLE = N_("Tab before")
    FOOTER = N_("tab before")
    IN_FOOTER = False


class LeaveCase(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")
