"""The presentation sheet of a case of the meeting, and the paper of it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.due_list import lateness
from supervisor_tui.casework.meetings.presentation import CaseSheet, presentation
from supervisor_tui.casework.meetings.sheets_on_paper import action_in_words, sheets_on_paper, usual_name_of_sheets
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.exchange.paper.paper import Paper, PaperForm
from supervisor_tui.kit.columns import Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import WorkList
from supervisor_tui.tui.days import near_day
from supervisor_tui.tui.paper_dialog import PaperDialog
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["SheetScreen", "SheetsIntoFile"]


class PrintSheet(Command):
    """Write the sheet into a file to print or send, this case alone or every case of the meeting."""

    BINDING_KEY = "p"
    TITLE = N_("Sheet into a file")
    FOOTER = N_("into a file")


class LeaveSheet(Command):
    """Go back to the meeting."""

    BINDING_KEY = "escape"
    TITLE = N_("Back to the meeting")
    FOOTER = N_("back")


class SheetLine(msgspec.Struct, frozen=True):
    """A line of the sheet: a word for what it is, the words, a note at the right."""

    key: str
    what: str
    note: str = ""
    tone: Tone = Tone.PLAIN


COLUMNS: tuple[Column[SheetLine], ...] = (
    Column("what", "", lambda line: Cell(line.what, line.tone), width=40, flex=1),
    Column("note", "", lambda line: Cell(line.note, Tone.QUIET), width=24, leaves_first=1),
)


class SheetScreen(ReadingScreen[CaseSheet]):
    """Strengths first, then what is missing, what the guidance finds, and what was left of last time."""

    ACTIONS = (PrintSheet, LeaveSheet)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, number: MeetingId, case: CaseCode) -> None:
        super().__init__()
        self.number = number
        self.case = case
        self.title = _("Presentation · {case} in {number}").format(case=case, number=number)

    def compose_body(self) -> ComposeResult:
        """Lay out one list."""
        yield WorkList(COLUMNS, line_key=lambda line: line.key, empty=_("Nothing recorded."), id="sheet")

    def read(self, desk: "Desk") -> CaseSheet:
        """Put the sheet together."""
        return presentation(desk, self.number, self.case)[0]

    def show(self, found: CaseSheet) -> None:
        """Show the sheet."""
        self.entitle(f"{self.title} · {found.risk}")
        work_list = self.query_one("#sheet", WorkList)
        work_list.replace_groups(tuple(self._groups(found)))
        work_list.focus()

    def _groups(self, sheet: CaseSheet) -> Iterable[Group[SheetLine]]:
        today = self.desk.as_of
        told = {
            "strengths": (_("STRENGTHS AND WHAT PROTECTS"), sheet.strengths),
            "gaps": (_("RISKS AND GAPS"), sheet.gaps),
        }
        for key, (title, lines) in told.items():
            yield _group(key, title, (SheetLine("", one.text, near_day(one.on, today)) for one in lines))
        late = (SheetLine("", one.row.item.title, lateness(one), Tone.URGENT) for one in sheet.late)
        yield _group("late", _("LATE"), late)
        yield _group("findings", _("WHAT THE GUIDANCE FINDS"), _findings(sheet))
        yield _group("actions", _("OPEN ACTIONS"), (SheetLine("", action_in_words(one)) for one in sheet.open_actions))
        decided = (SheetLine("", one.body.text, near_day(one.on, today)) for one in sheet.before.decisions)
        yield _group("decided", _("DECIDED LAST TIME"), decided)

    def action_print_sheet(self) -> None:
        """Handle `PrintSheet`."""
        self.app.push_screen(SheetsIntoFile(self.number, self.case))

    def action_leave_sheet(self) -> None:
        """Handle `LeaveSheet`."""
        self.dismiss()


class SheetsIntoFile(PaperDialog):
    """Asks which file, and whether every case of the meeting stands in it."""

    HEADING = N_("Sheet into a file")

    def __init__(self, number: MeetingId, case: CaseCode) -> None:
        super().__init__(usual_name_of_sheets(number, PaperForm.HTML), _("Every case?"))
        self.number = number
        self.case = case

    def paper(self, *, wanted: bool) -> Paper:
        """Return the sheets, codes only."""
        return sheets_on_paper(self.number, presentation(self.desk, self.number, None if wanted else self.case))


def _findings(sheet: CaseSheet) -> Iterable[SheetLine]:
    for need in sheet.findings:
        answer = need.check.answer
        tone = Tone.URGENT if answer.result is Result.FAIL and not need.only_advises else Tone.WARNING
        words = f"{answer.result.label}: {need.check.rule.title}. {answer.reason}"
        yield SheetLine("", words, need.set.short_title, tone)


def _group(key: str, title: str, lines: Iterable[SheetLine]) -> Group[SheetLine]:
    numbered = [msgspec.structs.replace(line, key=f"{key}/{at}") for at, line in enumerate(lines)]
    return Group(key, title, numbered, count=len(numbered), note="" if numbered else _("nothing recorded"))
