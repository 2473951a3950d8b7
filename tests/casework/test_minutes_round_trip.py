"""Minutes of any meeting, out to Markdown and in again: into an empty meeting elsewhere, and into their own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.reading_in import WhatCame, read_in
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.kinds import CaseOutcome, Channel, ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import CHILD_IS_TOLD, Audience, LineKind, Part, ViewGiven
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from tests.tui.agency import an_agency
from tests.tui.meetings.called import TUESDAY, TickingClock

CODES = (CaseCode("C-0117"), CaseCode("C-0062"))
WORDS = {LineKind.RISK: "high since the fire", LineKind.FOLLOW_UP: "visit yesterday, seen yes, same"}
typed = st.sampled_from(("", "near the school", "Reason: none", "decision 1", "*not recorded*", "1. one | two"))
some_words = typed.filter(bool)
lines = st.builds(
    Said,
    kind=st.sampled_from([kind for kind in LineKind if kind is not LineKind.RETRACTED]),
    text=some_words,
    case=st.sampled_from((*CODES, None)),
    reason=typed,
    owner=st.sampled_from(("", "W-04", "teacher")),
    due_on=st.sampled_from((None, date(2026, 12, 1))),
    need=st.sampled_from(("", "N2", CHILD_IS_TOLD)),
    view=st.none() | st.sampled_from(ViewGiven),
    outcome=st.none() | st.sampled_from(CaseOutcome),
    audience=st.none() | st.sampled_from(Audience),
    part=st.none() | st.sampled_from(Part),
    heard_by=st.sampled_from((None, (), (ParticipantId("P1"),))),
)
people = st.builds(
    Participant,
    label=st.sampled_from(("W-04", "teacher", "nurse")),
    role=st.sampled_from(ParticipantRole),
    agency=typed,
    sector=typed,
    attendance=st.sampled_from(Attendance),
    confidentiality=st.sampled_from(Confidentiality),
    report_sent=st.none() | st.sampled_from(YesNo),
)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    points = st.builds(
        AgendaLine,
        text=typed,
        case=st.sampled_from((*CODES, None)),
        minutes=st.sampled_from((None, 5)),
        rule=st.sampled_from(("", "RB-CC-12")),
    )
    known = Meeting(
        id=MeetingId(""),
        kind=draw(st.sampled_from(MeetingKind)),
        starts=TUESDAY,
        cases=CODES,
        place=draw(typed),
        channel=draw(st.sampled_from(Channel)),
        purpose=draw(st.none() | st.sampled_from(ConferencePurpose)),
        called_because=draw(typed),
        child_absent_because=draw(typed),
        participants=tuple(draw(st.lists(people, min_size=1, max_size=3))),
        agenda=tuple(draw(st.lists(points, max_size=3))),
    )
    return with_numbers(known)


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Two offices with the same cases; what is written into a meeting of one is read into the same of the other."""
    one, other = (replace_clock(an_agency(tmp_path / name)) for name in ("one", "other"))
    yield one, other
    for desk in (one, other):
        desk.store.close()


def replace_clock(desk: Desk) -> Desk:
    return Desk(desk.store, desk.host, desk.person, TickingClock())


def held(desk: Desk, known: Meeting, said: list[Said]) -> MeetingId:
    meeting = replace(known, id=MeetingId(f"M-{len(tuple(desk.store.meetings.all())) + 1:04d}"))
    desk.store.meetings.add(meeting, desk.person.code)
    for one in said:
        enter(desk, meeting, replace(one, text=WORDS.get(one.kind, one.text)))
    return meeting.id


@settings(
    deadline=None,
    max_examples=20,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(known=meetings(), said=st.lists(lines, max_size=5))
def test_a_meeting_goes_into_an_empty_one_and_back_into_itself_without_a_difference(
    offices: tuple[Desk, Desk], known: Meeting, said: list[Said]
) -> None:
    one, other = offices
    number = held(one, known, said)
    paper = minutes_on_paper(one, number).markdown
    count = len(minutes(one, number))
    before = one.store.meetings.seen(number)
    assert read_in(one, number, paper) == WhatCame(known=count)
    assert one.store.meetings.seen(number) == before
    empty = held(other, Meeting(id=number, kind=known.kind, starts=TUESDAY.replace(hour=9), cases=CODES[:1]), [])
    came = read_in(other, empty, paper)
    assert (came.problems, len(came.added), came.lacking, came.left_out) == ((), count, (), ())
    assert minutes_on_paper(other, empty).markdown == paper
    assert read_in(other, empty, paper) == WhatCame(known=count)
