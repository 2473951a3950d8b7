"""What the cases file holds of the work, as one JSON document: codes only, nothing of identities, nobody's name."""

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.store.problems import OutOfReach


class ExportedCase(msgspec.Struct, frozen=True):
    """A case with its records, bodies as they are kept."""

    case: CaseCode
    records: tuple[Record, ...]


class ExportedMeeting(msgspec.Struct, frozen=True):
    """A meeting with every line of its minutes, those that were taken back among them."""

    meeting: Meeting
    lines: tuple[MinutesLine, ...]


class Export(msgspec.Struct, frozen=True):
    """The whole cases file but its audit log, and but what people are called. settings: every decision ever taken."""

    programmes: tuple[Programme, ...]
    settings: tuple[AgencyValue, ...]
    cases: tuple[ExportedCase, ...]
    meetings: tuple[ExportedMeeting, ...]


def everything_as_json(desk: Desk) -> bytes:
    """Return the export as UTF-8 JSON; raises OutOfReach for a facilitator from outside."""
    if desk.store.reach is not None:
        raise OutOfReach
    export = Export(
        desk.store.programmes.all(),
        desk.store.settings.history(),
        tuple(ExportedCase(code, records) for code, records in desk.store.records.everything()),
        tuple(ExportedMeeting(one, desk.store.minutes.of(one.id)) for one in desk.store.meetings.all()),
    )
    return msgspec.json.format(msgspec.json.encode(export), indent=1)
