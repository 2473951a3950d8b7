"""The form that changes a meeting: another hour, one case more, somebody who joins."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from supervisor_tui.casework.meetings.holding import seen
from supervisor_tui.casework.meetings.preparing import replan_meeting
from supervisor_tui.domain.ids import CaseCode, MeetingId, RecordId
from supervisor_tui.domain.meetings.asked_of import ASKED
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.store.problems import Conflict, StoreProblem
from supervisor_tui.store.revised import Revised
from supervisor_tui.tui.meetings.meeting_form import MeetingFormScreen
from supervisor_tui.tui.record_form.kept_drafts import FormPlace
from supervisor_tui.wording import _

__all__ = ["ChangeMeetingScreen"]


class ChangeMeetingScreen(MeetingFormScreen):
    """The minutes are not touched; the agenda takes the points of cases that join."""

    def __init__(self, number: MeetingId, field: str = "starts") -> None:
        super().__init__(FormPlace(CaseCode(""), "meeting", RecordId(number)), field)
        self.number = number
        self.title = _("Change the meeting")

    @cached_property
    def before(self) -> Revised[Meeting]:
        """The meeting as it stood when the form was opened."""
        return seen(self.desk, self.number)

    def about(self) -> str:
        """Name the meeting."""
        return _("{kind} {number} · F2 saves; the minutes stay as they are").format(
            kind=self.before.value.kind.label, number=self.number
        )

    def first_values(self) -> Mapping[str, object]:
        """Return what is known of the meeting."""
        plain: dict[str, object] = msgspec.to_builtins(self.before.value)
        return {name: plain[name] for name in ASKED if name in plain}

    def meeting(self) -> Meeting:
        """Return the meeting as it stood when the form was opened."""
        return self.before.value

    def write(self, asked: Meeting) -> None:
        """Save the change. Raises StoreProblem where somebody else changed the meeting meanwhile: nothing is saved."""
        try:
            replan_meeting(self.desk, self.before, asked)
        except Conflict as conflict:
            raise self._in_words(conflict) from conflict
        self.saved(None, _("meeting {number}").format(number=self.number))

    def _in_words(self, conflict: Conflict) -> StoreProblem:
        now = seen(self.desk, self.number)
        words = _(
            "{who} changed this meeting at {time} while you had it open, so nothing was saved. "
            "Press Esc and look at it; what you typed is kept and stands here when you open the form again."
        )
        return StoreProblem(words.format(who=self.desk.short_name(now.by), time=f"{now.at:%H:%M}"), conflict.backups)
