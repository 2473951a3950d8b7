"""A case file is opened by who needs it: theirs at once, anybody else's with a reason that its supervisor can read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from supervisor_tui.casework.desk import Desk, NoSuchCaseError
from supervisor_tui.casework.identity import who_is
from supervisor_tui.casework.opening_files import (
    NotTheirsError,
    let_in,
    open_file,
    opened_lately,
    readers,
    say_why,
)
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.casework.today import today
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.store.audit import Act
from supervisor_tui.store.problems import ReasonAsked
from tests.tui.agency import AMOS, LEILA, NORTH, NOW, RUTH, Clock, an_agency

TIRZA = Person(PersonCode("W-12"), "Tirza", (Role.CASEWORKER,), supervisor=PersonCode("S-02"))
SAMIRA = Person(PersonCode("S-02"), "Samira", (Role.SUPERVISOR,))
GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))
ABDI = Person(PersonCode("A-01"), "Abdi", (Role.AUDITOR,))

CODE = CaseCode("C-0117")
"""Amos carries it, for whom Ruth answers."""
ASKED_TO_CLOSE = CaseCode("C-0048")
NOBODYS = CaseCode("C-0120")
TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    for person in (TIRZA, SAMIRA, GRACE, ABDI):
        at_work.store.people.add(person, RUTH.code)
    yield at_work
    at_work.store.close()


def of(person: Person, desk: Desk) -> Desk:
    return replace(desk, person=person)


def opens(person: Person, desk: Desk, code: CaseCode) -> bool:
    try:
        return open_file(of(person, desk), code).code == code
    except ReasonAsked:
        return False


def acts(desk: Desk, code: CaseCode) -> list[tuple[str, Act, str]]:
    return [(one.by, one.act, one.record) for one in reversed(desk.store.audit.entries(code))]


@pytest.mark.rule("IAG-PRIN-06")
def test_somebody_who_does_not_carry_a_case_is_asked_why_and_it_is_logged(desk: Desk) -> None:
    """W-12 opens C-0007, which is given to nobody: the reason is asked for, and the log says so for 2024-05-02."""
    code, clock = CaseCode("C-0007"), desk.clock
    assert isinstance(clock, Clock)
    clock.now = NOW.replace(year=2024, month=5, day=2)
    save(desk, code, [Draft(Registration(programme=NORTH.id, age_years=9), date(2024, 5, 2))])
    before = len(desk.store.audit.entries(code))
    with pytest.raises(ReasonAsked, match=r"^C-0007 is not carried by you or your team\. Say first why"):
        open_file(of(TIRZA, desk), code)
    assert len(desk.store.audit.entries(code)) == before
    say_why(of(TIRZA, desk), code, Because.TAKES_OVER)
    assert open_file(of(TIRZA, desk), code).code == code
    assert acts(desk, code)[before:] == [("W-12", Act.LET_IN, "W-12"), ("W-12", Act.SAW, "")]
    assert {one.at.date() for one in desk.store.audit.entries(code)} == {date(2024, 5, 2)}
    (opened,) = readers(desk, code).opened
    assert (opened.person, opened.at.date()) == ("W-12", date(2024, 5, 2))


def test_each_opens_what_is_theirs_and_nothing_else_without_a_reason(desk: Desk) -> None:
    everybody = (AMOS, LEILA, RUTH, TIRZA, SAMIRA, GRACE, ABDI)
    free = {code: [one.short_name for one in everybody if opens(one, desk, code)] for code in (CODE, NOBODYS)}
    assert free == {CODE: ["Amos", "Ruth"], NOBODYS: ["Ruth", "Samira"]}


def test_what_waits_for_a_signature_is_open_to_who_may_give_it(desk: Desk) -> None:
    assert (opens(GRACE, desk, ASKED_TO_CLOSE), opens(SAMIRA, desk, ASKED_TO_CLOSE)) == (True, False)


def test_a_reason_holds_for_the_day_and_what_was_open_stays_open_that_day(desk: Desk) -> None:
    clock = desk.clock
    assert isinstance(clock, Clock)
    say_why(of(SAMIRA, desk), CODE, Because.ADVICE)
    assert opens(SAMIRA, desk, CODE)
    assert opens(AMOS, desk, CODE)
    save(desk, CODE, [Draft(Assignment(worker=TIRZA.code, reason="moves"), TODAY)])
    assert opens(AMOS, desk, CODE)
    clock.now = NOW + timedelta(days=1)
    assert (opens(SAMIRA, desk, CODE), opens(AMOS, desk, CODE), opens(RUTH, desk, CODE)) == (True, False, False)


def test_who_carries_a_case_lets_somebody_else_in_until_a_day_and_ends_it(desk: Desk) -> None:
    clock = desk.clock
    assert isinstance(clock, Clock)
    given = let_in(of(AMOS, desk), CODE, LEILA.code, TODAY + timedelta(days=3), Because.STANDS_IN, "on leave")
    clock.now = NOW + timedelta(days=3)
    assert opens(LEILA, desk, CODE)
    view = readers(desk, CODE)
    assert (view.carried_by, view.answers, view.let_in, view.before) == ("W-04", "S-01", (given,), ())
    ended = let_in(desk, CODE, LEILA.code, TODAY, Because.STANDS_IN)
    clock.now = NOW + timedelta(days=4)
    assert not opens(LEILA, desk, CODE)
    assert (readers(desk, CODE).let_in, readers(desk, CODE).before) == ((), (ended, given))


@pytest.mark.parametrize(
    ("by", "person", "words"),
    [
        (TIRZA, LEILA.code, "Only who carries C-0117, who answers for it, or a manager lets somebody else read it."),
        (RUTH, PersonCode("W-77"), "W-77 is nobody who works here. Please check the code."),
    ],
)
def test_nobody_lets_in_for_others_and_nobody_unknown_is_let_in(
    desk: Desk, by: Person, person: PersonCode, words: str
) -> None:
    with pytest.raises(NotTheirsError) as refused:
        let_in(of(by, desk), CODE, person, TODAY, Because.ADVICE)
    assert str(refused.value) == words
    assert readers(desk, CODE).let_in == ()


def test_another_reason_is_told_in_words(desk: Desk) -> None:
    with pytest.raises(NotTheirsError):
        say_why(of(TIRZA, desk), CODE, Because.OTHER, "  ")
    assert say_why(of(TIRZA, desk), CODE, Because.OTHER, "a court asks").words == "a court asks"


def test_a_wrong_code_is_said_as_such_and_writes_nothing(desk: Desk) -> None:
    for act in (open_file, readers):
        with pytest.raises(NoSuchCaseError):
            act(desk, CaseCode("C-9999"))
    with pytest.raises(NoSuchCaseError):
        say_why(desk, CaseCode("C-9999"), Because.ADVICE)
    assert acts(desk, CaseCode("C-9999")) == []


def test_a_supervisor_sees_which_files_of_the_team_others_opened_and_why(desk: Desk) -> None:
    say_why(of(TIRZA, desk), CODE, Because.COMPLAINT, "the school complained")
    let_in(desk, CODE, LEILA.code, TODAY, Because.ADVICE)
    assert [(one.name, one.let_in.case, one.let_in.because) for one in opened_lately(desk)] == [
        ("Tirza", CODE, Because.COMPLAINT)
    ]
    assert [one.let_in.case for one in opened_lately(of(AMOS, desk))] == [CODE]
    assert (opened_lately(of(SAMIRA, desk)), opened_lately(of(LEILA, desk))) == ((), ())
    assert today(desk).opened_by_others == opened_lately(desk)


def test_a_past_day_is_asked_about_by_who_may_read_the_file_today(desk: Desk) -> None:
    save(desk, CODE, [Draft(Assignment(worker=TIRZA.code, reason="moves"), TODAY)])
    last_week = replace(of(AMOS, desk), day=TODAY - timedelta(days=7))
    with pytest.raises(ReasonAsked):
        open_file(last_week, CODE)
    assert open_file(replace(of(TIRZA, desk), day=TODAY - timedelta(days=7)), CODE).code == CODE


def test_a_name_is_asked_for_with_the_same_reason(desk: Desk) -> None:
    with pytest.raises(ReasonAsked):
        who_is(of(TIRZA, desk), CODE)
    say_why(of(TIRZA, desk), CODE, Because.CHILD_IN_DANGER)
    assert who_is(of(TIRZA, desk), CODE).names == ()
