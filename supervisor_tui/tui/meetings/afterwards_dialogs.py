"""Small forms after a meeting: somebody's copy into a file, and a line of approved minutes corrected."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.meetings.copies import copy_on_paper, note_not_sent, note_sent
from supervisor_tui.casework.meetings.corrected_as_typed import CHOICES, WrongFieldError, as_corrected, as_typed
from supervisor_tui.casework.meetings.correcting import correct
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.typed_choice import numbered
from supervisor_tui.domain.ids import MeetingId, ParticipantId
from supervisor_tui.domain.meetings.corrections import correctable
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.exchange.minutes.attributes import label_of
from supervisor_tui.exchange.paper.paper import Paper
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.wording import N_, _

__all__ = ["CopyDialog", "CorrectDialog", "NotSentDialog"]


class CopyDialog(PaperDialog):
    """Asks for the file of somebody's copy, and whether it is sent with that."""

    HEADING = N_("Copy of the minutes into a file")

    def __init__(self, number: MeetingId, to: ParticipantId, *, only_decisions: bool = False) -> None:
        name = f"{number}-{to}-decisions.html" if only_decisions else f"{number}-{to}.html"
        super().__init__(name, _("Note it as sent today?"))
        self.number = number
        self.to = to
        self.only_decisions = only_decisions

    def paper(self, *, wanted: bool) -> Paper:  # noqa: ARG002 - what is wanted follows once the file is there
        """Return the copy, codes only."""
        return copy_on_paper(self.desk, self.number, self.to, only_decisions=self.only_decisions)

    def written(self, *, wanted: bool) -> None:
        """Note that the copy was sent; only a file that is there can have been."""
        if wanted:
            note_sent(self.desk, self.number, self.to, only_decisions=self.only_decisions)
            self.desk_app.something_saved()


class NotSentDialog(Dialog[None]):
    """Asks why somebody's copy is not sent, so that it is no longer waited for."""

    HEADING = N_("The copy is not sent")

    def __init__(self, number: MeetingId, to: ParticipantId) -> None:
        super().__init__()
        self.number = number
        self.to = to

    def rows(self) -> Iterable[Widget]:
        """Return the line."""
        yield labelled(_("Why"), SafeInput(placeholder=_("codes and roles, no names"), id="because"))

    def save(self) -> None:
        """Note it."""
        try:
            note_not_sent(self.desk, self.number, self.to, self.line("because"))
        except RefusedError as refused:
            self.point_at("because", str(refused))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()


class CorrectDialog(Dialog[None]):
    """Asks for what is wrong in a line, filled in as it stands, and for the reason."""

    def __init__(self, number: MeetingId, line: MinutesLine) -> None:
        super().__init__()
        self.number = number
        self.wrong = line

    def heading(self) -> str:
        """Name the kind of line."""
        return _("Correct: {kind}").format(kind=self.wrong.kind.label)

    def rows(self) -> Iterable[Widget]:
        """Return the words, what belongs to this kind of line, and the reason."""
        yield SafeStatic(content(_("The line as it was approved stays in the log.")), classes="hint")
        for field in correctable(self.wrong):
            hint = numbered(CHOICES[field]) if field in CHOICES else ""
            yield labelled(
                label_of(field),
                SafeInput(as_typed(self.desk, self.wrong, field), placeholder=hint, id=field, select_on_focus=False),
            )
        yield labelled(_("Why the line was wrong"), SafeInput(id="because"))

    def save(self) -> None:
        """Write the correction, and say what the case file says otherwise by now."""
        typed = {field: self.line(field) for field in correctable(self.wrong)}
        try:
            reads = as_corrected(self.desk, self.wrong, typed)
            corrected = correct(self.desk, self.number, reads, self.line("because"))
        except WrongFieldError as problem:
            self.point_at(problem.field, str(problem))
        except RefusedError as refused:
            self.point_at("because" if not self.line("because") else "text", str(refused))
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss()
            self.desk_app.something_saved()
            for finding in corrected.findings:
                tell(self.app, finding.message, severity="warning")
