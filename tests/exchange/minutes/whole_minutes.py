"""Minutes with everything that minutes can hold."""

from datetime import UTC, date, datetime

from supervisor_tui.domain.ids import CaseCode, CopyId, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.copies import CopyKind, SentCopy
from supervisor_tui.domain.meetings.kinds import CaseOutcome, Channel, ConferencePurpose, MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting, with_numbers
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, Part, ViewGiven
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore, MinutesText

__all__ = ["CONFERENCE", "LINES", "PAPER", "TEXT"]

CODE = CaseCode("C-0062")
DAY = date(2026, 11, 18)
AT = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)

PEOPLE = (
    Participant(label="W-41", role=ParticipantRole.CHAIR, attendance=Attendance.PRESENT),
    Participant(label="W-21", role=ParticipantRole.MINUTE_TAKER, attendance=Attendance.PRESENT),
    Participant(
        label="teacher",
        role=ParticipantRole.PROVIDER,
        agency="AG-02",
        sector="education",
        contact="0700 100 200",
        attendance=Attendance.PRESENT,
        confidentiality=Confidentiality.SIGNED,
        signed_on=DAY,
    ),
    Participant(label="nurse", role=ParticipantRole.PROVIDER, attendance=Attendance.APOLOGIES, report_sent=YesNo.YES),
    Participant(label="child", role=ParticipantRole.CHILD, attendance=Attendance.ABSENT, professional=False),
    Participant(label="aunt", role=ParticipantRole.CAREGIVER, attendance=Attendance.PRESENT, professional=False),
)
CONFERENCE = with_numbers(
    Meeting(
        id=MeetingId("M-0110"),
        kind=MeetingKind.CONFERENCE,
        starts=AT,
        cases=(CODE,),
        place="district office",
        channel=Channel.VIDEO,
        purpose=ConferencePurpose.CLOSURE,
        called_because="goals are met",
        participants=PEOPLE,
        child_absent_because="in hospital",
        agenda=(AgendaLine(text="what was reached", case=CODE),),
        state=MeetingState.CLOSED,
        approved_by="W-41",
        approved_at=AT.replace(day=19),
    )
)
SAID: dict[LineKind, dict[str, object]] = {
    LineKind.REPORT: {"audience": Audience.EVERYONE},
    LineKind.CHILD_VIEW: {"view": ViewGiven.OBTAINED, "on": DAY},
    LineKind.CAREGIVER_VIEW: {"view": ViewGiven.DECLINED, "reason": "wanted to think"},
    LineKind.OPTION: {"effects_for": "near school", "effects_against": "small", "best_interests": YesNo.YES},
    LineKind.DECISION: {"reason": "all goals are met", "outcome": CaseOutcome.CLOSE},
    LineKind.DISSENT: {"owner": "teacher", "reason": "winter is near"},
    LineKind.CORE_GROUP: {"owner": "W-04"},
    LineKind.NEXT_DATE: {"on": DAY},
}


def said(kind: LineKind, number: int, **more: object) -> MinutesLine:
    given = {"text": f"words of {kind.label}", "by": PersonCode("W-21"), **SAID.get(kind, {}), **more}
    everyone = tuple(one.id for one in CONFERENCE.participants if one.attendance is Attendance.PRESENT)
    return MinutesLine(
        id=RecordId(f"l-{number}"),
        meeting=CONFERENCE.id,
        kind=kind,
        at=AT.replace(minute=number),
        case=CODE,
        heard_by=everyone,
        **given,  # type: ignore[arg-type]
    )


OF_EACH_KIND = [said(kind, number) for number, kind in enumerate(LineKind) if kind is not LineKind.RETRACTED]
DECIDED = next(one.id for one in OF_EACH_KIND if one.kind is LineKind.DECISION)
LINES = (
    *(one for one in OF_EACH_KIND if one.kind is not LineKind.ACTION),
    said(LineKind.ACTION, 30, owner="W-04", due_on=date(2026, 12, 1), need="N2", carries_out=DECIDED),
    said(LineKind.ACTION, 31, owner="W-04", need="the child is told"),
    said(LineKind.NOTE, 32, part=Part.CLOSED),
)
TEXT = MinutesText(
    meeting=CONFERENCE,
    lines=LINES,
    corrections=(
        said(LineKind.NOTE, 40, text="the right words", amends=LINES[0].id, correction=1, corrected_because="a slip"),
    ),
    before={CODE: CaseBefore((("Previous code", "AG-05/118"), ("Care", "with an aunt")), ("asked the clinic: done",))},
    copies=(
        SentCopy(
            id=CopyId("c-1"),
            meeting=CONFERENCE.id,
            to=ParticipantId("P3"),
            kind=CopyKind.RESTRICTED,
            sent_on=date(2026, 11, 19),
            by=PersonCode("W-21"),
            agency="AG-02",
        ),
    ),
    next_meeting=date(2026, 12, 15),
)
PAPER = minutes_as_markdown(TEXT)
