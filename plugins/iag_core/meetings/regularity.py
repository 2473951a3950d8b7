"""How often the team meets, and when what was decided and written down has to be sent."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.copies import CopyKind
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

WEEK = timedelta(days=7)
WORKDAYS = 5


@rules.meeting_schedule("IAG-MTG-10", title=_("The team meets about once a week"), source="004 §3.5; 8 days are ours")
def about_once_a_week(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """In an emergency the team goes through its cases about once a week."""
    return _weekly(diary, as_of, settings, _("Case management meeting"), advisory=False)


@rules.meeting_schedule(
    "FU-13", title=_("A meeting of the team or of the agencies each week"), source="002", strength=Strength.WARNS
)
def a_meeting_each_week(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """In an emergency the page on follow-up asks for a conference about once a week.

    The course says the same of the team's own meeting, so that one of either kind settles both.
    """
    return _weekly(diary, as_of, settings, _("Meeting on the cases, of the team or of the agencies"), advisory=True)


@rules.meeting_schedule("IAG-MTG-11", title=_("The team meets regularly"), source="004 §3.5: no figure")
def regularly(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Outside an emergency the team meets at a regular interval that the agency sets."""
    if diary.programme.context_on(as_of) is Context.EMERGENCY:
        return
    title, days = _("Case management meeting"), settings.number("management_meeting_days")
    if days is None:
        missing = Missing(setting=settings.full_key("management_meeting_days"))
        yield DueItem(
            title, slot="next", unknown=_("The agency has not decided how often the team meets."), missing=missing
        )
        return
    held = _held(diary, as_of, {MeetingKind.MANAGEMENT})
    if held:
        due = held[-1] + timedelta(days=days)
        yield DueItem(title, due=due, opens=held[-1], slot=held[-1].isoformat())
    else:
        yield DueItem(title, slot="next", unknown=_("No case management meeting is recorded yet."))


@rules.meeting_schedule("IAG-MTG-14", title=_("Minutes and decisions in time"), source="004 §3.5; practice elsewhere")
def minutes_and_decisions_in_time(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """A conference is written up within the agreed days; its decisions and minutes reach those who took part."""
    for one in diary.meetings:
        meeting = one.meeting
        if (
            meeting.kind is not MeetingKind.CONFERENCE
            or meeting.state is not MeetingState.CLOSED
            or meeting.day > as_of
        ):
            continue
        yield from _papers(one, settings)


def _papers(one: EarlierMeeting, settings: Settings) -> Iterator[DueItem]:
    meeting = one.meeting
    approved = meeting.approved_at.date() if meeting.approved_at else None
    due = meeting.day + timedelta(days=figure(settings, "minutes_days"))
    yield _paper(meeting, _("Minutes of {number}: chair to approve"), "approved", due, approved)
    told = min((copy.sent_on for copy in one.copies), default=None)
    due = working_days_after(meeting.day, figure(settings, "decisions_working_days"))
    yield _paper(meeting, _("Decisions of {number}: to be sent round"), "decisions", due, told, advisory=True)
    whole = min((copy.sent_on for copy in one.copies if copy.kind is not CopyKind.DECISIONS), default=None)
    due = working_days_after(meeting.day, figure(settings, "minutes_working_days"))
    yield _paper(meeting, _("Minutes of {number}: to be sent"), "minutes", due, whole, advisory=True)


def _paper(meeting: Meeting, words: str, slot: str, due: date, done: date | None, *, advisory: bool = False) -> DueItem:
    return DueItem(
        words.format(number=meeting.id),
        due=due,
        opens=meeting.day,
        done=done,
        slot=f"{meeting.id}/{slot}",
        advisory=advisory,
        meeting=meeting.id,
    )


def working_days_after(day: date, count: int) -> date:
    """Return the day so many days from Monday to Friday later; public holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < WORKDAYS
    return day


def _weekly(diary: MeetingDiary, as_of: date, settings: Settings, title: str, *, advisory: bool) -> Iterator[DueItem]:
    if diary.programme.context_on(as_of) is not Context.EMERGENCY:
        return
    since = max(period.since for period in diary.programme.contexts if period.since <= as_of)
    tolerance = timedelta(days=figure(settings, "weekly_meeting_days"))
    held = [day for day in _held(diary, as_of, {MeetingKind.MANAGEMENT, MeetingKind.CONFERENCE}) if day >= since]
    counted = [(held[-2] if len(held) > 1 else since, held[-1])] if held else []
    last = held[-1] if held else since
    for start, met in (*counted, (last, None)):
        yield DueItem(
            title,
            due=start + tolerance,
            target=start + WEEK,
            opens=start,
            done=met,
            slot=f"{start.isoformat()}{'' if met else '+'}",
            advisory=advisory,
        )


def _held(diary: MeetingDiary, as_of: date, kinds: set[MeetingKind]) -> list[date]:
    return sorted({one.day for one in _meetings(diary) if one.kind in kinds and one.was_held and one.day <= as_of})


def _meetings(diary: MeetingDiary) -> Iterator[Meeting]:
    return (one.meeting for one in diary.meetings)
