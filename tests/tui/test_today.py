"""Today: the first line is the one to act on, and Enter opens the form that records what is missing."""

from datetime import timedelta

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.intake import open_case
from supervisor_tui.casework.today import Today
from supervisor_tui.casework.waiting_for_me import ForMe
from supervisor_tui.domain.ids import CaseCode, MeetingId, ProgrammeId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.records.assessment import ImmediateAction
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Postponement
from supervisor_tui.kit.command import command_faults, commands_of
from supervisor_tui.kit.line_commands import LINE_COMMANDS
from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen
from supervisor_tui.tui.settings.decide_screen import DecideScreen
from supervisor_tui.tui.today.today_groups import today_groups
from supervisor_tui.tui.today.today_screen import TodayScreen
from tests.tui.agency import AMOS, NOW
from tests.tui.at_the_screen import at_desk, line_with, press, seen, settled, written


async def test_groups_stand_in_the_order_in_which_to_act(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        text = seen(pilot)
        order = ["NEW  2", "ACT NOW  4", "FOR ME  1", "NOTHING RECORDED  4", "THIS WEEK", "TEAM"]
        places = [text.index(words) for words in order]
        assert places == sorted(places)
        assert line_with(pilot, "Today ·") == "Today · Sat 21 Nov 2026 · North: development"


def test_where_there_is_no_case_the_page_says_how_to_begin() -> None:
    nothing = Today(NOW.date(), (), (), (), ForMe(), (), (), (), (), (), 0)

    assert next((group.title, group.note) for group in today_groups(nothing, (), by_worker=False, bar="█")) == (
        "ACT NOW",
        "no open case; n registers one",
    )


async def test_the_cursor_begins_on_the_oldest_intake(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        assert line_with(pilot, "▸") == "▸ ? C-0120 to allocate, age 5 to 10 years nobody since 20 h"


async def test_a_late_line_says_days_worker_and_their_last_entry(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        assert line_with(pilot, "no contact recorded for 6 days") == (
            "H C-0117 no contact recorded for 6 days, two a week asked Amos 2 days late last entry Sun"
        )


async def test_enter_opens_the_form_at_the_field_and_saving_takes_the_line_away(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0093/field_practice/FP-2/")
        await press(pilot, "enter")
        form = pilot.app.screen
        assert isinstance(form, RecordFormScreen)
        focused = form.focused
        assert focused is not None
        assert getattr(focused, "field").name == "what"  # noqa: B009 - any control has a field
        await press(pilot, "=taken to the night shelter", "f2")
        assert pilot.app.screen is today
        assert written(desk, "C-0093", ImmediateAction) == (ImmediateAction(what="taken to the night shelter"),)
        assert line_with(pilot, "immediate action") == ""
        assert "ACT NOW  3" in seen(pilot)


async def test_escape_comes_back_to_the_same_line(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "down", "down", "down")
        before = line_with(pilot, "▸")
        await press(pilot, "enter", "escape")
        assert line_with(pilot, "▸") == before != ""


async def test_a_case_without_agreement_stays_among_the_new_and_enter_records_it(desk: Desk) -> None:
    opening = Registration(programme=ProgrammeId("north"))
    open_case(desk, "C-0130", opening, NOW.date(), AMOS.code)
    async with at_desk(desk) as pilot:
        assert line_with(pilot, "NEW") == "NEW 3 to give to somebody; 24 h asked, 48 h at most · 1 not agreed on record"
        assert line_with(pilot, "C-0130") == "? C-0130 not agreed on record: child, caregiver Amos still intake"
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("intake/C-0130")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RecordFormScreen)
        assert "Consent or assent" in seen(pilot)


async def test_what_nobody_recorded_is_grouped_by_the_fact_and_unfolds_to_its_cases(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        assert line_with(pilot, "no consent") == "+ ? no consent is recorded 4"
        today.list.go_to("C-0093/field_practice/FP-3/")
        await press(pilot, "enter", "1", "enter", "1", "enter", "1", "f2")
        assert sum(len(written(desk, code, Consent)) for code in ("C-0093", "C-0117", "C-0048", "C-0062")) == 1
        assert line_with(pilot, "no consent") == "- ? no consent is recorded 3"


async def test_the_heading_of_what_is_not_recorded_unfolds_every_fact_and_folds_them_again(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, *("down",) * 7, "enter")
        assert [line_with(pilot, words)[0] for words in ("no consent", "how long to watch")] == ["-", "-"]
        await press(pilot, "enter")
        assert [line_with(pilot, words)[0] for words in ("no consent", "how long to watch")] == ["+", "+"]


async def test_an_undecided_number_is_decided_from_its_line(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0048/field_practice/FP-5/")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DecideScreen)
        await press(pilot, "=3", "enter", "=board of 20 Nov", "enter", "enter", "=agreed together", "enter", "enter")
        await settled(pilot)
        assert line_with(pilot, "how long to watch") == ""
        assert [(one.key, one.value, one.agreed_by, one.reason) for one in desk.store.settings.all()] == [
            ("watch_months", 3, "board of 20 Nov", "agreed together")
        ]


async def test_as_told_is_kept_in_one_line_with_who_told_it(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0117/field_practice/FP-1/contact")
        await press(pilot, "t", "=visit yesterday, seen no, worse, moved to aunt")
        assert "Fri · home visit · child seen: no · safe: not said · worse" in seen(pilot)
        await press(pilot, "enter")
        told = desk.case(CaseCode("C-0117")).of(FollowUp)[-1]
        assert (told.record.how_known, told.record.told_by) == (HowKnown.TOLD, "W-04")
        assert (told.body.channel, told.body.child_seen, told.body.situation) == (
            Channel.HOME_VISIT,
            YesNo.NO,
            Situation.WORSE,
        )
        assert line_with(pilot, "no contact recorded for 6 days") == ""


async def test_the_form_of_what_was_told_stays_outstanding_until_it_is_written(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0117/field_practice/FP-1/contact")
        await press(pilot, "t", "=call today, seen no", "enter")
        assert line_with(pilot, "write the form") == "H C-0117 1 record as told: write the form Amos"
        today.list.go_to("told/C-0117")
        await press(pilot, "enter", "f2")
        assert line_with(pilot, "write the form") == ""
        written_form = desk.case(CaseCode("C-0117")).of(FollowUp)[-1]
        assert (written_form.record.how_known, written_form.body.channel) == (HowKnown.RECORDED, Channel.CALL)


async def test_a_form_that_was_begun_waits_on_today_and_opens_again_as_it_was(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "down", "down", "enter", "down", "=2")
        await pilot.pause(1.2)
        assert "kept as typed 09:31:07, not saved yet" in seen(pilot)
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        assert line_with(pilot, "begun, not saved") == "C-0093 Follow-up: begun, not saved today 09:31"
        today.list.go_to("draft/form/C-0093/follow_up/")
        await press(pilot, "enter")
        assert "What you typed today 09:31 stands here again. F9 begins anew." in seen(pilot)


async def test_a_duty_is_put_off_with_a_reason_and_stays_counted(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0048/field_practice/FP-1/contact")
        await press(pilot, "p", "=+3d", "enter", "enter")
        assert "A reason is needed" in seen(pilot)
        await press(pilot, "=family at a funeral", "enter")
        (put_off,) = written(desk, "C-0048", Postponement)
        assert isinstance(put_off, Postponement)
        assert (put_off.until.isoformat(), put_off.reason) == ("2026-11-24", "family at a funeral")
        assert line_with(pilot, "ACT NOW") == "ACT NOW 3 1 more put off"


async def test_at_high_risk_a_duty_is_put_off_until_the_next_meeting_at_most(desk: Desk) -> None:
    monday = NOW + timedelta(days=2)
    meeting = Meeting(id=MeetingId("M-0001"), kind=MeetingKind.MANAGEMENT, starts=monday)
    desk.store.meetings.add(meeting, desk.person.code)
    async with at_desk(desk) as pilot:
        today = pilot.app.screen
        assert isinstance(today, TodayScreen)
        today.list.go_to("C-0117/field_practice/FP-1/contact")
        await press(pilot, "p", "=+3d", "enter", "=no car", "enter")
        assert "it can be put off until 2026-11-23 at most" in " ".join(seen(pilot).split())
        await press(pilot, "home", "shift+end", "=+2d", "f2")
        (put_off,) = written(desk, "C-0117", Postponement)
        assert isinstance(put_off, Postponement)
        assert put_off.until.isoformat() == "2026-11-23"


async def test_w_puts_what_is_late_under_each_caseworker(desk: Desk) -> None:
    async with at_desk(desk) as pilot:
        await press(pilot, "w")
        assert line_with(pilot, "Amos  2") == "Amos 2 late · last entry Sun"
        await press(pilot, "w")
        assert line_with(pilot, "Amos  2") == ""


def test_no_command_of_the_screen_takes_a_key_from_the_list() -> None:
    assert command_faults(TodayScreen) == ()
    of_lists = {key for command in LINE_COMMANDS for key in command.bound_keys()} - {"enter"}
    assert {key for command in commands_of(TodayScreen) for key in command.bound_keys()} & of_lists == set()
