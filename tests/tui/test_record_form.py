"""The form of a record: options from the case, findings, warnings that can be kept, refusals that cannot."""

from datetime import date

import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.closing import Approval
from supervisor_tui.domain.records.contact import FollowUp, Situation
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.plan import ActionAdded, ActionOutcome, ActionStatus
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.words_kept import WordsKept
from supervisor_tui.domain.status import worker
from supervisor_tui.tui import doors
from supervisor_tui.tui.record_form.known_codes import known_codes
from supervisor_tui.tui.record_form.typed_days import read_form_day
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.agency import PASSPHRASE
from tests.tui.at_the_screen import at_desk, line_with, press, seen, settled, told, written

AMOS_CASE = CaseCode("C-0117")


async def test_levels_of_risk_are_offered_and_chosen_by_a_digit(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "risk_level", "level"))
        await press(pilot, "3", "f2")
        assert written(desk, "C-0117", RiskLevelSet)[-1] == RiskLevelSet(level="medium")


async def test_a_correction_names_the_record_it_is_about(desk: Desk) -> None:
    contact = desk.case(AMOS_CASE).of(FollowUp)[0]
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "retraction", amends=contact.id))
        await settled(pilot)
        assert f"about: Follow-up of {contact.on}" in seen(pilot)


async def test_actions_of_the_plan_are_offered(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "action_outcome", "action"))
        await settled(pilot)
        assert "A1 talk with the head teacher" in seen(pilot)
        await press(pilot, "1", "enter", "3", "f2")
        assert written(desk, "C-0117", ActionOutcome) == (ActionOutcome(action="A1", status=ActionStatus.DONE),)


async def test_what_is_refused_is_explained_and_not_saved(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(
            doors.record_form(AMOS_CASE, "follow_up", filled={"channel": "call", "situation": "worse"})
        )
        await settled(pilot)
        await press(pilot, "f2")
        assert "cannot be: Worse, and nobody says whether the child was seen. (FP-6)" in seen(pilot)
        await press(pilot, "f2")
        assert len(written(desk, "C-0117", FollowUp)) == 1


async def test_a_warning_is_kept_by_a_second_f2(desk: Desk) -> None:
    filled = {"channel": "call", "situation": "worse", "child_seen": "no"}
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "follow_up", filled=filled))
        await settled(pilot)
        await press(pilot, "f2")
        assert "please check: The situation is worse and no decision is written down. (FP-6)" in seen(pilot)
        assert len(written(desk, "C-0117", FollowUp)) == 1
        await press(pilot, "f2")
        last = written(desk, "C-0117", FollowUp)[-1]
        assert isinstance(last, FollowUp)
        assert last.situation is Situation.WORSE


