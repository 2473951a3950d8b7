"""What can be noted of somebody who is invited, a key each."""

from supervisor_tui.kit.command import Command
from supervisor_tui.wording import N_

__all__ = [
    "AddPeople",
    "Arrived",
    "DeclinedToSign",
    "EverybodyIsHere",
    "InviteOne",
    "LeavePeople",
    "MayHarm",
    "NeedNotSign",
    "PapersForThem",
    "RecordBasis",
    "SentApologies",
    "Signed",
    "StayedAway",
    "StepsOut",
    "StillNeeded",
    "Told",
]


class Arrived(Command):
    """Note that this person is here."""

    BINDING_KEY = "p,enter"
    TITLE = N_("Here")
    FOOTER = N_("here")


class SentApologies(Command):
    """Note that this person sent apologies."""

    BINDING_KEY = "a"
    TITLE = N_("Sent apologies")
    FOOTER = N_("apologies")


class StayedAway(Command):
    """Note that this person did not come and said nothing."""

    BINDING_KEY = "x"
    TITLE = N_("Absent")
    FOOTER = N_("absent")


class Signed(Command):
    """Note that this person is here and signed confidentiality; once more takes it back."""

    BINDING_KEY = "s"
    TITLE = N_("Signed confidentiality")
    FOOTER = N_("signed")


class DeclinedToSign(Command):
    """Note that this person declined to sign, and was asked to leave; once more takes it back."""

    BINDING_KEY = "d"
    TITLE = N_("Declined to sign")
    FOOTER = N_("declined")


class NeedNotSign(Command):
    """Note that this person is here and need not sign; once more takes it back."""

    BINDING_KEY = "e"
    TITLE = N_("Need not sign")
    FOOTER = N_("exempt")


class StepsOut(Command):
    """Note that this person steps out for a while, or comes back; what is said meanwhile is not theirs to read."""

    BINDING_KEY = "o"
    TITLE = N_("Steps out, or comes back")
    FOOTER = N_("out, in")


class EverybodyIsHere(Command):
    """Note that everybody who was invited is here, the family left aside; what was noted of others stays."""

    BINDING_KEY = "asterisk"
    TITLE = N_("Everybody is here")
    FOOTER = N_("all here")


class Told(Command):
    """Note that this person was told of the meeting today; of one who was told it asks for the day."""

    BINDING_KEY = "n"
    TITLE = N_("Told of the meeting")
    FOOTER = N_("told")


class RecordBasis(Command):
    """Record on which basis this person may be told about the child; without one their papers hold codes only."""

    BINDING_KEY = "b"
    TITLE = N_("Why they may be told")
    FOOTER = N_("basis")


class MayHarm(Command):
    """Record whether this person may be a source of harm: yes, no or not known, and a note on it."""

    BINDING_KEY = "h"
    TITLE = N_("May be a source of harm")
    FOOTER = N_("harm")


class PapersForThem(Command):
    """Write a paper for this person into a file, with no more in it than they may be told."""

    BINDING_KEY = "v"
    TITLE = N_("Papers for this person")
    FOOTER = N_("papers")


class StillNeeded(Command):
    """See what the meeting still needs by the guidance in force."""

    BINDING_KEY = "w"
    TITLE = N_("What the meeting still needs")
    FOOTER = N_("what it needs")


class InviteOne(Command):
    """Add somebody who was forgotten or came unexpected: role, who, agency."""

    BINDING_KEY = "i"
    TITLE = N_("Somebody more")
    FOOTER = N_("somebody more")


class AddPeople(Command):
    """Add somebody, or change a role or an agency, on the form of the meeting."""

    BINDING_KEY = "f6"
    TITLE = N_("Add people")
    FOOTER = N_("add people")


class LeavePeople(Command):
    """Go back to the meeting."""

    BINDING_KEY = "escape,f2"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back")
