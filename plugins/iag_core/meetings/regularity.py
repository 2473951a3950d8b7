"""How often the team meets."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

WEEK = timedelta(days=7)


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
