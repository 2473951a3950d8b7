"""Asks who comes as well, while the list of people is open: role, who and agency; all else is noted with its key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.inviting import invited
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_invitee
from supervisor_tui.casework.meetings.who import UnknownPersonError
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen, numbered
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.participants import Participant, ParticipantRole
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["InviteDialog"]


class InviteDialog(Dialog[None]):
    """Child and caregivers come as family, everybody else as a professional; the form of the meeting says otherwise."""

    SHOWN_TO_OTHERS: ClassVar[bool] = True
    HEADING = N_("Somebody more")

    def __init__(self, number: MeetingId) -> None:
        super().__init__()
        self.number = number
        self._asked_about: tuple[Finding, ...] = ()

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield labelled(_("Role"), SafeInput(id="role"))
        yield labelled(_("Who"), SafeInput(placeholder=_("a code, or what they are: nurse"), id="who"))
        yield labelled(_("Agency"), SafeInput(placeholder=_("blank for our own"), id="agency"))
        roles = numbered(ParticipantRole, " · ")
        yield SafeStatic(content(_("Role by number or word: {roles}").format(roles=roles), lines=True), classes="hint")

    def save(self) -> None:
        """Invite them; a word of a name is asked about once."""
        try:
            one = self._said()
        except NotAChoiceError as problem:
            self.point_at("role", str(problem))
            return
        if one is None:
            self.point_at("role", _("Say in which role they come."))
            return
        asks = findings_on_invitee(self.desk, None, one)
        if asks and asks != self._asked_about:
            self._asked_about = asks
            self.point_at("who", " ".join((*(found.message for found in asks), _("F2 again saves it as it is."))))
            return
        self._invite(one)

    def _said(self) -> Participant | None:
        role = chosen(ParticipantRole, self.line("role"))
        if role is None:
            return None
        who, agency = self.line("who"), self.line("agency")
        return Participant(label=who, role=role, agency=agency, professional=not role.is_family)

    def _invite(self, one: Participant) -> None:
        try:
            invited(self.desk, seen(self.desk, self.number), one)
        except (RefusedError, UnknownPersonError) as refused:
            self.point_at("who", str(refused))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()
