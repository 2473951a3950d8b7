"""Papers for one of those invited: without a basis the code only, and nothing that could hurt to who could harm."""

from datetime import datetime

import msgspec
import pytest
from icalendar import Calendar

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.attendance import attended, promised
from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.casework.meetings.copies import copies_of, copy_on_paper, note_sent
from supervisor_tui.casework.meetings.holding import began, changed, seen
from supervisor_tui.casework.meetings.inviting import invitee_changed
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.paper_kit import kit_for
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.presentation import presentation
from supervisor_tui.casework.meetings.sheets_on_paper import sheets_on_paper
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.copies import CopyKind
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import (
    Attendance,
    Confidentiality,
    Participant,
    ParticipantRole,
    SharingBasis,
)
from supervisor_tui.domain.records.kind import YesNo

CODE = CaseCode("C-0117")
TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")
TEACHER, MOTHER, NURSE = ParticipantId("P2"), ParticipantId("P3"), ParticipantId("P4")
CONTENT = ("sleeps at the market", "the school is glad", "stay with the aunt", "ask the school", "talk of the market")
"""Words about the child, on the agenda, the sheet and in the minutes."""


@pytest.fixture
def number(desk: Desk) -> MeetingId:
    """A conference that is held: chair, teacher and mother are there, the nurse sent apologies."""
    people = (
        Participant(label=desk.person.code, role=ParticipantRole.CHAIR),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
        Participant(label="mother", role=ParticipantRole.CAREGIVER, professional=False),
        Participant(label="nurse", role=ParticipantRole.PROVIDER, agency="AG-03", attendance=Attendance.APOLOGIES),
    )
    meeting = plan_meeting(desk, MeetingKind.CONFERENCE, TUESDAY, cases=[CODE], participants=people, place="our office")
    points = (AgendaLine(text="talk of the market", case=CODE), *meeting.agenda)
    before = seen(desk, meeting.id)
    changed(desk, before, msgspec.structs.replace(before.value, agenda=points))
    began(desk, seen(desk, meeting.id))
    for one in meeting.participants[:3]:
        attended(desk, seen(desk, meeting.id), one.id, Attendance.PRESENT)
    for said in (
        Said(kind=LineKind.GAP, text="sleeps at the market", case=CODE),
        Said(kind=LineKind.NOTE, text="the school is glad", case=CODE),
        Said(kind=LineKind.DECISION, text="stay with the aunt", case=CODE, reason="safe"),
        Said(kind=LineKind.ACTION, text="ask the school", case=CODE, owner="nurse"),
    ):
        enter(desk, seen(desk, meeting.id).value, said)
    return meeting.id


def record(desk: Desk, number: MeetingId, who: ParticipantId, **said: object) -> None:
    invitee_changed(desk, seen(desk, number), who, **said)


def papers(desk: Desk, number: MeetingId, who: ParticipantId) -> str:
    """Return everything that somebody is sent, as one text."""
    parts = [
        meeting_calendar(desk, number, to=who).decode(),
        kit_for(desk, number, who).markdown,
        sheets_on_paper(number, presentation(desk, number, to=who)).markdown,
    ]
    try:
        parts.append(copy_on_paper(desk, number, who).markdown)
    except RefusedError as refused:
        parts.append(str(refused))
    return "\n".join(parts)


def kind_of(desk: Desk, number: MeetingId, who: ParticipantId) -> CopyKind | None:
    return next(one.kind for one in copies_of(desk, number) if one.participant.id == who)


@pytest.mark.rule("IAG-MTG-17")
def test_without_a_basis_every_paper_holds_the_code_and_nothing_about_the_child(desk: Desk, number: MeetingId) -> None:
    text = papers(desk, number, TEACHER)
    assert [words for words in CONTENT if words in text] == []
    assert kind_of(desk, number, TEACHER) is CopyKind.CODE
    for paper in (
        meeting_calendar(desk, number, to=TEACHER).decode(),
        kit_for(desk, number, TEACHER).markdown,
        copy_on_paper(desk, number, TEACHER).markdown,
        sheets_on_paper(number, presentation(desk, number, to=TEACHER)).markdown,
    ):
        assert CODE in paper


@pytest.mark.rule("IAG-MTG-17")
def test_once_a_basis_is_recorded_the_papers_tell_what_was_heard(desk: Desk, number: MeetingId) -> None:
    record(desk, number, TEACHER, basis=SharingBasis.CONSENT, basis_note="asked on 20 November")
    text = papers(desk, number, TEACHER)
    assert [words for words in CONTENT if words not in text] == []
    assert kind_of(desk, number, TEACHER) is CopyKind.FULL


