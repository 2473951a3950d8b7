"""When a child turns 18, as far as the registration tells: on a day, between two days, or nobody knows."""

from datetime import date, timedelta

import msgspec

from supervisor_tui.domain.calendar import add_years
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import registration


class EighteenthBirthday(msgspec.Struct, frozen=True):
    """The first and the last day that it may be; the same day where the day of birth is on file."""

    earliest: date
    latest: date

    @property
    def is_known(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest


def eighteenth_birthday(case: CaseFile) -> EighteenthBirthday | None:
    """Return when the child turns 18; None where neither day of birth nor age is on file.

    Whoever was 17 when registered turns 18 within a year of that day.
    """
    opening = registration(case)
    return None if opening is None else _told_by(opening.body, opening.on)


def _told_by(body: Registration, registered_on: date) -> EighteenthBirthday | None:
    if body.born_on is not None:
        day = add_years(body.born_on, 18)
        return EighteenthBirthday(day, day)
    if body.age_years is None:
        return None
    latest = add_years(registered_on, 18 - body.age_years)
    return EighteenthBirthday(add_years(registered_on, 17 - body.age_years) + timedelta(days=1), latest)
