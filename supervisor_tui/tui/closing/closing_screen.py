"""The closing workspace of one case: each set's answer, then what stands in the way, what can be done first on top."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from supervisor_tui.casework.closing import ClosingView, closing_view, verdict_words
from supervisor_tui.casework.closing_decision import deciding_meetings
from supervisor_tui.casework.closing_reasons import proposed_reason
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.domain.ids import CaseCode, PersonCode, RuleId, SetId
from supervisor_tui.domain.records.closing import Approval, Closure, ClosureReason, ClosureRequest
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.reviews import SetReview
from supervisor_tui.kit.marks import result_tone, terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineChosen, LineHighlighted, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.closing.about_one_case import AboutOneCase
from supervisor_tui.tui.closing.closing_commands import (
    AskForClosing,
    CallConference,
    CloseCase,
    LeaveClosing,
    OtherSets,
    RecordApproval,
    ShowEvidence,
    ShowReport,
    ShowSteps,
)
from supervisor_tui.tui.closing.closing_lines import ClosingLine, columns, groups
from supervisor_tui.tui.closing.difference_screen import DifferenceScreen
from supervisor_tui.tui.closing.evidence_screen import EvidenceScreen
from supervisor_tui.tui.closing.whole_line import whole_line
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.ways_on import follow, way_to_settle
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["ClosingScreen"]


class ClosingScreen(AboutOneCase[ClosingView]):
    """Enter opens the form that records what is missing; nothing here closes a case by itself."""

    ACTIONS = (
        ShowEvidence,
        OtherSets,
        AskForClosing,
        RecordApproval,
        CloseCase,
        CallConference,
        ShowSteps,
        ShowReport,
        LeaveClosing,
    )
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__(code, _("Closing · {code}"))
        self.also: tuple[SetId, ...] = ()
        self.titles: dict[SetId, str] = {}
        self._others: tuple[SetId, ...] = ()
        self.reason: ClosureReason | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the answers of the sets above the list; to open it is a look that is remembered."""
        marks = terminal_marks()
        self.call_after_refresh(self._note_the_look)
        yield SafeStatic(id="answers")
        yield WorkList(
            columns(marks), line_key=_key, empty=_("No guidance is in force for this case."), marks=marks, id="checks"
        )
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> ClosingView:
        """Ask every set."""
        return closing_view(desk, open_file(desk, self.code), also=self.also)

    def show(self, found: ClosingView) -> None:
        """Show the answers, first what can be acted on."""
        self._others = tuple(review.set.id for review in found.others)
        self.reason = found.request.body.reason if found.request else None
        self.entitle(self._title(found))
        self.titles = {review.set.id: review.set.title for review in found.reviews}
        self.query_one("#answers", SafeStatic).update(Content("\n").join(map(_answer, found.reviews)))
        work_list = self.query_one("#checks", WorkList)
        work_list.replace_groups(groups(found))
        work_list.focus()
        self._show_whole(work_list.line)

    def _note_the_look(self) -> None:
        if not self.desk.asks_about_the_past:
            self.desk.store.looks.note(self.desk.person.code, self.code)

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the check."""
        line = self.query_one("#checks", WorkList).line
        return line.check.check.rule.id if isinstance(line, ClosingLine) and line.check is not None else None

    def _title(self, found: ClosingView) -> str:
        ended = closure(found.case)
        if ended is not None:
            closed = _("Closing · {code} · closed {day} · {reason}")
            on_day = near_day(ended.on, found.as_of)
            return closed.format(code=self.code, day=on_day, reason=ended.body.reason.label)
        if found.request is None:
            return _("Closing · {code} · nobody asked for it").format(code=self.code)
        reason = found.request.body.reason
        words = [
            _("Closing · {code} · asked for {day}").format(code=self.code, day=near_day(found.request.on, found.as_of)),
            reason.label if reason else _("no reason recorded"),
        ]
        who = self.desk.short_name(PersonCode(found.request.body.asked_by))
        if who:
            words[0] = _("{asked} by {who}").format(asked=words[0], who=who)
        if found.conference is not None:
            day = near_day(found.conference.day, found.as_of)
            words.append(_("{meeting} {day}").format(meeting=found.conference.kind.label, day=day))
        return " · ".join(words)

    @on(LineChosen)
    def record_what_is_missing(self, event: LineChosen[ClosingLine]) -> None:
        """Open the form at the missing field; a line without one shows its evidence."""
        check = event.line.check
        if check is None:
            self._show_difference(event.line)
            return
        missing = check.check.answer.missing
        if missing is None:
            self.app.push_screen(EvidenceScreen(check))
        else:
            follow(self, way_to_settle(self.code, missing))

    @on(LineHighlighted)
    def show_whole_line(self, event: LineHighlighted[ClosingLine]) -> None:
        """Show the line of the cursor in full, or what stands behind a heading."""
        if event.line is not None:
            self._show_whole(event.line)
        else:
            self.show_whole(event.group.title, (note.strip() for note in event.group.note.split(";")))

    def _show_whole(self, line: object) -> None:
        if isinstance(line, ClosingLine):
            whole = whole_line(line, self.titles, self.desk.host.kinds, self.desk.as_of)
            self.query_one("#whole", SafeStatic).update(whole)

    def _show_difference(self, line: ClosingLine) -> None:
        if line.difference is not None:
            self.app.push_screen(DifferenceScreen(line.difference, self.titles))

    def action_show_evidence(self) -> None:
        """Handle `ShowEvidence`."""
        line = self.query_one("#checks", WorkList).line
        if isinstance(line, ClosingLine) and line.check is not None:
            self.app.push_screen(EvidenceScreen(line.check))
        elif isinstance(line, ClosingLine):
            self._show_difference(line)

    def action_other_sets(self) -> None:
        """Handle `OtherSets`: show them, or put them away again."""
        if not self.also and not self._others:
            tell(self, _("Every guidance set installed is shown already."))
        self.also = () if self.also else self._others
        self.refresh_from_desk()

    def action_ask_for_closing(self) -> None:
        """Handle `AskForClosing`: after a death the form opens with that reason."""
        self.app.push_screen(doors.record_form(self.code, ClosureRequest.KIND, "reason", filled=self._on_file()))

    def _on_file(self) -> dict[str, object]:
        """Return the reason that a record speaks for, as a form takes it."""
        reason = proposed_reason(self.desk, self.desk.case(self.code))
        return {"reason": reason.value} if reason else {}

    def action_record_approval(self) -> None:
        """Handle `RecordApproval`."""
        self.app.push_screen(doors.record_form(self.code, Approval.KIND, "body", filled={"what": "closure"}))

    def action_close_case(self) -> None:
        """Handle `CloseCase`: the form opens with the reason asked for, and the one meeting that decided it."""
        reason = self.reason
        filled: dict[str, object] = {"reason": reason.value} if reason else self._on_file()
        decided = deciding_meetings(self.desk, self.desk.case(self.code))
        if len(decided) == 1:
            filled["meeting"] = decided[0]
        self.app.push_screen(
            doors.record_form(self.code, Closure.KIND, "because" if reason else "reason", filled=filled)
        )

    def action_call_conference(self) -> None:
        """Handle `CallConference`."""
        self.app.push_screen(doors.new_meeting([self.code]))

    def action_show_steps(self) -> None:
        """Handle `ShowSteps`."""
        self.app.push_screen(doors.closing_steps(self.code))

    def action_show_report(self) -> None:
        """Handle `ShowReport`."""
        self.app.push_screen(doors.closing_report(self.code))

    def action_leave_closing(self) -> None:
        """Handle `LeaveClosing`."""
        self.app.pop_screen()


def _key(line: ClosingLine) -> str:
    return line.key


def _answer(found: SetReview) -> Content:
    """Say the answer before the long title, so that a narrow screen cuts the title and never the answer."""
    short = content(f"{found.set.short_title:<14}"[:14] + "  ", Tone.STRONG.style)
    standing = content(f"{found.standing.standing.label:<12} ", Tone.QUIET.style)
    answer = content(verdict_words(found), result_tone(found.verdict).style)
    return Content.assemble(short, standing, answer, content(f"   {found.set.title}", Tone.QUIET.style))
