"""A form asks for what its record kind declares, keeps what is typed, and gives back plain values."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, ClassVar

import msgspec
import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from supervisor_tui.domain.records.contact import FollowUp, ServicesReceived, Situation
from supervisor_tui.domain.records.kind import Moment, RecordBody, YesNo, asked
from supervisor_tui.guidance.forms import FieldProblem, FieldType, FormField, Option, filled_in, form_of
from supervisor_tui.kit.form_choice import ChoiceControl
from supervisor_tui.kit.form_controls import FormTools
from supervisor_tui.kit.form_view import FormChanged, FormLeft, FormSaved, FormView
from supervisor_tui.kit.safe_input import SafeInput, SafeTextArea
from supervisor_tui.kit.safe_text import SafeStatic

ODD_NOTE = "half\u200b-hidden \x1b[2J note"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the sample."""

    text: Annotated[str, asked("What")]
    due_on: Annotated[date | None, asked("Until")] = None


class Sample(RecordBody, frozen=True, kw_only=True):
    """A kind with a field of every type."""

    KIND: ClassVar[str] = "sample"
    TITLE: ClassVar[str] = "Sample record"
    ON: ClassVar[str] = "Held on"

    where: Annotated[Situation, asked("Which way", hint="Since last time.", rule="R-01")]
    asked_for: Annotated[YesNo | None, asked("Was it asked for?")] = None
    sure: Annotated[bool, asked("Is it sure?")] = False
    next_on: Annotated[date | None, asked("Next contact")] = None
    begun_at: Annotated[Moment | None, asked("Begun at")] = None
    every: Annotated[int | None, asked("Every", unit="days")] = None
    owner: Annotated[str, asked("Who", codes="person")] = ""
    text: Annotated[str, asked("Short text")] = ""
    services: Annotated[tuple[ServicesReceived, ...], asked("Services")] = ()
    tags: Annotated[tuple[str, ...], asked("Tags")] = ()
    steps: Annotated[tuple[Step, ...], asked("Steps")] = ()
    note: Annotated[str, asked("Note", long=True)] = ""


def read_day(typed: str) -> date:
    days = {"wed": date(2026, 11, 25), "+3d": date(2026, 11, 24)}
    if typed in days:
        return days[typed]
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise ValueError(f"{typed} is not a day.") from None


def known_codes(codes: str) -> Sequence[Option]:
    return (Option("W-04", "Amos"), Option("W-11", "Leila")) if codes == "person" else ()


class FormApp(App[None]):
    def __init__(
        self,
        kind: type[RecordBody] = Sample,
        values: Mapping[str, object] | None = None,
        draft: Mapping[str, object] | None = None,
        at: str = "",
    ) -> None:
        super().__init__()
        self.form_view = FormView(form_of(kind), FormTools(read_day, known_codes), values=values, draft=draft, at=at)
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.form_view

    def on_mount(self) -> None:
        for field in self.query(SafeInput):
            field.cursor_blink = False
        for area in self.query(SafeTextArea):
            area.cursor_blink = False

    def on_form_saved(self, message: FormSaved) -> None:
        self.heard.append(message)

    def on_form_left(self, message: FormLeft) -> None:
        self.heard.append(message)

    def on_form_changed(self, message: FormChanged) -> None:
        self.heard.append(message)

    @property
    def saved(self) -> list[Mapping[str, object]]:
        return [message.values for message in self.heard if isinstance(message, FormSaved)]

    def problems(self) -> list[str]:
        return [line.text.plain for line in self.query(".field-problem").results(SafeStatic) if line.display]


class ChoiceApp(App[None]):
    def __init__(self, control: ChoiceControl) -> None:
        super().__init__()
        self.control = control

    def compose(self) -> ComposeResult:
        yield self.control

    def on_mount(self) -> None:
        self.control.focus()


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_form_filled_in_by_keyboard_alone_decodes_strictly() -> None:
    app = FormApp(FollowUp)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"wed", "enter", "1", "enter", "2", "enter", "enter", "enter", "3", "f2")

        values = dict(app.saved[0])
        assert values == {"on": "2026-11-25", "channel": "home_visit", "child_seen": "no", "situation": "worse"}
        del values["on"]
        body = filled_in(FollowUp, values)
        assert isinstance(body, FollowUp)
        assert (body.child_seen, body.situation) == (YesNo.NO, Situation.WORSE)


