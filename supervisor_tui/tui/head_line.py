"""The line at the top: the main screens with their keys, and who is at the desk."""

from textual import events
from textual.app import App
from textual.content import Content
from textual.widget import Widget

from supervisor_tui.domain.shown_text import cells, fit, shown
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.commands import MAIN_SCREEN_COMMANDS
from supervisor_tui.tui.desk_app import DeskApp
from supervisor_tui.wording import _

__all__ = ["HeadLine"]

_BETWEEN = 1


class HeadLine(Widget, can_focus=False):
    """Names where one can go, each clickable; at the right stands a notice, a past day, or who is at the desk."""

    ALLOW_SELECT = False

    def __init__(self, here: type[Command] | None) -> None:
        super().__init__()
        self.here = here
        self._spans: tuple[tuple[int, int, type[Command]], ...] = ()

    def on_mount(self) -> None:
        """Follow the notice, and whether others look on."""
        self.watch(self.app, "notice", self._draw_again, init=False)
        self.watch(self.app, "shown_to_others", self._draw_again, init=False)

    def render(self) -> Content:
        """Draw the line; it is empty while others look on, for nothing in it can be reached."""
        if isinstance(self.app, DeskApp) and self.app.shown_to_others:
            self._spans = ()
            return content("")
        forms, tone = _right(self.app)
        places = [_place(command, command is self.here) for command in MAIN_SCREEN_COMMANDS]
        if tone is Tone.WARNING and self._room_beside(places) < cells(forms[-1]):
            places = [_place(command, command is self.here, short=True) for command in MAIN_SCREEN_COMMANDS]
        room = self._room_beside(places)
        self._spans = tuple(_spans(places))
        words = next((form for form in forms if cells(form) <= room), forms[-1])
        right = fit(words, max(0, room))
        gap = " " * (max(0, room) - cells(right) + _BETWEEN)
        left = Content(" " * _BETWEEN).join(places)
        return Content.assemble(left, gap, content(right, tone.style))

    def _room_beside(self, places: list[Content]) -> int:
        return self.size.width - sum(place.cell_length + _BETWEEN for place in places)

    async def on_click(self, event: events.Click) -> None:
        """Go to the clicked screen."""
        offset = event.get_content_offset(self)
        for start, end, command in self._spans:
            if offset is not None and start <= offset.x < end:
                await self.app.run_action(command.name(), default_namespace=self.app)

    def _draw_again(self, _changed: object) -> None:
        self.refresh()


def _place(command: type[Command], is_here: bool, *, short: bool = False) -> Content:
    """Return a screen's key and name; its key alone where a warning needs the room."""
    key = command.key_names()[0]
    if is_here:
        return content(f" {key} {command.footer()} ", "bold reverse")
    name = " " if short else f" {command.footer()} "
    return Content.assemble(" ", content(key, "bold $text-accent"), content(name))


def _spans(places: list[Content]) -> list[tuple[int, int, type[Command]]]:
    spans = []
    start = 0
    for place, command in zip(places, MAIN_SCREEN_COMMANDS, strict=True):
        spans.append((start, start + place.cell_length, command))
        start += place.cell_length + _BETWEEN
    return spans


def _right(app: App[object]) -> tuple[tuple[str, ...], Tone]:
    """Return what stands at the right, the longest form first."""
    if not isinstance(app, DeskApp) or app.at_desk is None:
        return ("",), Tone.PLAIN
    if app.notice:
        return (app.notice,), Tone.WARNING
    desk = app.desk
    if desk.asks_about_the_past:
        return (_("AS OF {day}").format(day=desk.as_of.isoformat()),), Tone.WARNING
    who = shown(desk.person.short_name)
    role = f"{who} ({desk.person.roles[0].label})" if desk.person.roles else who
    codes_only = _("{who} · codes only")
    return (codes_only.format(who=role), codes_only.format(who=who), who), Tone.QUIET
