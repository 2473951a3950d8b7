"""What is still to be done before a conference: everybody told in time, the agenda ready."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from reintegration_benchmarks.conference.conference_check import SOURCE
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.settings import NOTICE_DAYS, decided
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary
from supervisor_tui.domain.meetings.reminders import AGENDA, TOLD, agenda_lacks, slot_of, to_tell
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _, ngettext

HINT = timedelta(days=2)
"""So long before the conference the agenda is asked for (ours)."""


@rules.meeting_schedule("RB-CC-08", title=_("Everybody is told in time"), source=SOURCE)
def everybody_to_tell(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Everybody hears of the day seven days before. An urgent one may be sooner for a reason, and is then advised."""
    for meeting in _ahead(diary, as_of):
        if not to_tell(meeting):
            continue
        is_urgent = bool(meeting.urgent_because.strip())
        due = meeting.day if is_urgent else meeting.day - timedelta(days=decided(settings, NOTICE_DAYS))
        yield DueItem(
            _invitations(meeting, as_of, due),
            due=due,
            opens=meeting.called_on,
            slot=slot_of(meeting, TOLD),
            advisory=is_urgent,
            meeting=meeting.id,
            part=MeetingPart.PEOPLE,
        )


@rules.meeting_schedule("RB-CC-09", title=_("The agenda is ready"), source=f"{SOURCE}; two days before is ours")
def agenda_to_make_ready(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """There is an agenda with a point for each case before the conference begins; two days before is our hint."""
    for meeting in _ahead(diary, as_of):
        if agenda_lacks(meeting):
            yield DueItem(
                _("Agenda of {number}: not ready").format(number=meeting.id),
                due=meeting.day,
                target=meeting.day - HINT,
                opens=meeting.day - HINT,
                slot=slot_of(meeting, AGENDA),
                meeting=meeting.id,
                part=MeetingPart.AGENDA,
            )


def _ahead(diary: MeetingDiary, as_of: date) -> Iterator[Meeting]:
    for meeting in (one.meeting for one in diary.meetings):
        is_planned = meeting.kind is MeetingKind.CONFERENCE and meeting.state is MeetingState.PLANNED
        if is_planned and as_of <= meeting.day:
            yield meeting


def _invitations(meeting: Meeting, as_of: date, due: date) -> str:
    """Say how many are still to be sent, and how many days are left in which notice is long enough, else how short."""
    left, before = (due - as_of).days, (meeting.day - as_of).days
    if left == 0:
        notice = _("last day today")
    elif left > 0:
        notice = ngettext("{n} day left", "{n} days left", left).format(n=left)
    else:
        notice = ngettext("only {n} day's notice", "only {n} days' notice", before).format(n=before)
    words = _("{n} of {all} invitations to send, {notice} · {number}")
    to_send = len(to_tell(meeting))
    return words.format(n=to_send, all=len(meeting.participants), notice=notice, number=meeting.id)
