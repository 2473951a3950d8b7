"""Making and opening a store, and the small things that it keeps."""

import os
import threading
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.domain.ids import MeetingId, PersonCode, ProgrammeId, RecordId, SetId
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.programme import Context, ContextPeriod, Programme
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.store.audit import Act
from supervisor_tui.store.open_store import Store, create_store, is_store, unlock, unlock_with_recovery_key
from supervisor_tui.store.problems import Conflict, NoKey, StoreProblem, WrongPassphrase
from tests.store.builders import AMOS, CHEAP, NOW, PASSPHRASE, RUTH, TODAY, a_code, a_record, a_store, add


def reopened(store: Store, name: str = "Ruth", passphrase: str = PASSPHRASE) -> Store:
    return unlock(store.folder, name, passphrase, clock=lambda: NOW, cost=CHEAP)


def test_a_new_store_knows_who_made_it_and_is_whole(tmp_path: Path) -> None:
    store, recovery_key = a_store(tmp_path / "north" / "office")

    assert (store.person, store.people.all(), store.verify()) == (RUTH.code, (RUTH,), ())
    assert (is_store(store.folder), len(recovery_key.split("-"))) == (True, 8)
    store.close()


def test_whoever_unlocks_is_the_one_in_whose_name_the_store_is_open(store: Store) -> None:
    store.give_key(AMOS, "other words", identities=True)
    amos = reopened(store, "Amos", "other words")

    assert (amos.person, amos.audit.entries(most=1)[0].by) == (AMOS.code, AMOS.code)
    amos.close()


def test_the_recovery_key_opens_and_the_log_says_so(tmp_path: Path) -> None:
    store, recovery_key = a_store(tmp_path / "office")
    store.close()
    opened = unlock_with_recovery_key(store.folder, recovery_key, PersonCode("W-02"), cost=CHEAP)

    assert (opened.person, opened.audit.entries(most=1)[0].act) == ("W-02", Act.OPENED_BY_RECOVERY)
    assert opened.identities is not None
    opened.close()


def test_a_wrong_passphrase_opens_nothing_and_leaves_no_trace_in_the_log(store: Store) -> None:
    before = store.audit.head()

    with pytest.raises(WrongPassphrase):
        reopened(store, passphrase="a guess")
    with pytest.raises(NoKey):
        reopened(store, name="Nobody")
    assert store.audit.head() == before


def test_a_folder_without_a_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="There is no store in"):
        unlock(tmp_path, "Ruth", PASSPHRASE)


def test_a_store_is_never_made_over_another(store: Store) -> None:
    with pytest.raises(StoreProblem, match="is there already"):
        a_store(store.folder)


def test_a_store_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        create_store(tmp_path / "office", None, RUTH, "", cost=CHEAP)

    assert [path.name for path in (tmp_path / "office").iterdir()] == []
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreProblem, match="No store could be made"):
        create_store(tmp_path / "file", None, RUTH, PASSPHRASE, cost=CHEAP)


def test_a_damaged_cases_file_is_left_alone_and_backups_are_offered(store: Store) -> None:
    made = store.daily_backup()
    store.close()
    (store.folder / "cases.db").write_bytes(b"x" * 8192)

    with pytest.raises(StoreProblem, match="daily-2026-11-21") as refused:
        reopened(store)
    assert made is not None
    assert refused.value.backups == (made.folder,)
    assert (store.folder / "cases.db").read_bytes() == b"x" * 8192


def test_a_second_application_sees_changes_and_gets_conflicts_not_damage(store: Store) -> None:
    other = reopened(store)
    other.changed_elsewhere()
    add(store, [a_record()])
    mine, theirs = store.people.seen(RUTH.code), other.people.seen(RUTH.code)
    assert mine is not None
    assert theirs is not None
    other.people.replace(theirs, msgspec.structs.replace(RUTH, active=False), AMOS.code)

    assert (other.changed_elsewhere(), other.records.of(a_code())) == (True, (a_record(),))
    with pytest.raises(Conflict, match="W-04 changed it at 2026-11-21T09:31:07"):
        store.people.replace(mine, RUTH, RUTH.code)
    other.close()


def test_what_this_application_writes_is_no_change_elsewhere(store: Store) -> None:
    store.changed_elsewhere()
    writer = threading.Thread(target=lambda: add(store, [a_record()]))
    writer.start()
    writer.join()
    seen = [store.changed_elsewhere()]
    other = reopened(store)
    seen.append(store.changed_elsewhere())
    add(store, [a_record("r-2")])
    seen.append(store.changed_elsewhere())
    add(other, [a_record("r-3")])
    add(store, [a_record("r-4")])
    seen += [store.changed_elsewhere(), store.changed_elsewhere()]
    other.close()

    assert seen == [False, True, False, True, False]


def test_keys_are_given_changed_and_taken_away_and_it_is_logged(store: Store) -> None:
    store.give_key(AMOS, "other words", identities=False)
    assert (store.has_key(AMOS), store.confirm(AMOS, "other words")) == (True, AMOS.code)
    store.change_passphrase(AMOS, "other words", "new words")
    assert store.confirm(AMOS, "new words") == AMOS.code
    with pytest.raises(WrongPassphrase):
        store.confirm(AMOS, "other words")
    store.take_key(AMOS)

    assert store.has_key(AMOS) is False
    assert [entry.act for entry in store.audit.entries(most=3)] == [Act.CHANGED_KEYS] * 3


