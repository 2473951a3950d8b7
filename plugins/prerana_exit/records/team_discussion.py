"""The team's talk about an exit, and what it decided."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class TeamDecision(Choice):
    """What the team decided."""

    EXIT = "exit", _("exit")
    CONTINUE = "continue", _("go on working")
    DEFER = "defer", _("decide later")


class TeamDiscussion(RecordBody, frozen=True, kw_only=True):
    """The team looked at the exit with care and decided; the ways out only open the talk."""

    KIND: ClassVar[str] = "prerana_exit.team_discussion"
    TITLE: ClassVar[str] = _("The team talked about the exit")
    ON: ClassVar[str] = _("Held on")

    decision: Annotated[TeamDecision, asked(_("Decided"), rule="PX-G-09")]
    roles: Annotated[tuple[ParticipantRole, ...], asked(_("Roles that were there"), rule="PX-G-09")] = ()
    evaluation: Annotated[
        str, asked(_("How it was weighed"), hint=_("Codes and roles, no names."), rule="PX-G-09", long=True)
    ] = ""
    overrules: Annotated[
        str, asked(_("Why, where no way out is in order"), hint=_("Which way, and why all the same."), rule="PX-G-09")
    ] = ""
