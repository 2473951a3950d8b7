"""What belongs on the agenda of a meeting because of the plan."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.plan import current_plan
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, registration, status
from supervisor_tui.wording import _


@rules.agenda_rule("IAG-S3-13", title=_("Complex cases in a conference"), source="004 §1.2, §3.5")
def complex_cases_in_a_conference(file: MeetingFile, _as_of: date, _settings: Settings) -> Iterable[AgendaLine]:
    """A case that needs several agencies may be planned in a conference; this only suggests it.

    Nothing is suggested once a conference on the case was held, or decided, under the present plan.
    """
    if file.meeting.kind is not MeetingKind.MANAGEMENT:
        return
    for case in file.cases:
        opening, plan = registration(case), current_plan(case)
        if opening is None or opening.body.complex_case is not YesNo.YES or status(case) is Status.CLOSED:
            continue
        since = plan.on if plan else opening.on
        if not any(one.on >= since for one in conferences(case)):
            words = _("Several agencies are needed: plan it in a case conference?")
            yield AgendaLine(text=words, case=case.code)


@rules.agenda_rule("IAG-S3-17", title=_("The child's part in the planning meeting"), source="004 §3.3")
def the_childs_part_in_planning(file: MeetingFile, _as_of: date, _settings: Settings) -> Iterable[AgendaLine]:
    """Child and family take part in planning as fully as possible; who is not in the room is heard another way."""
    meeting = file.meeting
    if meeting.kind is not MeetingKind.PLANNING:
        return
    invited = {one.role for one in meeting.participants}
    for case in file.cases:
        if ParticipantRole.CHILD not in invited:
            words = _("The child is not invited: how does its view come in, or why not? ({day})")
            yield AgendaLine(text=words.format(day=meeting.day.isoformat()), case=case.code)
        if ParticipantRole.CAREGIVER not in invited:
            yield AgendaLine(text=_("The family is not invited: how does its view come in?"), case=case.code)
