"""The line of a meeting: the words, and below them the fields that belong to their kind; kept as it is typed."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message

from supervisor_tui.casework.days_as_typed import NotADayError, read_day
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.kit.safe_input import SuggestKnown
from supervisor_tui.kit.safe_text import Line, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import full_day
from supervisor_tui.tui.meetings.entry_fields import FIELDS, EntryField, fields_of
from supervisor_tui.tui.meetings.entry_input import EntryInput
from supervisor_tui.tui.meetings.typed_line import TypedLine, is_between_kinds, split
from supervisor_tui.wording import _

__all__ = ["EntryChanged", "EntryLine"]

KEEP_SECONDS = 0.7
NOT_A_LINE = ":"
"""What begins so goes to a case; it is never kept."""


class EntryChanged(Message):
    """Something was typed since it was last told; `place` is where it is kept."""

    def __init__(self, place: str, typed: TypedLine) -> None:
        super().__init__()
        self.place = place
        self.typed = typed


class EntryLine(Vertical):
    """Tab goes on from field to field, Enter saves from any of them. What the line is stands before it as it is typed.

    Which fields there are follows from the words. A field that is filled is always seen: one that does not belong to
    the kind is emptied as the kind changes, and every field when the words are taken away.

    people: the short names that are offered for "who". proposed: what was put into the line by itself; typing replaces
    it, and it is never kept as somebody's own. mends: the line that was taken back and is written anew; part: in which
    part of the meeting that one was said, where it is not the part of now.
    """

    DEFAULT_CSS = """
    EntryLine { height: 2; }
    EntryLine > Horizontal { height: 1; }
    EntryLine EntryInput { border: none; height: 1; padding: 0; background: $surface; }
    EntryLine EntryInput:focus { background: $boost; }
    EntryLine #said, EntryLine .wide { width: 1fr; }
    EntryLine Line { width: auto; padding: 0 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.save_what_is_typed", show=False, priority=True),
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
        self.mends: RecordId | None = None
        self.part = ""
        self._kind = LineKind.NOTE
        self._told = TypedLine()

    def compose(self) -> ComposeResult:
        """Lay out the fields with their words."""
        with Horizontal():
            yield Line(id="kind")
            yield EntryInput(id="said", compact=True, select_on_focus=False)
        with Horizontal():
            for field in FIELDS:
                yield Line(content(field.label, Tone.QUIET.style), id=f"label-{field.name}")
                yield self._input(field)
                if field.name == "until":
                    yield Line(id="day")

    def _input(self, field: EntryField) -> EntryInput:
        known = self.people if field.name == "owner" else tuple(one.label for one in field.choices or ())
        made = EntryInput(
            id=field.name,
            placeholder=field.placeholder,
            compact=True,
            suggester=SuggestKnown(known) if known else None,
            classes="" if field.width else "wide",
            select_on_focus=not field.holds_words,
        )
        if field.width:
            made.styles.width = field.width
        return made

    def on_mount(self) -> None:
        """Tell what is typed, soon enough that less than a second of it can be lost."""
        self.set_interval(KEEP_SECONDS, self.tell_typed)
        for name in ("said", *(field.name for field in FIELDS)):
            self.watch(self._field(name), "value", self._words_changed if name == "said" else self._show_understood)
        self._show_understood()

    def _field(self, name: str) -> EntryInput:
        return self.query_one(f"#{name}", EntryInput)

    def action_next_field(self) -> None:
        """Go to the next field of this kind of line; out of the line where nothing stands in it."""
        self._go(1)

    def action_field_before(self) -> None:
        """Go to the field before; out of the line where nothing stands in it."""
        self._go(-1)

    def _go(self, by: int) -> None:
        """Stay among the fields while words stand there: letters that are typed on must not be taken for commands."""
        if self.typed.is_blank:
            (self.screen.focus_next if by > 0 else self.screen.focus_previous)()
            return
        fields = [self._field("said"), *(self._field(name) for name in self._shown())]
        there = next((place for place, field in enumerate(fields) if field.has_focus), 0)
        self.screen.set_focus(fields[(there + by) % len(fields)])

    @property
    def words(self) -> EntryInput:
        """The field of the words, which come before all others."""
        return self._field("said")

    @property
    def typed(self) -> TypedLine:
        """What stands in the fields."""
        words = {field.name: self._field(field.name).value for field in FIELDS}
        return TypedLine(self._field("said").value, **words, mends=self.mends)

    def begin(self, place: str, typed: TypedLine, guessed_owner: str = "", part: str = "") -> None:
        """Fill the fields with what was kept at a place, and go on behind the words."""
        self.tell_typed()
        self.place = place
        self.guessed_owner = guessed_owner
        self.part = part
        self.proposed = None
        self._fill(typed)

    def propose(self, typed: TypedLine) -> None:
        """Put a line in that nobody typed, marked as a whole: Enter saves it, the next letter begins another."""
        self._fill(typed)
        self.proposed = typed
        self._field("said").select_all()

    def _fill(self, typed: TypedLine) -> None:
        self.mends = typed.mends
        self._kind = split(typed.text)[0]
        for name in ("said", *(field.name for field in FIELDS)):
            field = self._field(name)
            field.value = typed.text if name == "said" else getattr(typed, name)
            field.cursor_position = len(field.value) if name == "said" else 0
        self._told = typed
        self._show_understood()
        self.screen.set_focus(self.words)

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

    def _words_changed(self, words: str) -> None:
        """Say at once how what is typed is understood, and leave nothing behind of another line."""
        if self.proposed is not None and words != self.proposed.text:
            self._drop_proposed(self.proposed)
        if not words.strip():
            self._leave_only(())
            self.mends = None
        elif not is_between_kinds(words):
            kind, _words = split(words)
            if kind is not self._kind:
                self._leave_only(fields_of(kind))
            self._kind = kind
        self._show_understood()

    def _drop_proposed(self, proposed: TypedLine) -> None:
        """Take what was proposed out of the other fields, once another line is begun."""
        self.proposed = None
        for field in FIELDS:
            there = self._field(field.name)
            if there.value == getattr(proposed, field.name):
                there.value = ""

    def _leave_only(self, names: tuple[str, ...]) -> None:
        """Empty the other fields."""
        for field in FIELDS:
            if field.name not in names:
                self._field(field.name).value = ""

    def _shown(self) -> tuple[str, ...]:
        """Return the fields that belong to the line, and any other in which something stands."""
        belongs = fields_of(split(self._field("said").value)[0])
        return tuple(one.name for one in FIELDS if one.name in belongs or self._field(one.name).value.strip())

    def _show_understood(self) -> None:
        typed = self.typed
        kind, _words = split(typed.text)
        shown_now = self._shown()
        self.query_one("#kind", Line).update(content(self._label(typed.text, kind), Tone.STRONG.style))
        for field in FIELDS:
            is_shown = field.name in shown_now
            self._field(field.name).display = is_shown
            self.query_one(f"#label-{field.name}", Line).display = is_shown
        self.query_one("#day", Line).display = "until" in shown_now
        has_owner = kind in {LineKind.ACTION, LineKind.FOLLOW_UP}
        self._field("owner").placeholder = shown(self.guessed_owner) if has_owner else ""
        usual = _("not the caregiver") if kind is LineKind.CHILD_VIEW else _("everyone who heard it")
        self._field("readers").placeholder = usual
        self.query_one("#day", Line).update(content(*self._day(typed.until)))

    def _label(self, text: str, kind: LineKind) -> str:
        if not text:
            return ">"
        label = _("go to") if text.startswith(NOT_A_LINE) else kind.label
        return f"{label} ({self.part}) >" if self.part and self.mends else f"{label} >"

    def _day(self, until: str) -> tuple[str, str]:
        if not until.strip():
            return "", ""
        try:
            return full_day(read_day(until, self.today)), Tone.QUIET.style
        except NotADayError:
            return _("not a day yet"), Tone.WARNING.style
