"""A facilitator from outside at the desk: what they reach is their own conferences, below every screen and command."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.exporting import everything_as_json
from supervisor_tui.casework.meetings.attendance import attended
from supervisor_tui.casework.meetings.holding import changed, seen
from supervisor_tui.casework.meetings.inviting import invited
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.people import person_problem
from supervisor_tui.casework.today import today
from supervisor_tui.domain.ids import CaseCode, ParticipantId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.domain.people import Role
from supervisor_tui.office import desk_at, open_office, open_store
from supervisor_tui.store.open_store import create_store, restore, unlock
from supervisor_tui.store.problems import CaseFileShut, IdentitiesClosed, OutOfReach, StoreProblem
from tests.from_outside import (
    OTHER_CASE,
    OTHER_MEETING,
    OWN_CASE,
    OWN_MEETING,
    TESFA,
    TESFAS_WORDS,
    a_facilitated_agency,
)
from tests.tui.agency import LEILA, NOW, PASSPHRASE, Clock


@pytest.fixture
def ruth(tmp_path: Path) -> Iterator[Desk]:
    """Ruth's desk at an agency with a facilitator from outside."""
    desk = a_facilitated_agency(tmp_path / "store")
    yield desk
    desk.store.close()


@pytest.fixture
def tesfa(ruth: Desk) -> Iterator[Desk]:
    """The facilitator's desk at the same store."""
    store = unlock(ruth.store.folder, TESFA.short_name, TESFAS_WORDS, clock=Clock())
    yield desk_at(store, clock=Clock())
    store.close()


def test_every_list_holds_their_own_cases_alone(tesfa: Desk) -> None:
    store = tesfa.store
    rows = (*store.due_rows.until(NOW.date()), *store.due_rows.unknown())
    assert {
        *store.records.codes(),
        *(code for code, _records in store.records.everything()),
        *(row.case for row in store.summaries.all()),
        *(row.case for row in rows),
        *store.due_rows.late_counts(NOW.date()),
        *(row.case for row in store.closing_rows.at(["none", "asked", "ready"])),
        *(one.case for one in store.raised.all()),
        *(case.code for case in tesfa.cases()),
    } == {OWN_CASE}
    assert [one.id for one in store.meetings.all()] == [OWN_MEETING]
    assert sum(store.closing_rows.counts().values()) == 1
    assert sum(count for _waits, count in store.waiting_rows.counts()) == 1


def test_today_is_read_and_names_no_other_case(tesfa: Desk) -> None:
    found = msgspec.json.encode(today(tesfa)).decode()
    assert OTHER_CASE not in found


def test_another_case_and_another_meeting_are_refused_by_their_code(tesfa: Desk) -> None:
    with pytest.raises(OutOfReach, match="C-0048 belongs to none of your conferences"):
        tesfa.case(OTHER_CASE)
    with pytest.raises(OutOfReach, match="M-0002 belongs to none of your conferences"):
        seen(tesfa, OTHER_MEETING)
    with pytest.raises(OutOfReach):
        tesfa.store.minutes.of(OTHER_MEETING)
    with pytest.raises(OutOfReach):
        tesfa.store.sent_copies.of(OTHER_MEETING)
    with pytest.raises(OutOfReach):
        tesfa.store.saw(OTHER_CASE)


def test_nobody_takes_a_case_into_their_conference_to_read_it(tesfa: Desk) -> None:
    before = seen(tesfa, OWN_MEETING)
    wider = msgspec.structs.replace(before.value, cases=(OWN_CASE, OTHER_CASE))
    with pytest.raises(OutOfReach, match=OTHER_CASE):
        changed(tesfa, before, wider)
    with pytest.raises(OutOfReach):
        changed(tesfa, before, msgspec.structs.replace(before.value, kind=MeetingKind.MANAGEMENT))
    with pytest.raises(OutOfReach):
        tesfa.case(OTHER_CASE)