async def test_words_that_are_pointed_out_stay_for_a_reason_and_are_not_asked_about_again(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", filled={"text": "The father is lazy."}))
        await settled(pilot)
        await press(pilot, "f2", "f2")
        assert "“lazy”" in seen(pilot)
        await press(pilot, "f2")
        assert "Please say why these words stay." in seen(pilot)
        assert written(desk, "C-0117", Note) == ()
        await press(pilot, *"his word", "f2")
        assert written(desk, "C-0117", Note) == (Note(text="The father is lazy."),)
        assert written(desk, "C-0117", WordsKept) == (WordsKept(words="lazy", reason="his word"),)

        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", filled={"text": "Still lazy."}))
        await settled(pilot)
        await press(pilot, "f2")
        assert len(written(desk, "C-0117", Note)) == 2


async def test_a_note_holds_nobody_up_and_is_read_when_the_record_is_saved(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", filled={"text": "We call again soon."}))
        await settled(pilot)
        await press(pilot, "f2")
        assert written(desk, "C-0117", Note) == (Note(text="We call again soon."),)
        assert told(pilot) == ["C-0117: Note saved 09:31:07\nnote: “soon” names no day. (FP-6)"]


async def test_a_note_beside_a_warning_is_read_once_with_it(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", filled={"text": "Lazy soon, lazy ever."}))
        await settled(pilot)
        await press(pilot, "f2")
        assert "note: “soon” names no day. (FP-6)" in seen(pilot)
        await press(pilot, "f2", "=his word", "f2")
        assert told(pilot) == ["C-0117: Note saved 09:31:07"]


async def test_a_day_ahead_is_refused(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(
            doors.record_form(AMOS_CASE, "follow_up", filled={"channel": "call", "on": "2026-11-25"})
        )
        await settled(pilot)
        await press(pilot, "f2")
        assert "2026-11-25 lies ahead." in seen(pilot)


async def test_begin_anew_throws_the_draft_away(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", "text"))
        await settled(pilot)
        await press(pilot, "=half a sentence", "escape")
        assert line_with(pilot, "begun, not saved").startswith("C-0117 Note: begun, not saved")
        await pilot.app.push_screen(doors.record_form(AMOS_CASE, "note", "text"))
        await settled(pilot)
        assert "half a sentence" in seen(pilot)
        await press(pilot, "f9", "escape")
        assert desk.store.drafts.of(desk.person.code) == ()


async def test_a_new_case_gets_the_next_code_and_its_caseworker_by_short_name(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "n", "shift+tab", "shift+tab", "=amos", "f2")
        assert type(pilot.app.screen).__name__ == "CaseFileScreen"
        case = desk.case(CaseCode("C-0122"))
        assert worker(case) == "W-04"
        opening = case.of(Registration)[0]
        assert (opening.on, opening.body.programme) == (date(2026, 11, 21), "north")
        assert opening.body.at is not None


async def test_a_code_is_never_given_twice(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "n", "tab", "home", "shift+end", "=c-0117", "f2")
        assert "C-0117 was already given to another case." in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TodayScreen)
        assert len(written(desk, "C-0117", Registration)) == 1


async def test_an_approval_is_signed_with_the_approvers_own_passphrase(desk: Desk) -> None:
    filled = {"what": "closure", "body": "supervisor", "decision": "approved", "approver": "Ruth"}
    async with at_desk(desk) as pilot:
        await pilot.app.push_screen(doors.record_form(CaseCode("C-0048"), "approval", filled=filled))
        await settled(pilot)
        await press(pilot, "f2", "=not hers at all", "enter")
        assert "The passphrase does not open the key of Ruth." in " ".join(seen(pilot).split())
        assert written(desk, "C-0048", Approval) == ()
        await press(pilot, "home", "shift+end", f"={PASSPHRASE}", "enter")
        (approved,) = written(desk, "C-0048", Approval)
        assert isinstance(approved, Approval)
        assert approved.approver == "S-01"


async def test_an_approval_with_words_that_stay_is_signed_all_the_same(desk: Desk) -> None:
    filled = {"what": "closure", "body": "supervisor", "decision": "not_approved", "approver": "Ruth"}
    async with at_desk(desk) as pilot:
        form = doors.record_form(CaseCode("C-0048"), "approval", filled={**filled, "reason": "He calls her lazy."})
        await pilot.app.push_screen(form)
        await settled(pilot)
        await press(pilot, "f2", "f2", "=his word", "f2")
        assert "Signature of Ruth" in seen(pilot)
        assert written(desk, "C-0048", Approval) == ()
        assert written(desk, "C-0048", WordsKept) == ()
        await press(pilot, f"={PASSPHRASE}", "enter")
        (approved,) = written(desk, "C-0048", Approval)
        assert isinstance(approved, Approval)
        assert (approved.approver, approved.reason) == ("S-01", "He calls her lazy.")
        assert written(desk, "C-0048", WordsKept) == (WordsKept(words="lazy", reason="his word"),)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("yesterday", date(2026, 11, 20)),
        ("-3d", date(2026, 11, 18)),
        ("- 2 w", date(2026, 11, 7)),
        ("last wed", date(2026, 11, 18)),
        ("last sat", date(2026, 11, 21)),
        ("wed", date(2026, 11, 25)),
        ("2026-11-01", date(2026, 11, 1)),
    ],
)
def test_days_of_a_form_may_lie_behind(typed: str, day: date) -> None:
    assert read_form_day(typed, date(2026, 11, 21)) == day


async def test_actions_are_offered_in_the_order_of_their_numbers_however_they_stand(desk: Desk) -> None:
    code = CaseCode("C-0117")
    taken = {one.action.action for one in actions(desk.case(code))}
    for number in ("A11", "A12", "A10"):
        save(desk, code, [Draft(ActionAdded(action=number, text="call"), desk.as_of)])
    save(desk, code, [Draft(ActionOutcome(action="A11", status=ActionStatus.DONE), desk.as_of)])
    offered = [option.value for option in known_codes(desk, desk.case(code), "action")]
    assert offered == [*sorted(taken), "A10", "A11", "A12"]
