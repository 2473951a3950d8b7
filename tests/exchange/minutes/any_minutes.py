"""Minutes of every shape, for properties that hold for all of them."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from supervisor_tui.domain.ids import CaseCode, CopyId, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import CopyKind, SentCopy
from supervisor_tui.domain.meetings.kinds import CaseOutcome, Channel, ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part, ViewGiven
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore, MinutesText
from supervisor_tui.exchange.minutes.nodes import on_one_line

STARTS = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)

BITES = (
    "",
    "a plain line",
    "Reason: because",
    "not recorded",
    "*not recorded*",
    "- dash",
    "1. one",
    "## Case C-0001",
    "| a | b |",
    "....",
    "---",
    "[x](https://example.org)",
    "![x](y)",
    "<b>bold</b>",
    "\\",
    "`code`",
    "    four spaces",
    "a\nb",
    "&amp;",
    "decision 1",
    "\x1b[31m",
    "طفل",
    "बच्चा",
)

texts = st.one_of(
    st.sampled_from(BITES), st.lists(st.sampled_from(BITES), max_size=3).map("".join), st.text(max_size=20)
)


def a_participant(role: ParticipantRole, contact: str, **said: Any) -> Participant:
    """Return somebody who takes part; how the family can be reached stands in no meeting."""
    return Participant(role=role, contact="" if role.is_family else contact, **said)


codes = st.sampled_from(["C-0001", "C-0002", "C-0062"]).map(CaseCode)
days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
copies = st.builds(
    SentCopy,
    id=st.just(CopyId("c-1")),
    meeting=st.just(MeetingId("M-0110")),
    to=texts,
    kind=st.sampled_from(CopyKind),
    sent_on=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    by=st.just(PersonCode("W-02")),
    agency=texts,
)
participants = st.builds(
    a_participant,
    label=texts.filter(on_one_line),
    role=st.sampled_from(ParticipantRole),
    agency=texts,
    sector=texts,
    contact=texts,
    attendance=st.sampled_from(Attendance),
    confidentiality=st.sampled_from(Confidentiality),
    signed_on=days,
    report_sent=st.none() | st.sampled_from(YesNo),
)


def agendas(cases: tuple[CaseCode, ...]) -> st.SearchStrategy[tuple[AgendaLine, ...]]:
    """Points about these cases, and about the whole meeting."""
    case = st.sampled_from((None, *cases))
    point = st.builds(AgendaLine, text=texts, case=case, minutes=st.none() | st.integers(1, 60))
    return st.lists(point, max_size=4).map(tuple)


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    cases = tuple(draw(st.lists(codes, unique=True, max_size=3)))
    return with_numbers(
        Meeting(
            id=MeetingId("M-0110"),
            kind=draw(st.sampled_from(MeetingKind)),
            starts=STARTS,
            cases=cases,
            place=draw(texts),
            channel=draw(st.sampled_from(Channel)),
            purpose=draw(st.none() | st.sampled_from(ConferencePurpose)),
            called_because=draw(texts),
            child_absent_because=draw(texts),
            caregiver_absent_because=draw(texts),
            agenda=draw(agendas(cases)),
            participants=tuple(draw(st.lists(participants, max_size=4))),
        )
    )


@st.composite
def a_line(draw: st.DrawFn, meeting: Meeting, number: int) -> MinutesLine:
    numbers = [one.id for one in meeting.participants]
    heard = draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    return MinutesLine(
        id=RecordId(f"line-{number}"),
        meeting=meeting.id,
        kind=draw(st.sampled_from([kind for kind in LineKind if kind is not LineKind.RETRACTED])),
        text=draw(texts),
        by=PersonCode("W-02"),
        at=STARTS.replace(minute=number),
        case=draw(st.none() | codes),
        reason=draw(texts),
        owner=draw(texts),
        due_on=draw(days),
        need=draw(texts),
        on=draw(days),
        view=draw(st.none() | st.sampled_from(ViewGiven)),
        effects_for=draw(texts),
        effects_against=draw(texts),
        best_interests=draw(st.none() | st.sampled_from(YesNo)),
        outcome=draw(st.none() | st.sampled_from(CaseOutcome)),
        carries_out=draw(st.none() | st.integers(0, 7).map(lambda one: RecordId(f"line-{one}"))),
        heard_by=tuple(ParticipantId(one) for one in heard),
        part=draw(st.sampled_from(Part)),
        audience=draw(st.none() | st.sampled_from(Audience)),
    )


@st.composite
def minutes_texts(draw: st.DrawFn) -> MinutesText:
    """Whole minutes: approved and corrected, copies sent, what the case files said, what comes next."""
    meeting, lines = draw(minutes())
    corrections = [draw(a_line(meeting, 20 + number)) for number in range(draw(st.integers(0, 2)) if lines else 0)]
    amended = [draw(st.sampled_from(lines)).id for _one in corrections]
    log = tuple(
        replace(one, amends=was, correction=number, corrected_because=draw(texts))
        for number, (one, was) in enumerate(zip(corrections, amended, strict=True), 1)
    )
    before = CaseBefore(facts=(("Care", draw(texts)),), so_far=(draw(texts),))
    return MinutesText(
        meeting=draw(st.sampled_from((meeting, replace(meeting, approved_by="W-02", approved_at=STARTS)))),
        lines=lines,
        corrections=log,
        before=dict.fromkeys(meeting.cases, before),
        copies=tuple(draw(st.lists(copies, max_size=2))),
        next_meeting=draw(days),
    )


@st.composite
def minutes(draw: st.DrawFn) -> tuple[Meeting, tuple[MinutesLine, ...]]:
    """A meeting and the lines that stand, in the order in which they were written."""
    meeting = draw(meetings())
    count = draw(st.integers(0, 8))
    return meeting, tuple(draw(a_line(meeting, number)) for number in range(count))
