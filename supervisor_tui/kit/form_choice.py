"""A field with a closed list of answers: a digit or the beginning of a word chooses; nothing has to be opened first."""

from textual import events
from textual.content import Content
from textual.reactive import reactive

from supervisor_tui.guidance.forms import FieldType, FormField, Option
from supervisor_tui.kit.form_controls import Control, FieldAnswered, NextField
from supervisor_tui.kit.safe_text import content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.wording import _

__all__ = ["ChoiceControl"]

_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""More answers than these are reached with the arrows."""


class ChoiceControl(Control, can_focus=True):
    """Shows what is chosen on one line; while it is in use, all answers with their keys below each other."""

    DEFAULT_CSS = """
    ChoiceControl { width: 1fr; height: auto; }
    ChoiceControl:focus { background: $boost; }
    """

    chosen: reactive[tuple[str, ...]] = reactive((), layout=True)

    def __init__(self, field: FormField, *, many: bool = False) -> None:
        super().__init__()
        self.field = field
        self.many = many
        self.options = field.options or _yes_or_no()
        self._typed = ""

    def raw(self) -> list[str]:
        """Return the stored values that are chosen."""
        return list(self.chosen)

    def put(self, value: object) -> None:
        """Choose a value, several, a boolean, or nothing; an empty text is no answer."""
        values = value if isinstance(value, list | tuple) else () if value in {None, ""} else (value,)
        self.chosen = tuple(str(one).lower() if isinstance(one, bool) else str(one) for one in values)

    def read(self) -> object:
        """Return the value, a list where several can be chosen, a boolean for yes or no."""
        if not self.chosen:
            return None
        if self.many:
            return list(self.chosen)
        return self.chosen[0] == "true" if self.field.type is FieldType.YES else self.chosen[0]

    def keys(self) -> str:
        """Return which keys choose."""
        if len(self.options) > len(_KEYS):
            words = _("{first} to {last} or ← → choose, Backspace clears")
            return words.format(first=_KEYS[0], last=_KEYS[-1])
        return _("{first} to {last} choose, Backspace clears").format(first=_KEYS[0], last=_KEYS[len(self.options) - 1])

    def render(self) -> Content:
        """Draw the answer, or all answers."""
        if self.has_focus:
            keys = _KEYS.ljust(len(self.options))
            return content("\n", lines=True).join(
                self._line(key, option) for key, option in zip(keys, self.options, strict=False)
            )
        labels = [option.label for option in self.options if option.value in self.chosen]
        unknown = [value for value in self.chosen if value not in {option.value for option in self.options}]
        return content(", ".join((*labels, *unknown))) if self.chosen else content(_("not filled in"), Tone.QUIET.style)

    def on_focus(self) -> None:
        """Show all answers."""
        self._typed = ""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Show what is chosen."""
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """Choose by digit, word or arrow, clear, or go on; nothing that is typed is swallowed without a word."""
        if event.key == "enter":
            self.post_message(NextField())
        elif event.key in {"backspace", "delete"}:
            self.chosen = ()
        elif event.key in {"left", "right"} and not self.many:
            self._step(1 if event.key == "right" else -1)
        elif event.character and event.character in _KEYS[: len(self.options)]:
            self._typed = ""
            self._choose(_KEYS.index(event.character))
        elif event.character and event.is_printable:
            self._choose_by_word(event.character)
        else:
            return
        event.stop()

    def watch_chosen(self) -> None:
        """Tell that another answer is chosen."""
        if self.is_mounted:
            self.post_message(FieldAnswered())

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked answer."""
        offset = event.get_content_offset(self)
        if offset is not None and self.has_focus and offset.y < len(self.options):
            self._choose(offset.y)

    def _line(self, key: str, option: Option) -> Content:
        is_chosen = option.value in self.chosen
        sign = "[x]" if is_chosen else "[ ]"
        return content(f"{key} {sign} {option.label}", Tone.STRONG.style if is_chosen else "")

    def _choose_by_word(self, letter: str) -> None:
        """Choose the first answer that begins with what was typed since; say which keys choose where none does."""
        for word in dict.fromkeys((self._typed + letter.casefold(), letter.casefold())):
            found = next((one for one in self.options if one.label.casefold().startswith(word)), None)
            if found is not None and not self.many:
                self._typed = word
                self.chosen = (found.value,)
                return
        self._typed = ""
        tell(self, _("{field}: {keys}.").format(field=self.field.title, keys=self.keys()), severity="warning")

    def _choose(self, place: int) -> None:
        value = self.options[place].value
        if not self.many:
            self.chosen = (value,)
        elif value in self.chosen:
            self.chosen = tuple(other for other in self.chosen if other != value)
        else:
            self.chosen = (*self.chosen, value)

    def _step(self, step: int) -> None:
        values = [option.value for option in self.options]
        here = values.index(self.chosen[0]) if self.chosen and self.chosen[0] in values else -1
        self.chosen = (values[(here + step) % len(values)] if here >= 0 else values[0 if step > 0 else -1],)


def _yes_or_no() -> tuple[Option, ...]:
    return (Option("true", _("yes")), Option("false", _("no")))
