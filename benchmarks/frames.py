"""Applications without a terminal whose frames can be waited for: from an action to the last frame that it caused."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import cast

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

import supervisor_tui.tui
from supervisor_tui.casework.desk import Desk
from supervisor_tui.tui.caseload.caseload_screen import CaseloadScreen
from supervisor_tui.tui.desk_app import DeskApp

__all__ = ["CaseloadApp", "EmptyScreen", "frame_after"]

QUIET_SECONDS = 0.08
"""No frame for so long, and the action is over; Textual draws sixty a second at most."""

LONGEST_SECONDS = 30.0


class EmptyScreen(Screen[None]):
    """A screen with nothing on it but one blank widget over all of it."""

    DEFAULT_CSS = "EmptyScreen Widget { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.blank = Widget()

    def compose(self) -> ComposeResult:
        yield self.blank


class CaseloadApp(DeskApp):
    """The caseload by itself, without what goes on in the background; each frame is rendered to bytes and timed."""

    CSS_PATH = Path(supervisor_tui.tui.__file__).with_name("app.tcss")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.at_desk = desk
        self.caseload = CaseloadScreen()
        self.drawn_at = 0.0

    def on_mount(self) -> None:
        self.push_screen(self.caseload)

    def _display(self, screen: "Screen[object]", renderable: object) -> None:
        super()._display(screen, cast("RenderableType | None", renderable))
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
        if renderable is not None:
            self.drawn_at = perf_counter()


async def frame_after(app: CaseloadApp, action: Callable[[], object]) -> float:
    """Return the seconds from an action to the last frame that it caused; 0 where it caused none."""
    began = perf_counter()
    action()
    while perf_counter() - began < LONGEST_SECONDS:
        last = max(app.drawn_at, began)
        await asyncio.sleep(QUIET_SECONDS)
        if app.drawn_at <= last and perf_counter() - last >= QUIET_SECONDS:
            break
    return max(0.0, app.drawn_at - began)
