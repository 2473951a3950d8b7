"""Checks that are asked of one kind of meeting alone."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import MeetingCheck, Strength
from supervisor_tui.wording import _

__all__ = ["asked_of", "blank"]


def asked_of(
    kind: MeetingKind,
    rule: str,
    *,
    title: str,
    source: str,
    strength: Strength = Strength.BLOCKS,
    in_the_room: bool = False,
) -> Callable[[MeetingCheck], MeetingCheck]:
    """Register a check of meetings of one kind; it does not apply to the two others.

    in_the_room: it is told as people arrive.
    """

    def register(check: MeetingCheck) -> MeetingCheck:
        @wraps(check)
        def asked(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
            if file.meeting.kind is not kind:
                return Answer.does_not_apply(_("It is asked of a {kind} only.").format(kind=kind.label))
            return check(file, as_of, settings)

        return rules.meeting_check(rule, title=title, source=source, strength=strength, in_the_room=in_the_room)(asked)

    return register


def blank(file: MeetingFile, as_of: date, reason: str, missing: Missing) -> Answer:
    """Return what is not recorded: not known before the meeting's day and on it, not in order after it."""
    return (Answer.fails if as_of > file.meeting.day else Answer.unknown)(reason, missing=missing)
