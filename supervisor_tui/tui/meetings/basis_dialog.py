"""Asks on which basis somebody may be told about the child, with what is found on file as the first answer."""

from collections.abc import Iterable

import msgspec
from textual.widget import Widget

from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import Invitee
from supervisor_tui.casework.meetings.inviting import invitee_changed
from supervisor_tui.casework.meetings.typed_of_meeting import findings_on_invitee
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen, numbered
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.participants import SharingBasis
from supervisor_tui.guidance.findings import Finding
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["BasisDialog"]


class BasisDialog(Dialog[None]):
    """A blank basis takes back what was recorded; then what stands on file counts again."""

    HEADING = N_("Why they may be told about the child")

    def __init__(self, number: MeetingId, one: Invitee) -> None:
        super().__init__()
        self.number = number
        self.one = one
        self._asked_about: tuple[Finding, ...] = ()

    def rows(self) -> Iterable[Widget]:
        """Return the lines: the basis, and the note on it."""
        person = self.one.participant
        yield SafeStatic(content(_on_file(self.one)), classes="hint")
        yield labelled(_("Basis"), SafeInput(person.basis.label if person.basis else "", id="basis"))
        yield labelled(_("Note"), SafeInput(person.basis_note, placeholder=_("codes and roles, no names"), id="note"))
        words = _("The number or the beginning of a line is enough; blank takes it back:")
        choices = numbered(SharingBasis, "\n")
        yield SafeStatic(content(f"{words}\n{choices}", lines=True), classes="hint")

    def save(self) -> None:
        """Record the basis, or say what is wrong; a note that may hold a name is asked about once."""
        said = {"basis_note": self.line("note")}
        person = self.one.participant
        asks = findings_on_invitee(self.desk, person, msgspec.structs.replace(person, **said))
        if asks and asks != self._asked_about:
            self._asked_about = asks
            self.point_at("note", " ".join((*(one.message for one in asks), _("F2 again saves it as it is."))))
            return
        try:
            basis = chosen(SharingBasis, self.line("basis"))
            before = seen(self.desk, self.number)
            invitee_changed(self.desk, before, self.one.participant.id, basis=basis, **said)
        except NotAChoiceError as problem:
            self.point_at("basis", str(problem))
        except RefusedError as refused:
            self.point_at("note", str(refused))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


def _on_file(one: Invitee) -> str:
    if one.sharing is not None and one.sharing.by_itself and one.sharing.basis is not None:
        found = " · ".join(filter(None, (one.sharing.basis.label, one.sharing.note)))
        return _("Found by itself: {basis}").format(basis=found)
    agency = one.participant.agency or _("somebody without an agency")
    return _("No consent to this conference that names {agency} stands on file.").format(agency=agency)