def test_who_may_harm_gets_no_copy_no_place_and_no_content_beforehand(desk: Desk, number: MeetingId) -> None:
    record(desk, number, MOTHER, may_harm=YesNo.YES)
    text = papers(desk, number, MOTHER)
    assert [words for words in (*CONTENT, "our office") if words in text] == []
    assert "may be a source of harm" in text
    (event,) = Calendar.from_ical(meeting_calendar(desk, number, to=MOTHER)).events
    assert "LOCATION" not in event


def test_where_nobody_knows_whether_they_may_harm_they_get_the_decisions_they_heard(
    desk: Desk, number: MeetingId
) -> None:
    record(desk, number, MOTHER, may_harm=YesNo.NOT_KNOWN)
    copy = copy_on_paper(desk, number, MOTHER).markdown
    assert kind_of(desk, number, MOTHER) is CopyKind.DECISIONS
    assert "stay with the aunt" in copy
    assert [words for words in ("sleeps at the market", "the school is glad", "our office") if words in copy] == []


def test_who_was_not_there_and_has_something_to_do_gets_that_alone(desk: Desk, number: MeetingId) -> None:
    record(desk, number, NURSE, basis=SharingBasis.CONSENT, basis_note="asked on 20 November")
    copy = copy_on_paper(desk, number, NURSE).markdown
    assert kind_of(desk, number, NURSE) is CopyKind.DECISIONS
    assert ("ask the school" in copy, "stay with the aunt" in copy) == (True, False)


def test_decisions_go_round_alone_before_the_minutes(desk: Desk, number: MeetingId) -> None:
    record(desk, number, TEACHER, basis=SharingBasis.CONSENT, basis_note="asked on 20 November")
    copy = copy_on_paper(desk, number, TEACHER, only_decisions=True).markdown
    assert ("stay with the aunt because safe" in copy, "the school is glad" in copy) == (True, False)
    assert note_sent(desk, number, TEACHER, only_decisions=True).kind is CopyKind.DECISIONS
    assert note_sent(desk, number, TEACHER).kind is CopyKind.FULL


def test_the_family_is_told_beforehand_what_is_good_and_to_be_done(desk: Desk, number: MeetingId) -> None:
    (sheet,) = presentation(desk, number, to=MOTHER)
    assert (sheet.gaps, sheet.late, sheet.findings, sheet.risk) == ((), (), (), "")
    assert [one.action.text for one in sheet.open_actions] == [
        one.action.text for one in presentation(desk, number)[0].open_actions
    ]


def test_papers_for_nobody_who_is_invited_are_refused(desk: Desk, number: MeetingId) -> None:
    with pytest.raises(RefusedError, match="Nobody of the number P9 is invited to M-0001"):
        kit_for(desk, number, ParticipantId("P9"))


def test_harm_is_recorded_where_a_form_named_no_law(desk: Desk, number: MeetingId) -> None:
    before = seen(desk, number)
    law = msgspec.structs.replace(before.value.participants[1], basis=SharingBasis.LEGAL_DUTY)
    changed(desk, before, msgspec.structs.replace(before.value, participants=(before.value.participants[0], law)))
    with pytest.raises(RefusedError, match="Say in a note which law"):
        record(desk, number, TEACHER, basis=SharingBasis.LEGAL_DUTY)
    record(desk, number, TEACHER, may_harm=YesNo.NO)
    assert seen(desk, number).value.participants[1].may_harm is YesNo.NO


def test_a_copy_says_nothing_of_what_it_lacks(desk: Desk, number: MeetingId) -> None:
    """That nothing is recorded would not be true: the view of the child is, and it is not for the caregiver."""
    enter(
        desk, seen(desk, number).value, Said(kind=LineKind.CHILD_VIEW, text="wants to see the grandmother", case=CODE)
    )
    copy = copy_on_paper(desk, number, MOTHER).markdown
    of_the_case = copy[copy.index("## Case") : copy.index("## Next meeting")]
    assert ("stay with the aunt" in of_the_case, "Views and wishes" in of_the_case) == (True, False)
    assert "Situation" not in of_the_case


def test_whoever_declined_to_sign_gets_no_copy_even_where_they_are_noted_as_here(desk: Desk, number: MeetingId) -> None:
    promised(desk, seen(desk, number), MOTHER, Confidentiality.DECLINED)
    attended(desk, seen(desk, number), MOTHER, Attendance.PRESENT)
    assert kind_of(desk, number, MOTHER) is None
    assert [words for words in CONTENT if words in papers(desk, number, MOTHER)] == []