def test_what_is_theirs_follows_the_list_of_who_is_invited(ruth: Desk, tesfa: Desk) -> None:
    chair = Participant(label=TESFA.code, role=ParticipantRole.CHAIR)
    invited(ruth, seen(ruth, OTHER_MEETING), chair)
    assert tesfa.case(OTHER_CASE).code == OTHER_CASE
    attended(ruth, seen(ruth, OWN_MEETING), ParticipantId("P1"), Attendance.EXCLUDED)
    with pytest.raises(OutOfReach):
        tesfa.case(OWN_CASE)


def test_names_stay_closed_whatever_key_they_hold(tesfa: Desk) -> None:
    assert tesfa.store.identities is None
    with pytest.raises(IdentitiesClosed):
        tesfa.store.open_identities()
    with pytest.raises(IdentitiesClosed):
        tesfa.store.cases_named("Amina")


def test_a_script_is_given_no_tables(ruth: Desk) -> None:
    folder = ruth.store.folder
    for to_write in (False, True):
        with pytest.raises(OutOfReach), open_store(folder, TESFA.short_name, TESFAS_WORDS, to_write=to_write):
            pytest.fail("tables were given out")
    with open_store(folder, "Ruth", PASSPHRASE) as tables:
        assert "meetings" in tables.tables()


def test_a_backup_is_not_put_back_in_their_name(ruth: Desk, tmp_path: Path) -> None:
    made = ruth.store.backup(tmp_path / "backups")
    with pytest.raises(OutOfReach):
        restore(made.folder, tmp_path / "elsewhere", TESFA.short_name, TESFAS_WORDS)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_their_own_passphrase_is_theirs_to_change(tesfa: Desk) -> None:
    tesfa.store.change_passphrase(TESFA, TESFAS_WORDS, "another house by the lake")
    open_office(tesfa.store.folder, TESFA.short_name, "another house by the lake").store.close()
    with pytest.raises(OutOfReach):
        tesfa.store.take_key(LEILA)


def test_who_also_works_here_reaches_everything(ruth: Desk) -> None:
    before = ruth.store.people.seen(TESFA.code)
    assert before is not None
    both = msgspec.structs.replace(TESFA, roles=(Role.FACILITATOR, Role.SUPERVISOR))
    ruth.store.people.replace(before, both, ruth.person.code)
    store = unlock(ruth.store.folder, TESFA.short_name, TESFAS_WORDS)
    try:
        assert desk_at(store).case(OTHER_CASE).code == OTHER_CASE
    finally:
        store.close()


def test_the_desk_of_a_facilitator_says_which_cases_are_theirs(tesfa: Desk) -> None:
    assert tesfa.store.reach is not None
    assert tesfa.store.reach.cases == {CaseCode("C-0117")}
    assert replace(tesfa, day=NOW.date()).case(OWN_CASE).code == OWN_CASE


def test_nobody_shuts_themselves_out(ruth: Desk, tmp_path: Path) -> None:
    alone = msgspec.structs.replace(ruth.person, roles=(Role.FACILITATOR,))
    problem = person_problem(ruth, ruth.person, alone)
    assert (problem.field if problem else "") == "roles"
    with pytest.raises(StoreProblem, match="Whoever makes a store works here"):
        create_store(tmp_path / "new", None, TESFA, PASSPHRASE)
    assert not (tmp_path / "new").exists()


def test_a_conference_is_theirs_for_four_weeks_after_its_minutes_were_approved(ruth: Desk, tesfa: Desk) -> None:
    def approved(days_ago: int) -> None:
        before = seen(ruth, OWN_MEETING)
        moment = NOW - timedelta(days=days_ago)
        changed(ruth, before, msgspec.structs.replace(before.value, approved_by=TESFA.code, approved_at=moment))

    approved(28)
    assert seen(tesfa, OWN_MEETING).value.id == OWN_MEETING
    approved(29)
    with pytest.raises(OutOfReach, match="none of your conferences that go on"):
        seen(tesfa, OWN_MEETING)
    assert (tesfa.store.meetings.all(), tesfa.store.records.codes()) == ((), ())


def test_the_file_of_their_case_is_not_theirs_to_read(tesfa: Desk) -> None:
    with pytest.raises(CaseFileShut, match="what their conference shows, not the case file"):
        open_file(tesfa, OWN_CASE)
    with pytest.raises(OutOfReach):
        everything_as_json(tesfa)
