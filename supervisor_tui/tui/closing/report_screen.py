"""The closing report of one case: on what it was closed, how that came about, and what the guidance answers now."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from supervisor_tui.casework.closing_report.comparing import Comparison, compared
from supervisor_tui.casework.closing_report.on_paper import report_on_paper, usual_name_of_report
from supervisor_tui.casework.closing_report.report import ClosingReport, closing_report
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.marks import terminal_marks
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_list import LineHighlighted, WorkList
from supervisor_tui.tui.closing.about_one_case import AboutOneCase
from supervisor_tui.tui.closing.report_lines import ReportLine, report_columns, report_groups
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["ReportPaper", "ReportScreen"]


class PrintReport(Command):
    """Write the report into a file, to print or to keep: codes only."""

    BINDING_KEY = "p"
    TITLE = N_("Print the report")
    FOOTER = N_("print")


class LeaveReport(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class Found(msgspec.Struct, frozen=True):
    """What the screen shows."""

    report: ClosingReport
    comparison: Comparison


class ReportScreen(AboutOneCase[Found]):
    """Nothing is decided here: what was kept at the signature stands as it was kept."""

    ACTIONS = (PrintReport, LeaveReport)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode) -> None:
        super().__init__(code, _("Closing report · {code}"))

    def compose_body(self) -> ComposeResult:
        """Lay out on what the answers rest above the list."""
        marks = terminal_marks()
        yield SafeStatic(id="answers")
        yield WorkList(report_columns(marks), line_key=_key, empty=_("Nothing was kept."), marks=marks, id="checks")
        yield SafeStatic(id="whole")

    def read(self, desk: "Desk") -> Found:
        """Read what was kept, and ask every set again."""
        report = closing_report(desk, open_file(desk, self.code))
        return Found(report, compared(desk, report))

    def show(self, found: Found) -> None:
        """Show what was closed against first."""
        self.entitle(self._title(found.report))
        self.query_one("#answers", SafeStatic).update(Content("\n").join(self._answers(found)))
        work_list = self.query_one("#checks", WorkList)
        work_list.replace_groups(report_groups(found.report, found.comparison))
        work_list.focus()

    def _title(self, report: ClosingReport) -> str:
        words = [_("Closing report · {code}").format(code=report.case.code)]
        if report.closed is None:
            return " · ".join([*words, _("not closed")])
        who = self.desk.short_name(report.closed.record.by)
        day = _("closed {day} by {who}").format(day=full_day(report.closed.on), who=who)
        return " · ".join([*words, day, report.closed.body.reason.label])

    def _answers(self, found: Found) -> list[Content]:
        """Say on what the answers rest, then each set then and today; they are never added up."""
        signed = found.report.signed
        basis = _("Answers of {day}, {basis}").format(day=full_day(signed.on), basis=signed.basis.label)
        lines = [content(basis, Tone.QUIET.style)]
        for one in found.comparison.sets:
            guidance = self.desk.host.set(one.set)
            short = content(f"{guidance.short_title if guidance else one.set:<14}  ", Tone.STRONG.style)
            then = _("then {words}").format(words=one.words_then or _("not in force"))
            today = _("today {words}").format(words=one.words_today)
            lines.append(Content.assemble(short, content(f"{then} · {today}")))
        return lines

    @on(LineHighlighted)
    def show_whole_line(self, event: LineHighlighted[ReportLine]) -> None:
        """Show the line of the cursor in full."""
        words = event.line.whole if event.line is not None else (event.group.title, event.group.note)
        self.show_whole(words[0], words[1:])

    def action_print_report(self) -> None:
        """Handle `PrintReport`."""
        self.app.push_screen(ReportPaper(self.code))

    def action_leave_report(self) -> None:
        """Handle `LeaveReport`."""
        self.app.pop_screen()


class ReportPaper(PaperDialog):
    """Asks which file, and whether it shall say what the guidance would answer now."""

    HEADING = N_("Closing report into a file")

    def __init__(self, code: CaseCode) -> None:
        super().__init__(usual_name_of_report(code, PaperForm.HTML), _("With today's answers?"))
        self.code = code

    def paper(self, *, wanted: bool) -> Paper:
        """Return the report, with the comparison if it is asked for."""
        report = closing_report(self.desk, self.desk.case(self.code))
        return report_on_paper(report, compared(self.desk, report) if wanted else None)


def _key(line: ReportLine) -> str:
    return line.key