def test_a_new_recovery_key_takes_the_place_of_the_old(tmp_path: Path) -> None:
    store, before = a_store(tmp_path / "office")
    after = store.new_recovery_key()
    store.close()

    with pytest.raises(WrongPassphrase):
        unlock_with_recovery_key(store.folder, before, RUTH.code, cost=CHEAP)
    unlock_with_recovery_key(store.folder, after, RUTH.code, cost=CHEAP).close()


def test_who_opened_a_case_is_logged(store: Store) -> None:
    store.saw(a_code())

    newest = store.audit.entries(a_code())[0]
    assert (newest.by, newest.act) == (RUTH.code, Act.SAW)


def a_meeting(state: MeetingState = MeetingState.PLANNED) -> Meeting:
    return Meeting(id=MeetingId("M-12"), kind=MeetingKind.CONFERENCE, starts=NOW, cases=(a_code(),), state=state)


def test_a_meeting_is_changed_by_who_read_it_last(store: Store) -> None:
    planned = store.meetings.add(a_meeting(), RUTH.code)
    held = store.meetings.replace(planned, a_meeting(MeetingState.HELD), AMOS.code)

    assert (store.meetings.all(), store.meetings.get("M-12"), held.revision, held.by) == (
        (a_meeting(MeetingState.HELD),), a_meeting(MeetingState.HELD), 2, AMOS.code,
    )  # fmt: skip
    with pytest.raises(Conflict):
        store.meetings.replace(planned, a_meeting(MeetingState.CLOSED), RUTH.code)
    with pytest.raises(Conflict):
        store.meetings.add(a_meeting(), RUTH.code)


def a_line(line: str = "l-1", text: str = "night shelter for the three") -> MinutesLine:
    return MinutesLine(
        id=RecordId(line), meeting=MeetingId("M-12"), kind=LineKind.ACTION, text=text, by=AMOS.code, at=NOW,
        case=a_code(), owner="W-04", due_on=TODAY,
    )  # fmt: skip


def test_two_people_write_minutes_at_once_and_nothing_is_overwritten(store: Store) -> None:
    other = reopened(store)
    store.minutes.add(a_line("l-1"))
    other.minutes.add(a_line("l-2"))
    other.minutes.add(a_line("l-2"))

    assert store.minutes.of(MeetingId("M-12")) == (a_line("l-1"), a_line("l-2"))
    assert store.minutes.of_case(a_code()) == (a_line("l-1"), a_line("l-2"))
    assert store.minutes.of(MeetingId("M-13")) == ()
    with pytest.raises(ValueError, match="l-1 is there already"):
        store.minutes.add(a_line("l-1", text="other"))
    other.close()


def test_a_draft_is_kept_until_it_is_let_go(store: Store) -> None:
    store.drafts.keep(RUTH.code, "meeting/M-12", "find nig")
    shown = store.drafts.keep(RUTH.code, "meeting/M-12", "find night shelter")
    store.drafts.keep(AMOS.code, "meeting/M-12", "his own")

    other = reopened(store)
    assert [(draft.place, draft.at, draft.text) for draft in other.drafts.of(RUTH.code)] == [
        ("meeting/M-12", shown, "find night shelter")
    ]
    other.drafts.forget(RUTH.code, "meeting/M-12")
    assert (store.drafts.of(RUTH.code), len(store.drafts.of(AMOS.code))) == ((), 1)
    other.close()


def test_of_the_agencys_decisions_the_latest_holds_and_all_are_kept(store: Store) -> None:
    def decided(value: int, programme: str | None = None, day: date = TODAY) -> AgencyValue:
        named = ProgrammeId(programme) if programme else None
        return AgencyValue(SetId("iag_core"), "review_months", value, RUTH.code, day, "agreed", named)

    decisions = [decided(3), decided(2, "north"), decided(4, day=TODAY + timedelta(days=1))]
    for decision in decisions:
        store.settings.decide(decision)

    assert store.settings.all() == (decisions[2], decisions[1])
    assert store.settings.history() == tuple(decisions)


def test_programmes_come_back_with_their_history(store: Store) -> None:
    north = Programme(ProgrammeId("north"), "North", (ContextPeriod(Context.EMERGENCY, TODAY),))
    store.programmes.add(north, RUTH.code)

    assert (store.programmes.get("north"), store.programmes.get("south")) == (north, None)


def test_a_transaction_spans_repositories(store: Store) -> None:
    def write_and_stumble() -> None:
        with store.transaction():
            store.minutes.add(a_line())
            add(store, [a_record()])
            raise LookupError

    with pytest.raises(LookupError):
        write_and_stumble()
    assert (store.minutes.of(MeetingId("M-12")), store.records.codes()) == ((), ())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_nothing_is_printed_when_things_go_wrong(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    store.close()
    content = bytearray((store.folder / "cases.db").read_bytes())
    content[5000] ^= 1
    (store.folder / "cases.db").write_bytes(content)
    try:
        opened = reopened(store)
        opened.verify()
        opened.close()
    except StoreProblem:
        pass

    assert capfd.readouterr() == ("", "")
