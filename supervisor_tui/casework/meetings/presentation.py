"""The presentation sheet of each case of a meeting: what is strong, what is missing, what was left of last time."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, case_due_lines
from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.invitees import Invitee, invitee_of
from supervisor_tui.casework.meetings.last_time import LastTime, last_time
from supervisor_tui.casework.meetings.meeting_needs import Need, worst_first
from supervisor_tui.casework.meetings.minutes import minutes
from supervisor_tui.casework.meetings.whose import case_as_shown
from supervisor_tui.casework.meetings.without_minutes import BY_CODE_ONLY
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.told_to import told_about
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.assessment import Assessment
from supervisor_tui.domain.risk import risk
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["CaseSheet", "Told", "presentation"]


class Told(msgspec.Struct, frozen=True):
    """Something that somebody noted: the words, and the day; `ahead` says that it was typed for this meeting."""

    text: str
    on: date
    ahead: bool = False


class CaseSheet(msgspec.Struct, frozen=True):
    """One case as a meeting is shown it, codes only.

    strengths, gaps: those of the last assessment that names some, then what was typed for this meeting. late: what is
    overdue, the worst first. findings: what the sets in force find not in order or not known, each set by itself.
    open_actions: those of the plan. before: what the last meeting about it decided. withheld: why a sheet for one of
    those invited tells less, or nothing but the code; "" where it tells everything.
    """

    case: CaseCode
    risk: str
    strengths: tuple[Told, ...]
    gaps: tuple[Told, ...]
    late: tuple[DueLine, ...]
    findings: tuple[Need, ...]
    open_actions: tuple[ActionStanding, ...]
    before: LastTime
    withheld: str = ""


def presentation(
    desk: Desk, number: MeetingId, only: CaseCode | None = None, to: ParticipantId | None = None
) -> tuple[CaseSheet, ...]:
    """Return a sheet for each case of a meeting, in the order of the meeting; with `only` for that one alone.

    to: for whom, so that it tells no more than they may know. Raises NoSuchMeetingError, ReasonAsked for a case of
    others in a meeting that is not theirs, and RefusedError where the
    case does not stand on the agenda, or nobody of that number is invited.
    """
    meeting = seen(desk, number).value
    if only is not None and only not in meeting.cases:
        message = _("{code} does not stand on the agenda of {number}.").format(code=only, number=number)
        raise RefusedError((Finding(Severity.REFUSE, message, "case"),))
    lines = minutes(desk, number)
    sheets = tuple(_sheet(desk, meeting, code, lines) for code in ([only] if only else meeting.cases))
    if to is None:
        return sheets
    invitee = invitee_of(desk, number, to)
    return tuple(_as_told_to(invitee, sheet) for sheet in sheets)


def _as_told_to(one: Invitee, sheet: CaseSheet) -> CaseSheet:
    """Return a sheet with what somebody may know of it: of a case without a basis the code, a family what is good."""
    person = one.participant
    if told_about(person, one.sharing, sheet.case) and person.is_professional:
        return sheet
    bare = CaseSheet(sheet.case, "", (), (), (), (), (), LastTime((), (), ()), BY_CODE_ONLY)
    if not told_about(person, one.sharing, sheet.case):
        return msgspec.structs.replace(bare, withheld=_CODE_FOR_SAFETY) if person.could_harm else bare
    words = _("For the family: what is good, and what is to be done.")
    return msgspec.structs.replace(bare, strengths=sheet.strengths, open_actions=sheet.open_actions, withheld=words)


_CODE_FOR_SAFETY = _("This paper holds the code only. Ask whoever called the meeting.")


def _sheet(desk: Desk, meeting: Meeting, code: CaseCode, lines: tuple[MinutesLine, ...]) -> CaseSheet:
    case = case_as_shown(desk, meeting, code)
    typed = [line for line in lines if line.case == code]
    now = risk(case)
    return CaseSheet(
        case=code,
        risk=(now.level.title if now.level else now.entry.body.level) if now else _("no level recorded"),
        strengths=(*_assessed_strengths(case), *_typed(typed, LineKind.STRENGTH)),
        gaps=(*_assessed_gaps(case), *_typed(typed, LineKind.GAP)),
        late=tuple(line for line in case_due_lines(desk, case) if line.state is DueState.OVERDUE),
        findings=worst_first(
            Need(found.set, check) for found in desk.host.case_checks(case, desk.as_of) for check in found.checks
        ),
        open_actions=tuple(one for one in actions(case) if one.is_open),
        before=last_time(desk, code, meeting.id),
    )


def _assessed_strengths(case: CaseFile) -> Iterable[Told]:
    found = case.latest_where(Assessment, lambda body: bool(body.strengths))
    return (Told(text, found.on) for text in found.body.strengths) if found else ()


def _assessed_gaps(case: CaseFile) -> Iterable[Told]:
    found = case.latest_where(Assessment, lambda body: bool(body.needs or body.risks))
    return (Told(text, found.on) for text in (*found.body.risks, *found.body.needs)) if found else ()


def _typed(lines: Iterable[MinutesLine], kind: LineKind) -> Iterable[Told]:
    return (Told(line.text, line.at.date(), ahead=True) for line in lines if line.kind is kind)
