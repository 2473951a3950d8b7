"""The line of a meeting: the words, and below them the fields that belong to their kind; kept as it is typed."""

from asyncio import Event, wait_for
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.kit.safe_input import SafeInput, SuggestKnown
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.meetings.entry_fields import FIELDS, EntryField, fields_of
from supervisor_tui.tui.meetings.typed_line import TypedLine, split
from supervisor_tui.wording import _

__all__ = ["EntryChanged", "EntryLine", "EntrySaved"]

KEEP_SECONDS = 0.7
SETTLED_SECONDS = 0.5
"""How long Tab waits at most for what was typed before it."""

NOT_A_LINE = ":"
"""What begins so goes to a case; it is never kept."""


class EntrySaved(Message):
    """Enter was pressed: save what stands in the line."""

    def __init__(self, typed: TypedLine) -> None:
        super().__init__()
        self.typed = typed


class EntryChanged(Message):
    """Something was typed since it was last told; `place` is where it is kept."""

    def __init__(self, place: str, typed: TypedLine) -> None:
        super().__init__()
        self.place = place
        self.typed = typed


class EntryLine(Vertical):
    """Tab goes on from field to field, Enter saves from any of them. What the line is stands before it as it is typed.

    Which fields there are follows from the words, so Tab waits until the words are in; somebody who types on while the
    program is busy finds each word in its field.

    people: the short names that are offered for "who". proposed: what was put into the line by itself; typing replaces
    it, and it is never kept as somebody's own.
    """

    DEFAULT_CSS = """
    EntryLine { height: 2; }
    EntryLine > Horizontal { height: 1; }
    EntryLine SafeInput { border: none; height: 1; padding: 0; background: $surface; }
    EntryLine SafeInput:focus { background: $boost; }
    EntryLine #said, EntryLine .wide { width: 1fr; }
    EntryLine Line { width: auto; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_field", show=False, priority=True),
        Binding("shift+tab", "field_before", show=False, priority=True),
    ]

    def __init__(self, people: Iterable[str], today: date) -> None:
        super().__init__(id="entry")
        self.people = tuple(people)
        self.today = today
        self.place = ""
        self.guessed_owner = ""
        self.proposed: TypedLine | None = None
        self._told = TypedLine()

    def compose(self) -> ComposeResult:
        """Lay out the fields with their words."""
        with Horizontal():
            yield Line(id="kind")
            yield SafeInput(id="said", compact=True)
        with Horizontal():
            for field in FIELDS:
                yield Line(content(field.label, Tone.QUIET.style), id=f"label-{field.name}")
                yield self._input(field)
                if field.name == "until":
                    yield Line(id="day")

    def _input(self, field: EntryField) -> SafeInput:
        known = self.people if field.name == "owner" else tuple(one.label for one in field.choices or ())
        made = SafeInput(
            id=field.name,
            placeholder=field.placeholder,
            compact=True,
            suggester=SuggestKnown(known) if known else None,
            classes="" if field.width else "wide",
        )
        if field.width:
            made.styles.width = field.width
        return made

    def on_mount(self) -> None:
        """Tell what is typed, soon enough that less than a second of it can be lost."""
        self.set_interval(KEEP_SECONDS, self.tell_typed)
        self._show_understood()

    async def action_next_field(self) -> None:
        """Go to the next field of this kind of line, or out of the line."""
        await self._settle()
        self.screen.focus_next()

    async def action_field_before(self) -> None:
        """Go to the field before, or out of the line."""
        await self._settle()
        self.screen.focus_previous()

    async def _settle(self) -> None:
        """Wait until the field in use has taken every key that was pressed before, then show what belongs to it."""
        field = self.screen.focused
        if isinstance(field, SafeInput):
            taken = Event()
            field.call_later(taken.set)
            with suppress(TimeoutError):
                await wait_for(taken.wait(), SETTLED_SECONDS)
        self._show_understood()

    @property
    def typed(self) -> TypedLine:
        """What stands in the fields."""
        said = self.query_one("#said", SafeInput).value
        return TypedLine(said, **{field.name: self.query_one(f"#{field.name}", SafeInput).value for field in FIELDS})

    def begin(self, place: str, typed: TypedLine, guessed_owner: str = "", *, marked: bool = False) -> None:
        """Fill the fields with what was kept at a place, and begin behind the words.

        marked: mark the words, so that typing takes their place and the arrow keys go into them.
        """
        self.tell_typed()
        self.place = place
        self.guessed_owner = guessed_owner
        self.proposed = None
        self._fill(typed)
        said = self.query_one("#said", SafeInput)
        said.cursor_position = len(said.value)
        said.focus()
        if marked:
            said.select_all()

    def propose(self, typed: TypedLine) -> None:
        """Put a line in that nobody typed, marked as a whole: Enter saves it, the next letter begins another."""
        self._fill(typed)
        self.proposed = typed
        said = self.query_one("#said", SafeInput)
        said.focus()
        said.select_all()

    def _fill(self, typed: TypedLine) -> None:
        self.query_one("#said", SafeInput).value = typed.text
        for field in FIELDS:
            self.query_one(f"#{field.name}", SafeInput).value = getattr(typed, field.name)
        self._told = typed
        self._show_understood()

    def clear(self) -> None:
        """Take away what was typed, once it is saved."""
        self._told = self.typed
        self.begin(self.place, TypedLine(), self.guessed_owner)

    def taken(self) -> TypedLine | None:
        """Return what is typed for somebody who keeps it at once; None where it is never kept."""
        self._told = self.typed
        return None if self._told.text.startswith(NOT_A_LINE) or self._told == self.proposed else self._told

    def tell_typed(self) -> None:
        """Post `EntryChanged` where something else stands in the fields than was told last."""
        typed = self.typed
        if typed not in {self._told, self.proposed} and not typed.text.startswith(NOT_A_LINE):
            self._told = typed
            self.post_message(EntryChanged(self.place, typed))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say at once how what is typed is understood."""
        event.stop()
        if self.proposed is not None and self.query_one("#said", SafeInput).value != self.proposed.text:
            self._drop_proposed(self.proposed)
        self._show_understood()

    def _drop_proposed(self, proposed: TypedLine) -> None:
        """Take what was proposed out of the other fields, once another line is begun."""
        self.proposed = None
        for field in FIELDS:
            there = self.query_one(f"#{field.name}", SafeInput)
            if there.value == getattr(proposed, field.name):
                there.value = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save from whichever field Enter was pressed in."""
        event.stop()
        self.post_message(EntrySaved(self.typed))

    def _show_understood(self) -> None:
        typed = self.typed
        kind, _words = split(typed.text)
        label = _("go to") if typed.text.startswith(NOT_A_LINE) else kind.label
        self.query_one("#kind", Line).update(content(f"{label} >" if typed.text else ">", Tone.STRONG.style))
        shown_now = fields_of(kind)
        for field in FIELDS:
            is_shown = field.name in shown_now
            self.query_one(f"#{field.name}", SafeInput).display = is_shown
            self.query_one(f"#label-{field.name}", Line).display = is_shown
        self.query_one("#day", Line).display = "until" in shown_now
        has_owner = kind in {LineKind.ACTION, LineKind.FOLLOW_UP}
        self.query_one("#owner", SafeInput).placeholder = shown(self.guessed_owner) if has_owner else ""
        usual = _("not the caregiver") if kind is LineKind.CHILD_VIEW else _("everyone who heard it")
        self.query_one("#readers", SafeInput).placeholder = usual
        self.query_one("#day", Line).update(content(*self._day(typed.until)))

    def _day(self, until: str) -> tuple[str, str]:
        if not until.strip():
            return "", ""
        try:
            return full_day(read_day(until, self.today)), Tone.QUIET.style
        except NotADayError:
            return _("not a day yet"), Tone.WARNING.style
