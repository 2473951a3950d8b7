"""Checks that are asked of a conference alone."""

from collections.abc import Callable
from datetime import date
from functools import wraps

from reintegration_benchmarks.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import MeetingCheck, RuleKind, Strength
from supervisor_tui.wording import _

__all__ = ["SOURCE", "blank", "conference_check"]

SOURCE = "003 SOP 14, Fig 11"


def conference_check(
    rule: str,
    *,
    title: str,
    source: str = SOURCE,
    strength: Strength = Strength.BLOCKS,
    declares: RuleKind | None = None,
    in_the_room: bool = False,
) -> Callable[[MeetingCheck], MeetingCheck]:
    """Register a check of conferences.

    declares: the row is a field or an item of a checklist too. in_the_room: it is told as people arrive.
    """
    if declares is not None:
        rules.declared(rule, kind=declares, title=title, source=source)

    def register(check: MeetingCheck) -> MeetingCheck:
        @wraps(check)
        def asked(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
            if file.meeting.kind is not MeetingKind.CONFERENCE:
                return Answer.does_not_apply(_("It is asked of a case conference only."))
            return check(file, as_of, settings)

        return rules.meeting_check(rule, title=title, source=source, strength=strength, in_the_room=in_the_room)(asked)

    return register


def blank(file: MeetingFile, as_of: date, reason: str, missing: Missing) -> Answer:
    """Return what is not recorded: not known before the meeting's day, not in order from then on."""
    return (Answer.fails if as_of >= file.meeting.day else Answer.unknown)(reason, missing=missing)
