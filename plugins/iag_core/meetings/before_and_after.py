"""What falls due before a conference and after it: the family prepared, decisions and minutes sent round."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from iag_core.guidance import rules
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.copies import CopyKind, settled
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingPart, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import EarlierMeeting, MeetingDiary
from supervisor_tui.domain.meetings.reminders import (
    APPROVED,
    CORRECTIONS,
    DECISIONS,
    MINUTES,
    PREPARED,
    slot_of,
    to_prepare,
)
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

WORKDAYS = 5
DAY = timedelta(days=1)


@rules.meeting_schedule("IAG-MTG-15", title=_("Child and family are prepared and helped"), source="004 §3.5")
def family_to_prepare(diary: MeetingDiary, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Where child or family join, somebody talks with them before the day of the conference."""
    for meeting in (one.meeting for one in _conferences(diary, MeetingState.PLANNED)):
        for one in to_prepare(meeting) if as_of <= meeting.day else ():
            yield DueItem(
                _("talk with the {who} before it not recorded · {number}").format(
                    who=one.role.label, number=meeting.id
                ),
                due=meeting.day - DAY,
                slot=slot_of(meeting, f"{one.id}/{PREPARED}"),
                meeting=meeting.id,
                part=MeetingPart.PEOPLE,
            )


@rules.meeting_schedule("IAG-MTG-14", title=_("Minutes and decisions in time"), source="004 §3.5; practice elsewhere")
def minutes_and_decisions_in_time(diary: MeetingDiary, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """A conference is written up within the agreed days; decisions and minutes reach those who took part.

    Whoever got the minutes may ask for corrections for some days more.
    """
    for one in _conferences(diary, MeetingState.CLOSED):
        if one.meeting.day <= as_of:
            yield from _papers(one, settings)


def _papers(one: EarlierMeeting, settings: Settings) -> Iterator[DueItem]:
    meeting, held = one.meeting, one.meeting.day
    approved = meeting.approved_at.date() if meeting.approved_at else None
    days = settings.number("minutes_days")
    due = None if days is None else held + timedelta(days=days)
    words = _("Minutes of {number}: chair to approve")
    yield _paper(meeting, words, APPROVED, settings.full_key("minutes_days"), due, done=approved)

    gone = [copy for copy in one.copies if not copy.not_sent_because]
    left = min((copy.sent_on for copy in gone if copy.kind is not CopyKind.CODE), default=None)
    told, how_many = _all_sent(settled(one.owed, one.copies, decisions=True), left)
    due, key = _working_days(settings, "decisions_working_days", held)
    words = _("Decisions of {number}: to be sent round") + how_many
    yield _paper(meeting, words, DECISIONS, key, due, done=told, advisory=True)

    left = min((copy.sent_on for copy in gone if copy.kind.is_of_minutes), default=None)
    sent, how_many = _all_sent(settled(one.owed, one.copies, decisions=False), left)
    due, key = _working_days(settings, "minutes_working_days", held)
    yield _paper(meeting, _("Minutes of {number}: to be sent") + how_many, MINUTES, key, due, done=sent, advisory=True)

    if left is not None:
        due, key = _working_days(settings, "corrections_working_days", left)
        words = _("Minutes of {number}: time for corrections ends")
        ends = _paper(meeting, words, CORRECTIONS, key, due, advisory=True)
        yield msgspec.structs.replace(ends, opens=left, closes=due)


def _all_sent(each: tuple[date | None, ...], left: date | None) -> tuple[date | None, str]:
    """Return the day on which the last copy that is due left, and while some are left how many are noted.

    left: the day on which the first copy left, which alone counts where nobody knows to whom one is due.
    """
    if not each:
        return left, ""
    noted = [day for day in each if day is not None]
    if len(noted) == len(each):
        return max(noted), ""
    return None, _(", {n} of {all} noted").format(n=len(noted), all=len(each)) if noted else ""


def _paper(
    meeting: Meeting,
    words: str,
    what: str,
    setting: str,
    due: date | None,
    *,
    done: date | None = None,
    advisory: bool = False,
) -> DueItem:
    """Return the duty; where its number is not decided nobody can say by when."""
    title = words.format(number=meeting.id)
    is_open = due is None
    return DueItem(
        title,
        due=due,
        opens=meeting.day,
        done=done,
        slot=slot_of(meeting, what),
        unknown=_("{what}; the agency has not decided by when").format(what=title) if is_open else "",
        missing=Missing(setting=setting) if is_open else None,
        advisory=advisory,
        meeting=meeting.id,
        part=MeetingPart.MINUTES,
    )


def _working_days(settings: Settings, key: str, since: date) -> tuple[date | None, str]:
    """Return the last day, None where the number is not decided, and the key by which the setting is known."""
    days = settings.number(key)
    return (None if days is None else working_days_after(since, days)), settings.full_key(key)


def working_days_after(day: date, count: int) -> date:
    """Return the day so many days from Monday to Friday later; public holidays are not known here."""
    while count:
        day += DAY
        count -= day.weekday() < WORKDAYS
    return day


def _conferences(diary: MeetingDiary, state: MeetingState) -> Iterator[EarlierMeeting]:
    return (one for one in diary.meetings if one.meeting.kind is MeetingKind.CONFERENCE and one.meeting.state is state)
