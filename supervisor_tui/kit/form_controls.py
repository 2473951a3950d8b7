"""One control for each type of field: what is typed, and the plain value it stands for.

A control keeps what was loaded into it: a value that nobody touched comes back exactly as it was, even where the
screen showed it cleaned.
"""

import re
from abc import abstractmethod
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from supervisor_tui.domain.calendar import with_this_offset
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.guidance.forms import FieldProblem, FieldType, FormField, Option
from supervisor_tui.kit.safe_input import SafeInput, SafeTextArea, SuggestKnown
from supervisor_tui.wording import _

__all__ = ["Control", "FieldAnswered", "FormTools", "LongTextControl", "NextField", "TextControl", "offered_nothing"]

_WHOLE = re.compile(r"-?\d{1,18}")
"""What SQLite and JSON readers keep as a whole number."""

ReadDay = Callable[[str], date]
KnownCodes = Callable[[str], Sequence[Option]]


def offered_nothing(_codes: str) -> Sequence[Option]:
    """Offer no codes: for forms without a store behind them."""
    return ()


class FormTools:
    """What a form is handed by its screen.

    read_day: the day meant by what was typed ("wed", "+3d"); raises ValueError with a sentence for the reader.
    known_codes: the codes that exist, by what they stand for ("person", "goal", "meeting").
    """

    def __init__(self, read_day: ReadDay, known_codes: KnownCodes = offered_nothing) -> None:
        self.read_day = read_day
        self.known_codes = known_codes


class NextField(Message):
    """Enter was pressed where a field has one line: go on."""


class FieldAnswered(Message):
    """A field was answered as a whole, by a choice or a row: what else is asked for may follow from it."""


class Control(Widget):
    """A widget that fills in one field."""

    field: FormField

    @abstractmethod
    def raw(self) -> object:
        """Return what stands in the field, half-typed or not, as plain JSON, for the draft."""

    @abstractmethod
    def put(self, value: object) -> None:
        """Put the plain value of a record into the field, None for blank."""

    def restore(self, raw: object) -> None:
        """Put into the field what `raw` returned earlier."""
        self.put(raw)

    @abstractmethod
    def read(self) -> object:
        """Return the plain value, None for a blank field, or a `FieldProblem`."""

    def meaning(self) -> str:
        """Return how the field is understood, where that is worth saying: the day that "wed" is."""
        return ""

    def keys(self) -> str:
        """Return the keys that fill in the field, where typing alone does not."""
        return ""

    def problem(self, message: str) -> FieldProblem:
        """Return a problem of this field."""
        return FieldProblem(self.field.name, message)


class TextControl(SafeInput, Control):
    """Text, code, day, moment or number, on one line."""

    DEFAULT_CSS = "TextControl { width: 1fr; }"

    def __init__(self, field: FormField, tools: FormTools) -> None:
        known = tools.known_codes(field.codes) if field.codes else ()
        super().__init__(compact=True, suggester=SuggestKnown(option.value for option in known) if known else None)
        self.field = field
        self.tools = tools
        self.labels = {option.value.casefold(): option.label for option in known}
        self._loaded: tuple[str, object] | None = None

    def raw(self) -> str:
        """Return what is typed."""
        return self.value

    def put(self, value: object) -> None:
        """Put a text or number into the field."""
        self.value = "" if value is None else self._as_typed(value)
        self._loaded = (self.value, value)

    def restore(self, raw: object) -> None:
        """Put back what was typed."""
        self.value = str(raw)

    def read(self) -> object:
        """Return the value as its type asks for it."""
        if self._loaded is not None and self.value == self._loaded[0]:
            return self._loaded[1] if self.value else None
        typed = self.value.strip()
        return self._read(typed) if typed else None

    def meaning(self) -> str:
        """Return the day, or the name behind a code."""
        typed = self.value.strip()
        if not typed:
            return ""
        if self.field.type is FieldType.CODE:
            return self.labels.get(typed.casefold(), "")
        if self.field.type is FieldType.DATE:
            try:
                return f"{self.tools.read_day(typed):%a %d %b %Y}"
            except ValueError:
                return ""
        if self.field.type is FieldType.MOMENT:
            moment = self._moment(typed)
            return "" if isinstance(moment, FieldProblem) else f"{datetime.fromisoformat(moment):%a %d %b %Y %H:%M}"
        return ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(NextField())

    def _read(self, typed: str) -> object:
        match self.field.type:
            case FieldType.DATE:
                return self._day(typed)
            case FieldType.MOMENT:
                return self._moment(typed)
            case FieldType.INTEGER:
                return int(typed) if _WHOLE.fullmatch(typed) else self.problem(_("Type a whole number here."))
            case _:
                return typed

    def _day(self, typed: str) -> object:
        try:
            return self.tools.read_day(typed).isoformat()
        except ValueError as error:
            return self.problem(str(error))

    def _as_typed(self, value: object) -> str:
        """Return how a value stands in the field: a moment of this computer's time zone as a day and an hour."""
        if self.field.type is not FieldType.MOMENT:
            return str(value)
        moment = datetime.fromisoformat(str(value))
        try:
            here = with_this_offset(moment.replace(tzinfo=None)).utcoffset()
        except ValueError:
            return str(value)
        return f"{moment:%Y-%m-%d %H:%M}" if moment.utcoffset() == here else str(value)

    def _moment(self, typed: str) -> str | FieldProblem:
        """Read an ISO moment, or a day and an hour ("tue 9:00"), which are those of this computer's time zone."""
        try:
            moment = datetime.fromisoformat(typed)
        except ValueError:
            day, _space, hour = typed.rpartition(" ")
            try:
                moment = datetime.combine(self.tools.read_day(day), time.fromisoformat(hour.zfill(len("09:00"))))
            except ValueError:
                return self.problem(_("Type the day and the hour here, such as wed 14:30 or 2026-11-25 14:30."))
        try:
            return (moment if moment.tzinfo else with_this_offset(moment)).isoformat()
        except ValueError:
            return self.problem(_("This computer does not know which hour that was."))


class LongTextControl(SafeTextArea, Control):
    """A text of several lines, or several texts, one a line."""

    DEFAULT_CSS = "LongTextControl { width: 1fr; height: 5; }"

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.field = field
        self._loaded: tuple[str, object] | None = None

    def raw(self) -> str:
        """Return what is typed."""
        return self.text

    def put(self, value: object) -> None:
        """Put a text, or several, into the field."""
        lines = "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
        self.load_text(lines)
        self._loaded = (shown(lines, lines=True), value)

    def restore(self, raw: object) -> None:
        """Put back what was typed."""
        self.load_text(str(raw))

    def read(self) -> object:
        """Return the text, or the lines that hold something."""
        if self._loaded is not None and self.text == self._loaded[0]:
            return self._loaded[1] or None
        if self.field.type is FieldType.LINES:
            return [line.strip() for line in self.text.splitlines() if line.strip()] or None
        return self.text.rstrip() or None
