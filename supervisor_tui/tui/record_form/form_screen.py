"""A form over the whole screen: what it is about, the fields, what the guidance finds, saved with F2 or Enter."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.shown_text import said
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.forms import FieldProblem, Form, Option
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.form_controls import FormTools, offered_nothing
from supervisor_tui.kit.form_view import FormChanged, FormLeft, FormSaved, FormView
from supervisor_tui.kit.safe_text import Line, SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.days import day_and_hour
from supervisor_tui.tui.desk_app import DeskApp, desk_app
from supervisor_tui.tui.record_form.kept_drafts import FormPlace, forget, keep, kept
from supervisor_tui.tui.record_form.typed_days import read_form_day
from supervisor_tui.tui.says_problems import SaysProblems
from supervisor_tui.wording import N_, _

__all__ = ["BeginAnew", "FormScreen"]

ResultT = TypeVar("ResultT")


class BeginAnew(Command):
    """Throw away what was typed before, and begin with a blank form."""

    BINDING_KEY = "f9"
    TITLE = N_("Begin anew")
    FOOTER = N_("begin anew")
    WHILE_TYPING = True


class FormScreen(SaysProblems, Commanded, ModalScreen[ResultT]):
    """The frame of a form. What is typed is kept each second; `save_values` saves, and closes the screen if it could.

    A second F2 keeps what was only warned of; what is refused has to be changed. A note holds nobody up: where it is
    all that was found, it is read beside the word that the record was saved.
    """

    ACTIONS = (BeginAnew,)
    CSS_PATH = Path(__file__).with_name("form_screen.tcss")

    def __init__(self, place: FormPlace, field: str | None = None) -> None:
        super().__init__()
        self.place = place
        self.field = field or ""
        self.findings = SafeStatic(classes="form-findings")
        self._warned: Mapping[str, object] | None = None
        self._notes: tuple[Finding, ...] = ()

    def about(self) -> str:
        """Return the line above the form: which case, and what is known of it."""
        raise NotImplementedError

    def form(self) -> Form:
        """Return the form."""
        raise NotImplementedError

    def known_codes(self, codes: str) -> Sequence[Option]:
        """Return the codes that a field can be filled with, by what they stand for; none unless the form has such."""
        return offered_nothing(codes)

    def asked_for(self, values: Mapping[str, object]) -> Collection[str] | None:  # noqa: ARG002
        """Return the names of the fields that are asked for where these values stand in the form; None for all."""
        return None

    def first_values(self) -> Mapping[str, object]:
        """Return what stands in the form at first."""
        raise NotImplementedError

    def save_values(self, values: Mapping[str, object]) -> None:
        """Save, or show what is wrong."""
        raise NotImplementedError

    @property
    def desk_app(self) -> DeskApp:
        """The application, as screens know it."""
        return desk_app(self)

    @property
    def desk(self) -> Desk:
        """The desk of whoever unlocked the store."""
        return self.desk_app.desk

    @property
    def form_view(self) -> FormView:
        """The fields."""
        return self.query_one(FormView)

    def compose(self) -> ComposeResult:
        """Lay out the form, with the draft that was kept of it."""
        draft = kept(self.desk, self.place)
        yield Line(content(self.about(), Tone.QUIET.style), classes="form-about")
        yield self.findings
        yield self._form_view(draft.fields if draft else None)
        yield CommandFooter()
        if draft is not None:
            at = day_and_hour(draft.at, self.desk.clock().date())
            self.findings.update(
                content(_("What you typed {when} stands here again. F9 begins anew.").format(when=at), "$text-warning")
            )

    def _form_view(self, draft: Mapping[str, object] | None) -> FormView:
        today = self.desk.clock().date()
        tools = FormTools(lambda typed: read_form_day(typed, today), self.known_codes)
        values = self.first_values()
        return FormView(self.form(), tools, values=values, draft=draft, at=self.field, asked_for=self.asked_for)

    @on(FormSaved)
    def _saved(self, event: FormSaved) -> None:
        try:
            self.save_values(event.values)
        except StoreProblem as problem:
            self.say(str(problem), Tone.URGENT)

    @on(FormChanged)
    def _changed(self, event: FormChanged) -> None:
        self._keep(event.draft)

    @on(FormLeft)
    def _left(self, event: FormLeft) -> None:
        if event.draft is not None:
            self._keep(event.draft)
            tell(self, _("Not saved; what you typed is kept and waits on Today."))
            self.desk_app.something_saved()
        self.dismiss()

    async def action_begin_anew(self) -> None:
        """Handle `BeginAnew`."""
        forget(self.desk, self.place)
        await self.form_view.remove()
        self.findings.update()
        await self.mount(self._form_view(None), after=self.findings)

    def may_keep(self, findings: tuple[Finding, ...], values: Mapping[str, object]) -> bool:
        """Show findings; say whether the values can be saved: nothing refused, and warnings seen once before."""
        refused = [finding for finding in findings if finding.severity is Severity.REFUSE]
        if refused:
            self.show_findings(findings)
            return False
        warned = [finding for finding in findings if finding.severity is Severity.WARN]
        self._notes = () if warned else findings
        if not warned or self._warned == values:
            return True
        self._warned = dict(values)
        self.show_findings(findings)
        return False

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say what was found, and go to the first field that it is about."""
        lines = [_sentence(finding) for finding in findings]
        refused = any(finding.severity is Severity.REFUSE for finding in findings)
        if not refused:
            asks_why = any(finding.keeps for finding in findings)
            lines.append(_("F2 again keeps the words and asks why.") if asks_why else _("F2 again saves it as it is."))
        self.say("\n".join(lines), Tone.URGENT if refused else Tone.WARNING)
        at = next((finding.field for finding in findings if finding.field), "")
        if at:
            self.form_view.go_to(at)

    def show_problem(self, problem: FieldProblem) -> None:
        """Show what is wrong at a field."""
        self.form_view.show_problem(problem)

    def say(self, text: str, tone: Tone) -> None:
        """Say something above the form."""
        self.findings.update(content(said(text, lines=True), tone.style, lines=True))

    def saved(self, result: ResultT, words: str) -> None:
        """Close the form after its values were saved."""
        forget(self.desk, self.place)
        moment = self.desk.clock()
        self.dismiss(result)
        told = _("{what} saved {moment:%H:%M:%S}").format(what=words, moment=moment)
        tell(self, "\n".join((told, *map(_sentence, self._notes))))
        self.desk_app.something_saved()

    def _keep(self, draft: Mapping[str, object]) -> None:
        try:
            moment = keep(self.desk, self.place, draft)
        except StoreProblem as problem:
            self.say(str(problem), Tone.URGENT)
        else:
            footer = self.query_one(CommandFooter)
            footer.note = _("kept as typed {moment:%H:%M:%S}, not saved yet").format(moment=moment)


def _sentence(finding: Finding) -> str:
    """Return what was found with its weight before it and its rule behind it."""
    return " ".join(filter(None, (f"{finding.severity.label}:", finding.message, finding.rule and f"({finding.rule})")))
