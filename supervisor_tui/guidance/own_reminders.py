"""What the product itself reminds of about meetings, declared as a guidance set declares it and asked the same way.

No guidance states any of it, so what is to be done before a meeting is advised only; where a set in force speaks of the
same thing about the same meeting, its word stands alone (`MeetingSets.due`).
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary
from supervisor_tui.domain.meetings.reminders import AGENDA, APPROVED, NEAR, TOLD, agenda_lacks, slot_of, to_tell
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleBook, Strength
from supervisor_tui.wording import _

__all__ = ["OWN", "OWN_RULES"]

OWN = SetId("supervisor_tui")
OWN_RULES = RuleBook(OWN)
OURS = "ours"
DAY = timedelta(days=1)


@OWN_RULES.meeting_schedule("OWN-MTG-01", title=_("A conference is near"), source=OURS)
def a_conference_is_near(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """A conference is named the day before and on its day, and then until somebody says that it was held."""
    for meeting in _conferences_ahead(diary):
        eve = meeting.day - DAY
        if as_of >= eve:
            slot = slot_of(meeting, NEAR)
            yield DueItem(_near(meeting, as_of), due=meeting.day, opens=eve, slot=slot, meeting=meeting.id)


@OWN_RULES.meeting_schedule("OWN-MTG-02", title=_("Invitations to send"), source=OURS, strength=Strength.WARNS)
def invitations_to_send(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Everybody who is to come to a conference is told before it."""
    for meeting in _conferences_ahead(diary):
        if as_of <= meeting.day and to_tell(meeting):
            yield DueItem(
                _("{n} of {all} invitations to send · {number}").format(
                    number=meeting.id, n=len(to_tell(meeting)), all=len(meeting.participants)
                ),
                due=meeting.day,
                slot=slot_of(meeting, TOLD),
                advisory=True,
                meeting=meeting.id,
                part=MeetingPart.PEOPLE,
            )


@OWN_RULES.meeting_schedule("OWN-MTG-03", title=_("Agenda to make ready"), source=OURS, strength=Strength.WARNS)
def agenda_to_make_ready(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """A conference begins with an agenda that somebody called ready and that has a point for each case."""
    for meeting in _conferences_ahead(diary):
        if as_of <= meeting.day and agenda_lacks(meeting):
            yield DueItem(
                _("Agenda of {number}: not ready").format(number=meeting.id),
                due=meeting.day,
                slot=slot_of(meeting, AGENDA),
                advisory=True,
                meeting=meeting.id,
                part=MeetingPart.AGENDA,
            )


@OWN_RULES.meeting_schedule("OWN-MTG-04", title=_("Minutes to approve"), source=OURS, strength=Strength.WARNS)
def minutes_to_approve(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Whoever leads a meeting approves its minutes once it is over."""
    for meeting in (one.meeting for one in diary.meetings):
        if meeting.state is MeetingState.CLOSED and meeting.approved_at is None and meeting.day <= as_of:
            yield DueItem(
                _("Minutes of {number}: to approve").format(number=meeting.id),
                slot=slot_of(meeting, APPROVED),
                unknown=_("Minutes of {number}: to approve, no day set").format(number=meeting.id),
                advisory=True,
                meeting=meeting.id,
                part=MeetingPart.MINUTES,
            )


def _conferences_ahead(diary: MeetingDiary) -> Iterator[Meeting]:
    meetings = (one.meeting for one in diary.meetings)
    return (one for one in meetings if one.kind is MeetingKind.CONFERENCE and one.state is MeetingState.PLANNED)


def _near(meeting: Meeting, as_of: date) -> str:
    if as_of > meeting.day:
        return _("Conference {number}: nobody recorded that it was held").format(number=meeting.id)
    words = _("Conference {number} is today") if as_of == meeting.day else _("Conference {number} is tomorrow")
    return words.format(number=meeting.id)