EVERYTHING: Mapping[str, object] = {
    "on": "2026-11-20",
    "where": "better",
    "asked_for": "not_known",
    "sure": True,
    "next_on": "2026-12-01",
    "begun_at": "2026-11-20T09:30:00+03:00",
    "every": 14,
    "owner": "W-04",
    "text": ODD_NOTE,
    "services": ["yes", "part"],
    "tags": ["closure", "school"],
    "steps": [{"text": "call the school", "due_on": "2026-11-30"}],
    "note": f"one\n\n{ODD_NOTE}  \n",
}


async def test_what_nobody_touched_comes_back_exactly_as_it_was() -> None:
    app = FormApp(values=EVERYTHING)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "f2")

        assert app.saved == [EVERYTHING]
        assert isinstance(filled_in(Sample, {k: v for k, v in EVERYTHING.items() if k != "on"}), Sample)


async def test_a_blank_form_gives_no_values_beyond_the_defaults() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"})
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "f2")

        assert app.saved == [{"on": "2026-11-20", "where": "same", "sure": False}]


async def test_what_is_needed_or_cannot_be_read_is_said_below_its_field_and_nothing_is_lost() -> None:
    app = FormApp(values={"on": "2026-11-20"})
    async with app.run_test(size=(100, 50)) as pilot:
        app.form_view.go_to("next_on")
        await press(pilot, *"someday", "enter", *"soon", "enter", *"--7", "f2")

        assert app.saved == []
        assert app.problems() == [
            "Please fill this in.",
            "someday is not a day.",
            "Type the day and the hour here, such as wed 14:30 or 2026-11-25 14:30.",
            "Type a whole number here.",
        ]
        assert app.focused is app.form_view.rows[1].control
        assert app.form_view.draft()["next_on"] == "someday"

        await press(pilot, "1")
        app.form_view._offer_draft()
        await pilot.pause()
        assert len(app.problems()) == 3


async def test_a_problem_found_on_decoding_is_shown_at_its_field() -> None:
    app = FormApp(values=EVERYTHING)
    async with app.run_test(size=(100, 50)) as pilot:
        app.form_view.show_problem(FieldProblem("owner", "Nobody has this code."))
        app.form_view._offer_draft()
        await pilot.pause()

        assert app.problems() == ["Nobody has this code."]
        assert app.form_view.rows[7].control.has_focus
        await press(pilot, "end", "9")
        assert app.problems() == []
        app.form_view.show_problem(FieldProblem("", "The file changed meanwhile."))
        assert app.query_one(".form-help", SafeStatic).text.plain == "The file changed meanwhile."


async def test_the_form_opens_at_the_field_that_is_missing() -> None:
    app = FormApp(at="every")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"30")

        assert app.form_view.draft()["every"] == "30"


async def test_a_day_in_short_words_is_shown_in_full_and_saved_as_a_date() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="next_on")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"wed")

        shown_days = [line.text.plain for line in app.query(".field-meaning").results(SafeStatic)]
        assert shown_days[4] == "Wed 25 Nov 2026"
        await press(pilot, "f2")
        assert app.saved[0]["next_on"] == "2026-11-25"


async def test_a_moment_gets_the_offset_of_this_computer() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="begun_at")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"wed", "space", *"14:30", "f2")

        begun_at = str(app.saved[0]["begun_at"])
        assert begun_at.startswith("2026-11-25T14:30:00")
        assert len(begun_at) > len("2026-11-25T14:30:00")


async def test_an_hour_of_which_the_computer_knows_no_offset_is_told() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="begun_at")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"0001-01-01", "space", *"00:30", "f2")

        assert app.saved == []
        problems = [line.text.plain for line in app.query(".field-problem").results(SafeStatic)]
        assert "This computer does not know which hour that was." in problems


async def test_known_codes_are_offered_and_named() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="owner")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"w-1")
        await app.workers.wait_for_complete()
        await press(pilot, "right", "f2")

        assert app.saved[0]["owner"] == "W-11"
        assert app.form_view.rows[7].control.meaning() == "Leila"


