"""A follow-up as told: somebody says it at the door, one line keeps it, and the form stays outstanding."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.follow_ups import NotUnderstoodError, ToldFollowUp, read_line
from supervisor_tui.casework.recording import Draft, RefusedError, check, save
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.findings import Severity
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["AsToldScreen", "understood"]


class AsToldScreen(Dialog[bool]):
    """Case, who tells it, and the line; below it stands at once what was understood."""

    HEADING = N_("Follow-up as told")

    def __init__(self, code: CaseCode | None) -> None:
        super().__init__()
        self.code = code

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield labelled(_("Case"), SafeInput(self.code or "", id="case"))
        yield labelled(_("Told by"), SafeInput(_told_by(self.desk, self.code), id="told_by"))
        yield labelled(_("What"), SafeInput(placeholder=_("visit yesterday, seen no, worse, moved to aunt"), id="what"))
        yield SafeStatic(
            content(_("The day and how the contact was made come first; the rest is kept as the note. No names.")),
            classes="hint",
        )

    def on_mount(self) -> None:
        """Begin where something is missing."""
        blank = [name for name in ("case", "told_by", "what") if not self.line(name)]
        self.query_one(f"#{blank[0]}", SafeInput).focus()

    @on(Input.Changed, "#what")
    def _show_understood(self) -> None:
        if not self.line("what"):
            self.say("")
            return
        try:
            told = read_line(self.line("what"), self.desk.clock().date())
        except NotUnderstoodError as problem:
            self.say(str(problem), Tone.QUIET)
        else:
            self.say(understood(told, self.desk), Tone.GOOD)

    def save(self) -> None:
        """Keep the line as told."""
        code = CaseCode(self.line("case").upper())
        try:
            self.desk.case(code)
            told = read_line(self.line("what"), self.desk.clock().date())
            who = self.line("told_by")
            if not who:
                self.point_at("told_by", _("Say who tells it: a caseworker, or a role such as “teacher”."))
                return
            draft = Draft(told.body, told.on, HowKnown.TOLD, told_by=_code_of(self.desk, who))
            findings = check(self.desk, code, draft)
            save(self.desk, code, (draft,))
        except NoSuchCaseError as problem:
            self.point_at("case", str(problem))
        except (NotUnderstoodError, RefusedError, StoreProblem) as problem:
            self.point_at("what", str(problem))
        else:
            kept = _("{case}: kept as told. The form is still to be written.").format(case=code)
            warned = [finding.message for finding in findings if finding.severity is Severity.WARN]
            self.dismiss(result=True)
            tell(self, "\n".join((kept, *warned)))
            self.desk_app.something_saved()


def understood(told: ToldFollowUp, desk: Desk) -> str:
    """Say in words what a line was read as."""
    body = told.body
    parts = [
        near_day(told.on, desk.clock().date()),
        body.channel.label,
        _("child seen: {answer}").format(answer=body.child_seen.label if body.child_seen else _("not said")),
        _("safe: {answer}").format(answer=body.safe.label if body.safe else _("not said")),
        body.situation.label if body.situation else _("how it goes: not said"),
    ]
    return " · ".join(parts)


def _told_by(desk: Desk, code: CaseCode | None) -> str:
    if code is None or not desk.store.records.has(code):
        return ""
    return desk.short_name(worker(desk.case(code)))


def _code_of(desk: Desk, typed: str) -> str:
    """Return the code of a person who is called so, for a record holds no short name; else the words, as a role."""
    wanted = typed.casefold()
    for person in desk.store.people.all():
        if wanted in {person.short_name.casefold(), person.code.casefold()}:
            return person.code
    return typed
