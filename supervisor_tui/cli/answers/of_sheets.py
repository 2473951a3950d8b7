"""The answer about presentation sheets."""

from datetime import date

import msgspec

from supervisor_tui.casework.meetings.presentation import CaseSheet
from supervisor_tui.cli.answers.of_a_case import CheckAnswerLine, check_line
from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.ids import MeetingId


class SheetFinding(msgspec.Struct, frozen=True):
    """A check that is not in order or not known, and the set that asks it."""

    set: str
    check: CheckAnswerLine


class SheetLate(msgspec.Struct, frozen=True):
    """A duty that is late."""

    set: str
    rule: str
    title: str
    due: date | None
    late_days: int


class SheetAction(msgspec.Struct, frozen=True):
    """An action of the plan that is open; an owner that nobody named is an empty text."""

    action: str
    text: str
    owner: str
    due_on: date | None


class SheetAnswer(msgspec.Struct, frozen=True):
    """One case as a meeting is shown it; withheld says why a sheet for one of those invited tells less, else empty."""

    case: str
    risk: str
    strengths: tuple[str, ...]
    gaps: tuple[str, ...]
    late: tuple[SheetLate, ...]
    findings: tuple[SheetFinding, ...]
    actions: tuple[SheetAction, ...]
    decided: tuple[str, ...]
    withheld: str


class SheetsAnswer(msgspec.Struct, frozen=True):
    """The sheets of a meeting."""

    meeting: str
    as_of: date
    sheets: tuple[SheetAnswer, ...]


def sheets_answer(number: MeetingId, sheets: tuple[CaseSheet, ...], as_of: date) -> SheetsAnswer:
    """Return the sheets as JSON gives them."""
    return SheetsAnswer(number, as_of, tuple(map(_sheet, sheets)))


def _sheet(sheet: CaseSheet) -> SheetAnswer:
    late = (
        SheetLate(
            line.row.set,
            line.row.rule,
            line.row.item.title,
            day_of(line.row.item.due) if line.row.item.due else None,
            line.late_days,
        )
        for line in sheet.late
    )
    return SheetAnswer(
        case=sheet.case,
        risk=sheet.risk,
        strengths=tuple(one.text for one in sheet.strengths),
        gaps=tuple(one.text for one in sheet.gaps),
        late=tuple(late),
        findings=tuple(SheetFinding(need.set.id, check_line(need.check)) for need in sheet.findings),
        actions=tuple(
            SheetAction(one.action.action, one.action.text, one.action.owner, one.action.due_on)
            for one in sheet.open_actions
        ),
        decided=tuple(entry.body.text for entry in sheet.before.decisions),
        withheld=sheet.withheld,
    )
