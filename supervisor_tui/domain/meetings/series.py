"""A standing series of meetings: how often, where, and the team that comes by default."""

from typing import Annotated

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import PersonCode, SeriesId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.records.kind import Days, YesNo, asked
from supervisor_tui.wording import _

ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""Hour and minute of a day, as 09:00."""


class Weekday(Choice):
    """A day of the week, Monday first."""

    MONDAY = "monday", _("Monday")
    TUESDAY = "tuesday", _("Tuesday")
    WEDNESDAY = "wednesday", _("Wednesday")
    THURSDAY = "thursday", _("Thursday")
    FRIDAY = "friday", _("Friday")
    SATURDAY = "saturday", _("Saturday")
    SUNDAY = "sunday", _("Sunday")

    @property
    def number(self) -> int:
        """Its number as Python counts: Monday is 0."""
        return list(Weekday).index(self)


class MeetingSeries(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A meeting that comes again and again; each time is a meeting of its own that names the series."""

    id: SeriesId
    title: Annotated[str, asked(_("Title"))]
    led_by: Annotated[PersonCode, asked(_("Led by"), codes="person")]
    kind: Annotated[MeetingKind, asked(_("Kind of meeting"), rule="IAG-MTG-18")] = MeetingKind.MANAGEMENT
    every_days: Annotated[Days, asked(_("Every"), unit=_("days"), rule="IAG-MTG-10")] = 7
    weekday: Annotated[Weekday, asked(_("On"))] = Weekday.MONDAY
    at: Annotated[ClockTime, asked(_("At"), hint=_("For example 09:00."))] = "09:00"
    place: Annotated[str, asked(_("Where"))] = ""
    place_confidential: Annotated[YesNo | None, asked(_("Can nobody else listen in there?"), rule="IAG-MTG-07")] = None
    participants: Annotated[tuple[Participant, ...], asked(_("Participants"))] = ()
