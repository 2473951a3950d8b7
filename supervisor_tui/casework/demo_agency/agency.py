"""Builds the whole agency for one moment: the same agency whenever it is asked for the same moment."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from random import Random

import msgspec

from supervisor_tui.casework.demo_agency.aftercare import aftercare
from supervisor_tui.casework.demo_agency.closing import closing
from supervisor_tui.casework.demo_agency.community import community
from supervisor_tui.casework.demo_agency.endings import ended
from supervisor_tui.casework.demo_agency.folder import read
from supervisor_tui.casework.demo_agency.identities import DemoIdentity, demo_identity
from supervisor_tui.casework.demo_agency.imported import imported
from supervisor_tui.casework.demo_agency.intakes import intake
from supervisor_tui.casework.demo_agency.minutes import heard
from supervisor_tui.casework.demo_agency.office_facts import agency_values, people, programmes
from supervisor_tui.casework.demo_agency.pen import CasePen
from supervisor_tui.casework.demo_agency.planning_meetings import planning_meeting
from supervisor_tui.casework.demo_agency.reintegration import reintegration
from supervisor_tui.casework.demo_agency.returning import reopened
from supervisor_tui.casework.demo_agency.weekly_meetings import spoken_of, weekly_meetings
from supervisor_tui.casework.demo_agency.words import Caseworker, DemoWords, Group, Groups, People, demo_words
from supervisor_tui.casework.demo_agency.written_out import written_cases, written_out
from supervisor_tui.casework.demo_agency.written_words import WrittenCase
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.settings import AgencyValue

SEED = "a small agency that does not exist"

Course = Callable[[CasePen, Group, date], None]
COURSES: dict[str, Course] = {
    "intake": intake,
    "community": community,
    "imported": imported,
    "reopened": reopened,
    "closing": closing,
    "ended": ended,
    "reintegration": reintegration,
    "aftercare": aftercare,
}


class DemoAgency(msgspec.Struct, frozen=True):
    """Everything that a store of the demo is filled with.

    without_key: people who work on paper. identities: made-up, by case. cases: in the order of their codes.
    """

    people: tuple[Person, ...]
    without_key: tuple[PersonCode, ...]
    programmes: tuple[Programme, ...]
    cases: tuple[tuple[CaseCode, tuple[Record, ...]], ...]
    meetings: tuple[Meeting, ...]
    lines: tuple[MinutesLine, ...]
    identities: Mapping[CaseCode, DemoIdentity]
    agency_values: tuple[AgencyValue, ...]


class _Planned(msgspec.Struct, frozen=True):
    """A case before it is told: which group it belongs to and when it was registered."""

    group: Group
    opened: date
    place: int


def demo_agency(as_of: datetime) -> DemoAgency:
    """Return the agency as it stands at a moment, which must carry its offset.

    Raises ValueError for a moment without one.
    """
    if as_of.tzinfo is None:
        raise ValueError("the demo agency needs a moment that carries its offset")
    staff = read("people", People)
    known = {programme.id: programme for programme in programmes(as_of.date())}
    words = demo_words()
    team = _Team(staff.caseworkers)
    pens = []
    for number, planned in enumerate(_planned(as_of), 1):
        code = CaseCode(f"C-{number:04}")
        chance = _dice(f"{planned.place}")
        worker = team.take(planned.group, chance)
        pen = CasePen(code, known[planned.group.programme], worker, as_of, words, chance)
        COURSES[planned.group.course](pen, planned.group, planned.opened)
        spoken_of(pen, planned.group)
        pens.append(pen)
    pens += [_written(case, known[case.programme], staff, as_of, words) for case in written_cases()]
    lines = tuple(line for pen in pens for line in pen.lines)
    conferences = [meeting for pen in pens for meeting in pen.meetings]
    weekly = [
        meeting
        for programme in known.values()
        for meeting in weekly_meetings(programme, team.of(programme.id), lines, as_of)
    ]
    meetings = sorted([*conferences, *weekly], key=lambda meeting: (meeting.starts, meeting.id))
    return DemoAgency(
        people=people(staff),
        without_key=tuple(one.code for one in staff.caseworkers if one.on_paper),
        programmes=tuple(known.values()),
        cases=tuple((pen.code, tuple(pen.records)) for pen in pens),
        meetings=tuple(meetings),
        lines=tuple(heard(lines, meetings)),
        identities={pen.code: demo_identity(pen.code) for pen in pens},
        agency_values=agency_values(as_of.date()),
    )


def _written(case: WrittenCase, programme: Programme, staff: People, as_of: datetime, words: DemoWords) -> CasePen:
    worker = next(one for one in staff.caseworkers if one.code == case.worker)
    pen = CasePen(case.code, programme, worker, as_of, words, _dice(case.code))
    written_out(pen, case)
    for meeting in case.planning:
        planning_meeting(pen, meeting)
    return pen


def _dice(name: str) -> Random:
    return Random(f"{SEED}: {name}")  # noqa: S311 - a demo, not a secret


def _planned(as_of: datetime) -> list[_Planned]:
    """Return the cases by the day on which they were registered, as an agency numbers them."""
    found: list[_Planned] = []
    for group in read("cases", Groups).groups:
        for _number in range(group.count):
            place = len(found)
            opened = as_of.date() - timedelta(days=_dice(f"registration {place}").randint(*group.opened))
            if group.hours_ago:
                opened = (as_of - timedelta(hours=group.hours_ago)).date()
            found.append(_Planned(group, opened, place))
    return sorted(found, key=lambda planned: (planned.opened, planned.place))


class _Team:
    """Deals cases to caseworkers by their shares; a closed case does not weigh."""

    def __init__(self, caseworkers: tuple[Caseworker, ...]) -> None:
        self._caseworkers = caseworkers
        self._carried = dict.fromkeys((one.code for one in caseworkers), 0)

    def of(self, programme: ProgrammeId) -> tuple[Caseworker, ...]:
        return tuple(one for one in self._caseworkers if one.programme == programme)

    def take(self, group: Group, chance: Random) -> Caseworker:
        could = [one for one in self.of(group.programme) if one.enters_at_once or not group.trusted]
        if group.closed or group.hours_ago or group.stage.startswith("closed"):
            return chance.choice(could)
        worker = min(could, key=lambda one: ((self._carried[one.code] + 1) / one.share, one.code))
        self._carried[worker.code] += 1
        return worker
