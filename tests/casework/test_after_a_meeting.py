"""After a meeting: approved by the chair, corrected in a log, copied to those who heard it, typed in an editor."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace as reads

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.approving import approve
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.copies import copies_of, copy_on_paper, note_not_sent, note_sent
from supervisor_tui.casework.meetings.correcting import correct
from supervisor_tui.casework.meetings.holding import ApprovedAlreadyError, began, ended, opened_again, seen
from supervisor_tui.casework.meetings.inviting import invitee_changed
from supervisor_tui.casework.meetings.minutes import Said, enter, minutes
from supervisor_tui.casework.meetings.minutes_out import minutes_on_paper
from supervisor_tui.casework.meetings.owed_copies import owed_copies
from supervisor_tui.casework.meetings.preparing import plan_meeting
from supervisor_tui.casework.meetings.reading_in import read_in
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId
from supervisor_tui.domain.meetings.copies import CopyKind, settled
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.participants import (
    Attendance,
    Confidentiality,
    Participant,
    ParticipantRole,
    SharingBasis,
)
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.records.note import MeetingDecision

CODE = CaseCode("C-0117")
TUESDAY = datetime.fromisoformat("2026-11-24T14:00+03:00")


def a_conference(desk: Desk, chair: str | None = None) -> MeetingId:
    """Call a conference with a chair, a teacher and the mother; chair and teacher are there."""
    people = (
        Participant(label=chair or desk.person.code, role=ParticipantRole.CHAIR),
        Participant(label="teacher", role=ParticipantRole.PROVIDER, agency="AG-02"),
        Participant(label="mother", role=ParticipantRole.CAREGIVER, professional=False),
    )
    number = plan_meeting(desk, MeetingKind.CONFERENCE, TUESDAY, cases=[CODE], participants=people).id
    began(desk, seen(desk, number))
    for one in seen(desk, number).value.participants[:2]:
        attended(desk, seen(desk, number), one.id, Attendance.PRESENT)
    return number


def on_a_basis(desk: Desk, number: MeetingId, who: str) -> None:
    """Record that somebody may be told about the child."""
    invitee_changed(
        desk, seen(desk, number), ParticipantId(who), basis=SharingBasis.CONSENT, basis_note="asked on 20 November"
    )


def say(desk: Desk, number: MeetingId, kind: LineKind, text: str, **more: str) -> None:
    enter(desk, seen(desk, number).value, Said(kind=kind, text=text, case=CODE, **more))  # type: ignore[arg-type]


def test_the_chair_approves_minutes_once_the_meeting_is_over_and_only_once(desk: Desk) -> None:
    number = a_conference(desk)
    with pytest.raises(RefusedError, match="is not over yet"):
        approve(desk, number)
    ended(desk, seen(desk, number))
    assert approve(desk, number).value.approved_by == desk.person.code
    with pytest.raises(RefusedError, match="are approved already"):
        approve(desk, number)


def test_nobody_but_the_chair_approves(desk: Desk) -> None:
    number = a_conference(desk, chair="W-04")
    ended(desk, seen(desk, number))
    with pytest.raises(RefusedError, match="approved by the chair, Amos"):
        approve(desk, number)


def test_approved_minutes_do_not_go_on(desk: Desk) -> None:
    number = a_conference(desk)
    ended(desk, seen(desk, number))
    approve(desk, number)
    with pytest.raises(ApprovedAlreadyError, match="Correct a line instead"):
        opened_again(desk, seen(desk, number))


def test_a_correction_is_numbered_and_corrects_the_case_file_too(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.DECISION, "stay with the ant", reason="safe")
    say(desk, number, LineKind.ACTION, "ask the scool", owner="W-04")
    ended(desk, seen(desk, number))
    decision, action = sorted(minutes(desk, number), key=lambda one: one.kind is LineKind.ACTION)
    with pytest.raises(RefusedError, match="not approved; change the line itself"):
        correct(desk, number, reads(decision, text="stay with the aunt"), "a slip")
    approve(desk, number)
    first = correct(desk, number, reads(decision, text="stay with the aunt"), "a slip").line
    second = correct(desk, number, reads(action, text="ask the school"), "a slip").line
    assert (first.correction, second.correction) == (1, 2)
    assert {one.text for one in minutes(desk, number)} == {"stay with the aunt", "ask the school"}
    case = desk.case(CODE)
    assert [entry.body.text for entry in case.of(MeetingDecision) if entry.body.meeting == number] == [
        "stay with the aunt"
    ]
    assert [one.action.text for one in actions(case) if one.meeting == number] == ["ask the school"]
    assert decision in desk.store.minutes.of(number)


def test_who_was_not_in_the_room_gets_no_copy_and_who_was_gets_all_they_heard(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.NOTE, "the school is glad")
    on_a_basis(desk, number, "P2")
    chair, teacher, mother = copies_of(desk, number)
    assert (chair.kind, teacher.kind, mother.kind) == (CopyKind.FULL, CopyKind.FULL, None)
    assert "the school is glad" in copy_on_paper(desk, number, teacher.participant.id).markdown
    with pytest.raises(RefusedError, match="gets no copy of"):
        copy_on_paper(desk, number, mother.participant.id)
    with pytest.raises(RefusedError, match="Nobody of the number P9"):
        note_sent(desk, number, ParticipantId("P9"))


def test_a_copy_that_was_sent_is_noted_with_its_version(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.NOTE, "the scool is glad")
    ended(desk, seen(desk, number))
    approve(desk, number)
    correct(desk, number, reads(minutes(desk, number)[0], text="the school is glad"), "a slip")
    on_a_basis(desk, number, "P2")
    teacher = copies_of(desk, number)[1]
    note_sent(desk, number, teacher.participant.id)
    (sent,) = copies_of(desk, number)[1].sent
    assert (sent.kind, sent.version, sent.sent_on) == (CopyKind.FULL, 1, desk.clock().date())


def noted_of_each(desk: Desk, number: MeetingId) -> dict[str, date | None]:
    """Return who is owed a copy of the minutes, and when it was noted as sent or not sent."""
    copies = desk.store.sent_copies.of(number)
    owed = owed_copies(desk, seen(desk, number).value, copies)
    return dict(zip((one.to for one in owed), settled(owed, copies, decisions=False), strict=True))


def test_a_copy_is_due_until_it_was_sent_or_it_is_said_why_not(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.DECISION, "stay with the aunt", reason="safe")
    on_a_basis(desk, number, "P2")
    invitee_changed(desk, seen(desk, number), ParticipantId("P3"), attendance=Attendance.PRESENT)
    say(desk, number, LineKind.NOTE, "the mother is glad")
    ended(desk, seen(desk, number))
    approve(desk, number)
    first = noted_of_each(desk, number)
    note_sent(desk, number, ParticipantId("P2"))
    with pytest.raises(RefusedError, match="say why no copy"):
        note_not_sent(desk, number, ParticipantId("P3"), " ")
    then = noted_of_each(desk, number)
    note_not_sent(desk, number, ParticipantId("P3"), "asked for none")
    today = desk.clock().date()
    assert first == {"P2": None, "P3": None}
    assert then == {"P2": today, "P3": None}
    assert noted_of_each(desk, number) == {"P2": today, "P3": today}
    assert "not sent: asked for none" in minutes_on_paper(desk, number).markdown


def test_minutes_out_and_in_again_add_nothing(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.DECISION, "stay with the aunt", reason="safe")
    say(desk, number, LineKind.NOTE, "the school is glad")
    found = read_in(desk, number, minutes_on_paper(desk, number).markdown)
    assert (found.added, found.known, found.lacking, found.problems) == ((), 2, (), ())


def test_what_was_typed_in_an_editor_joins_the_minutes_and_the_plan_or_nothing_does(desk: Desk) -> None:
    number = a_conference(desk)
    say(desk, number, LineKind.DECISION, "stay with the aunt", reason="safe")
    paper = minutes_on_paper(desk, number).markdown
    say(desk, number, LineKind.ACTION, "ask the school", owner="W-04")
    longer = minutes_on_paper(desk, number).markdown
    other = a_conference(desk)
    tried = read_in(desk, other, longer.replace(number, other), dry_run=True)
    assert [one.kind for one in tried.added] == [LineKind.DECISION, LineKind.ACTION]
    assert minutes(desk, other) == ()
    read_in(desk, other, longer.replace(number, other))
    assert {one.text for one in minutes(desk, other)} == {"stay with the aunt", "ask the school"}
    assert [one.action.text for one in actions(desk.case(CODE)) if one.meeting == other] == ["ask the school"]
    again = read_in(desk, other, paper.replace(number, other))
    assert (len(again.added), again.known, len(again.lacking)) == (0, 1, 1)


def test_a_text_about_another_meeting_is_refused(desk: Desk) -> None:
    number, other = a_conference(desk), a_conference(desk)
    (problem,) = read_in(desk, other, minutes_on_paper(desk, number).markdown).problems
    assert "is about" in problem.what


def test_a_family_does_not_read_who_was_asked_to_leave_or_declined_to_sign(desk: Desk) -> None:
    number = a_conference(desk)
    invitee_changed(desk, seen(desk, number), ParticipantId("P3"), attendance=Attendance.PRESENT)
    declined = {"attendance": Attendance.EXCLUDED, "confidentiality": Confidentiality.DECLINED}
    invitee_changed(desk, seen(desk, number), ParticipantId("P2"), **declined)
    say(desk, number, LineKind.NOTE, "the school is glad")
    ours, hers = (copy_on_paper(desk, number, ParticipantId(to)).markdown for to in ("P1", "P3"))
    for words in ("asked to leave", "declined to sign", "Confidentiality | "):
        assert words in ours
        assert words not in hers
