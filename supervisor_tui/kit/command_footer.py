"""The line at the bottom that names the keys which work here, and says when something was saved."""

from itertools import accumulate

from msgspec.structs import replace
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from supervisor_tui.domain.shown_text import cells, shown
from supervisor_tui.kit.active_commands import ActiveCommand, active_commands
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone

__all__ = ["CommandFooter"]

_BETWEEN = 3


class CommandFooter(Widget, can_focus=False):
    """Names the commands in reach, each clickable; where they do not all fit, those of the application stay.

    `note` stands at the right, such as "saved 09:31:07".
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    CommandFooter { dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    note: reactive[str] = reactive("")

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name=name, id=id, classes=classes)
        self._spans: tuple[tuple[int, int, ActiveCommand], ...] = ()

    def on_mount(self) -> None:
        """Follow the keys as the focus moves."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        """Draw the line."""
        note = shown(self.note)
        room = self.size.width - (cells(note) + _BETWEEN if note else 0)
        chosen = _fitting(_in_footer(self.screen), room)
        ends = tuple(accumulate(_length(active) + _BETWEEN for active in chosen))
        self._spans = tuple(
            (end - _BETWEEN - _length(active), end - _BETWEEN, active) for end, active in zip(ends, chosen, strict=True)
        )
        used = ends[-1] - _BETWEEN if ends else 0
        gap = content(" " * max(0, self.size.width - used - cells(note)))
        words = content(" " * _BETWEEN).join(map(_words, chosen))
        return Content.assemble(words, gap, content(note, Tone.QUIET.style))

    async def on_click(self, event: events.Click) -> None:
        """Do what the clicked words say."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, active in self._spans:
            if start <= offset.x < end:
                await self.app.run_action(active.command.name(), default_namespace=active.node)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()


def _in_footer(screen: Screen[object]) -> tuple[ActiveCommand, ...]:
    """Return the commands of the line with the keys that work now: in a field a letter is a letter."""
    types = isinstance(screen.focused, (Input, TextArea))
    working = (
        replace(active, keys=tuple(key for key in active.keys if not types or len(key) > 1))
        for active in active_commands(screen)
        if active.command.IN_FOOTER
    )
    return tuple(active for active in working if active.keys)


def _fitting(commands: tuple[ActiveCommand, ...], width: int) -> list[ActiveCommand]:
    staying = list(commands)
    while staying and sum(_length(active) + _BETWEEN for active in staying) - _BETWEEN > width:
        of_screen = [place for place, active in enumerate(staying) if active.node is not active.node.app]
        del staying[of_screen[-1] if of_screen else -1]
    return staying


def _length(active: ActiveCommand) -> int:
    return cells(active.keys[0]) + 1 + cells(shown(active.command.footer()))


def _words(active: ActiveCommand) -> Content:
    key_style, style = ("bold $text-accent", "") if active.enabled else (Tone.QUIET.style, Tone.QUIET.style)
    return Content.assemble(content(active.keys[0], key_style), " ", content(active.command.footer(), style))
