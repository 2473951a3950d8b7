"""What can be done in the closing workspace, a key each."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "AskForClosing",
    "CallConference",
    "CloseCase",
    "LeaveClosing",
    "OtherSets",
    "RecordApproval",
    "ShowEvidence",
    "ShowReport",
    "ShowSteps",
]


class ShowEvidence(Command):
    """Show the facts behind this line, the rule and its source."""

    BINDING_KEY = "e"
    TITLE = N_("Evidence and rule")
    FOOTER = N_("evidence")


class OtherSets(Command):
    """Show also what guidance says that is not in force here."""

    BINDING_KEY = "o"
    TITLE = N_("Other sets")
    FOOTER = N_("other sets")


class AskForClosing(Command):
    """Write down that closing is asked for, and the main reason."""

    BINDING_KEY = "a"
    TITLE = N_("Ask for closing")
    FOOTER = N_("ask")


class RecordApproval(Command):
    """Write down an approval or a refusal, with who gave it."""

    BINDING_KEY = "s"
    TITLE = N_("Sign or record an approval")
    FOOTER = N_("sign")


class CloseCase(Command):
    """Close the case; guidance that decides here and is not ready has to be answered with a reason."""

    BINDING_KEY = "x"
    TITLE = N_("Close the case")
    FOOTER = N_("close")


class CallConference(Command):
    """Call a case conference about this case."""

    BINDING_KEY = "m"
    TITLE = N_("New conference")
    FOOTER = N_("conference")


class ShowReport(Command):
    """Show on what the case was closed, and what the guidance would answer now; print it from there."""

    BINDING_KEY = "r"
    TITLE = N_("Closing report")
    FOOTER = N_("report")


class ShowSteps(Command):
    """Show the steps of closing, what each guidance asks people to do, and the tasks."""

    BINDING_KEY = "t"
    TITLE = N_("Steps and tasks")
    FOOTER = N_("steps, tasks")


class LeaveClosing(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")
