"""What tests of guidance sets are written with: builders whose defaults are boring.

case = a_case(registered("2026-03-04"), written(FollowUp(channel=Channel.CALL), on="2026-03-11"))
answer = a_manager_signed(case, date(2026, 4, 1), settings_of(SETTINGS, stability_days=60))
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from hashlib import blake2b

import msgspec

from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, ProgrammeId, RecordId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.programme import Context, ContextPeriod, Programme, SetInForce, Standing
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import AgencyValue, Setting, Settings, settings_for

LONG_AGO = date(2000, 1, 1)


def a_programme(*sets: str, context: Context | None = Context.DEVELOPMENT, name: str = "north") -> Programme:
    """Return a programme in which the named sets decide, since long ago."""
    return Programme(
        ProgrammeId(name),
        name.title(),
        contexts=() if context is None else (ContextPeriod(context, LONG_AGO),),
        sets=tuple(SetInForce(SetId(set_id), Standing.DECIDES, LONG_AGO, "agreed") for set_id in sets),
    )


def a_meeting(
    starts: str = "2026-03-10T09:00+00:00",
    *,
    kind: MeetingKind = MeetingKind.CONFERENCE,
    participants: Iterable[Participant] = (),
    **said: object,
) -> Meeting:
    """Return a meeting, by default a conference that is planned; starts: ISO with offset. said: its other fields."""
    values = {"id": MeetingId("M-0001"), "kind": kind, "starts": datetime.fromisoformat(starts), **said}
    return with_numbers(Meeting(participants=tuple(participants), **values))  # type: ignore[arg-type]


def written(
    body: RecordBody,
    on: str,
    *,
    entered_on: str = "",
    by: str = "W-04",
    amends: str = "",
    how_known: HowKnown = HowKnown.RECORDED,
    case: str = "C-0001",
    id: str = "",  # noqa: A002 - the record's id
) -> Record:
    """Return a record of the given body; entered on the evening of the day it happened unless said otherwise.

    on, entered_on: ISO days. The id follows from the content unless given, so that equal calls give equal records.
    """
    raw = msgspec.json.encode(body)
    digest = blake2b(f"{case}{body.KIND}{on}{amends}".encode() + raw, digest_size=6).hexdigest()
    return Record(
        id=RecordId(id or f"r-{digest}"),
        case=CaseCode(case),
        kind=body.KIND,
        kind_version=body.VERSION,
        on=date.fromisoformat(on),
        entered_on=datetime.combine(date.fromisoformat(entered_on or on), time(18), UTC),
        by=PersonCode(by),
        amends=RecordId(amends) if amends else None,
        how_known=how_known,
        body=msgspec.Raw(raw),
    )


def registered(on: str, *, at: str = "", worker: str = "W-04", case: str = "C-0001") -> tuple[Record, ...]:
    """Return a registration and the caseworker's assignment of the same day; `at` is an ISO moment with offset."""
    moment = datetime.fromisoformat(at) if at else None
    return (
        written(Registration(programme=ProgrammeId("north"), at=moment), on, case=case),
        written(Assignment(worker=PersonCode(worker)), on, case=case),
    )


def a_case(
    *records: Record | Iterable[Record],
    code: str = "C-0001",
    programme: Programme | None = None,
    as_of: str = "2100-01-01",
    known_at: str = "",
) -> CaseFile:
    """Return a case file of these records (and groups of records) as it answers for a day."""
    flat: list[Record] = []
    for one in records:
        flat.extend([one] if isinstance(one, Record) else one)
    return as_seen(
        CaseCode(code),
        programme or a_programme(),
        flat,
        date.fromisoformat(as_of),
        date.fromisoformat(known_at) if known_at else None,
    )


def settings_of(declared: Iterable[Setting], set_id: str = "tested", **values: int | str) -> Settings:
    """Return a set's settings with the agency's own values for some keys."""
    agency = [
        AgencyValue(SetId(set_id), key, value, PersonCode("W-21"), LONG_AGO, "agreed") for key, value in values.items()
    ]
    return settings_for(SetId(set_id), declared, agency, None)
