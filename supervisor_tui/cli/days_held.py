"""On which day a meeting was held, where that is another than planned: in a line, and said once as it begins."""

from supervisor_tui.cli.printing import say
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.wording import _

__all__ = ["held_in_words", "say_day_held"]


def held_in_words(meeting: Meeting) -> tuple[str, ...]:
    """Return on which day it was held, nothing where it was the day planned."""
    if meeting.moved_from is None:
        return ()
    return (_("held on {day}").format(day=meeting.day.isoformat()),)


def say_day_held(before: Meeting, after: Meeting) -> None:
    """Say which day is noted for a meeting that just began, where it was planned for another."""
    if before.was_held or not after.was_held or after.held_on == before.held_on:
        return
    words = _("{number} was planned for {planned} and is noted as held on {day}.")
    if after.moved_from is None:
        words = _("{number} is noted as held on {day}, as planned.")
    words += " " + _("If that is wrong: supervisor-tui meeting change {number} held_on=DAY")
    say(words.format(number=after.id, planned=after.planned_day.isoformat(), day=after.day.isoformat()))
