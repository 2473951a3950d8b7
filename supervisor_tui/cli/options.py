"""The types of options: days and moments in ISO, refused in one sentence."""

from datetime import date, datetime

import click

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.domain.calendar import with_this_offset
from supervisor_tui.wording import _

_YEARS = range(1900, 2200)
"""The years that somebody can mean; round them, sums with days and months leave the calendar."""


def _near(day: date) -> date:
    """Return a day that somebody can mean. Raises ValueError for another."""
    if day.year not in _YEARS:
        raise ValueError(day.isoformat())
    return day


class Day(click.ParamType[date]):
    """A day as 2026-11-30."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day or say what is wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return _near(date.fromisoformat(value))
        except ValueError:
            self.fail(_("{typed} is not a day. Write it as 2026-11-30.").format(typed=value), param, ctx)


class DayAhead(click.ParamType[date]):
    """A day as 2026-11-30, wed, +3d or 30 nov."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day or say what is wrong with it."""
        if isinstance(value, date):
            return value
        from supervisor_tui.office import local_now

        try:
            return read_day(value, local_now().date())
        except NotADayError as error:
            self.fail(str(error), param, ctx)


class Moment(click.ParamType[datetime]):
    """A day and hour as 2026-11-23T09:00; this machine's offset unless one is written."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read the moment or say what is wrong with it."""
        if isinstance(value, datetime):
            return value
        try:
            moment = with_this_offset(datetime.fromisoformat(value))
            _near(moment.date())
        except ValueError:
            message = _("{typed} is not a day and hour. Write it as 2026-11-23T09:00.")
            self.fail(message.format(typed=value), param, ctx)
        return moment


DAY, DAY_AHEAD, MOMENT = Day(), DayAhead(), Moment()
