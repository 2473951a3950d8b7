"""Whatever way a text comes into a field, it is shown cleaned."""

from textual import events
from textual.app import App, ComposeResult

from supervisor_tui.kit.safe_input import SafeInput, SafeTextArea, SuggestKnown


class FieldsApp(App[None]):
    def compose(self) -> ComposeResult:
        yield SafeInput("a\x1bb", placeholder="c\x1bd")
        yield SafeTextArea("a\x1bb\nc")


async def test_a_field_of_one_line_is_clean_when_made_loaded_or_pasted_into() -> None:
    app = FieldsApp()
    async with app.run_test() as pilot:
        field = app.query_one(SafeInput)
        made = (field.value, field.placeholder)
        field.value = "e\u202ef"
        loaded = field.value
        field.action_end()
        field.post_message(events.Paste("\x9bg"))
        await pilot.pause()

        assert (*made, loaded, field.value) == ("a␛b", "c␛d", "e·f", "e·f·g")


async def test_a_field_of_several_lines_is_clean_when_made_loaded_or_pasted_into() -> None:
    app = FieldsApp()
    async with app.run_test() as pilot:
        area = app.query_one(SafeTextArea)
        made = area.text
        area.load_text("d\u202e\r\ne")
        loaded = area.text
        area.text = "f\x1b"
        area.focus()
        await pilot.pause()
        app.post_message(events.Paste("g\x1b[2J\nh"))
        await pilot.pause()
        await pilot.pause()

        assert (made, loaded, area.text) == ("a␛b\nc", "d·\ne", "g␛[2J\nhf␛")


async def test_persian_can_be_typed_letter_by_letter() -> None:
    app = FieldsApp()
    async with app.run_test() as pilot:
        field = app.query_one(SafeInput)
        field.value = ""
        for letter in "می\u200cشود":
            field.insert_text_at_cursor(letter)
        await pilot.pause()

        assert field.value == "می\u200cشود"


async def test_the_first_known_text_that_begins_so_is_offered() -> None:
    suggest = SuggestKnown(("W-04", "W-11\x1b"))

    assert [await suggest.get_suggestion(typed) for typed in ("w", "w-1", "", "x")] == ["W-04", "W-11␛", None, None]