async def test_answers_beyond_the_last_key_are_shown_and_reached_with_the_arrows() -> None:
    people = tuple(Option(f"W-{number:02}", f"W-{number:02}") for number in range(1, 41))
    control = ChoiceControl(FormField("worker", "Caseworker", FieldType.CHOICE, options=people))
    app = ChoiceApp(control)
    async with app.run_test(size=(60, 50)) as pilot:
        await press(pilot, "z")
        assert control.read() == "W-35"

        await press(pilot, *["right"] * 5)
        assert control.read() == "W-40"
        assert str(control.render()).splitlines()[-1] == "  [x] W-40"
        assert control.keys() == "1 to z or ← → choose, Backspace clears"


async def test_an_answer_is_chosen_by_the_beginning_of_its_word_and_other_letters_are_answered() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="asked_for")
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        control = app.form_view.rows[2].control
        seen = []
        for key in ("y", "n", "o", "t", "z"):
            await press(pilot, key)
            seen.append(control.read())
        assert seen == ["yes", "no", "no", "not_known", "not_known"]
        assert [one.message for one in app._notifications] == ["Was it asked for?: 1 to 3 choose, Backspace clears."]


async def test_several_answers_are_chosen_and_taken_back() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="services")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "1", "3", "2", "1", "f2")
        await press(pilot, "backspace", "f2")

        assert [values.get("services") for values in app.saved] == [["no", "part"], None]


async def test_one_answer_is_stepped_through_cleared_or_clicked() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="where")
    async with app.run_test(size=(100, 40)) as pilot:
        control = app.form_view.rows[1].control
        seen = []
        for key in ("right", "right", "left", "backspace", "right"):
            await press(pilot, key)
            seen.append(control.read())
        await pilot.click(control, offset=(3, 2))

        assert seen == ["worse", "better", "worse", None, "better"]
        assert control.read() == "worse"


async def test_rows_are_added_changed_and_removed() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="steps")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "enter")
        await press(pilot, *"call", "enter", *"+3d", "f2")
        await press(pilot, "enter")
        await press(pilot, *"visit", "f2")
        await press(pilot, "up", "up", "enter")
        await press(pilot, "end", *"er", "f2")
        await press(pilot, "f2")

        assert app.saved[-1]["steps"] == [{"text": "caller", "due_on": "2026-11-24"}, {"text": "visit"}]
        await press(pilot, "delete", "f2")
        assert app.saved[-1]["steps"] == [{"text": "visit"}]


async def test_a_row_that_is_not_saved_is_not_lost_by_one_escape() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, at="steps")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "enter")
        await press(pilot, *"call", "escape")
        assert len(app.screen_stack) == 2
        await press(pilot, "escape")

        assert len(app.screen_stack) == 1
        assert app.form_view.draft()["steps"] == []


async def test_leaving_says_whether_something_was_typed() -> None:
    app = FormApp(values=EVERYTHING)
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "escape")
        app.form_view.go_to("text")
        await press(pilot, "end", "x", "escape")

        drafts = [message.draft for message in app.heard if isinstance(message, FormLeft)]
        assert drafts[0] is None
        assert drafts[1] is not None
        assert drafts[1]["text"] == "half·-hidden ␛[2J notex"


async def test_what_is_typed_is_offered_for_the_draft_and_can_be_given_back() -> None:
    app = FormApp(values={"on": "2026-11-20"}, at="next_on")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, *"we")
        app.form_view._offer_draft()
        app.form_view._offer_draft()
        await pilot.pause()
        offered = [message.draft for message in app.heard if isinstance(message, FormChanged)]

    assert len(offered) == 1
    again = FormApp(values={"on": "2026-11-20"}, draft=offered[0], at="next_on")
    async with again.run_test(size=(100, 40)) as pilot:
        await press(pilot, "end", "d", "tab")
        again.form_view.go_to("where")
        await press(pilot, "1", "f2")

        assert again.saved == [{"on": "2026-11-20", "where": "better", "sure": False, "next_on": "2026-11-25"}]


async def test_a_number_in_a_draft_is_read_as_a_number() -> None:
    app = FormApp(values={"on": "2026-11-20", "where": "same"}, draft={"every": "14"})
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "f2")

        assert app.saved[0]["every"] == 14


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
def test_the_form_looks_as_it_did(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = FormApp(values={**EVERYTHING, "where": None, "next_on": "some day"}, at="next_on")

    assert snap_compare(app, press=["x", "f2", "wait:300"], terminal_size=size)
