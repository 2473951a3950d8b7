"""Draw the pictures of the README: real screens of the demo agency, on a Monday morning that is always the same.

    make pictures

Each picture is what Textual drew, as SVG. The clock follows the keys, so that a picture changes
only when a screen does.
"""

import asyncio
import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from textual.pilot import Pilot

from supervisor_tui.casework.demo_store import throw_away_store
from supervisor_tui.casework.desk import Desk
from supervisor_tui.office import desk_at
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.opening import Opening

HERE = Path(__file__).parent
MONDAY = datetime(2026, 11, 23, 7, 40, tzinfo=timezone(timedelta(hours=3)))
SIZE = (120, 36)
UNTIL_KEPT = 1.5
"""Seconds after which a line that is being typed was kept as a draft, and says so."""

REMOTE_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
"""A picture asks no server for a font; the reader's own monospaced one will do."""

TO_CLOSING_CASE = ("/", "=C-0058", "enter", "c")
TO_MEETING = ("/", "=C-0174", "enter", "m", "=2026-11-24 14:00", "f2")
MINUTES = (
    "=d home visits go on twice a week because the child asked for it",
    "enter",
    "=d the aunt joins the next meeting because she offered to help",
    "enter",
    "=a ask the aunt about the weekends",
    "tab",
    "=Leila",
    "tab",
    "=fri",
)


class Clock:
    """A clock that goes on by a few seconds with each key, and otherwise stands still."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now


clock = Clock()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything that was asked for is read and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.2)


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys one by one; a text after `=` is typed."""
    for key in keys:
        typed = list(key[1:]) if key.startswith("=") else [key]
        clock.now += timedelta(seconds=len(typed))
        await pilot.press(*("space" if one == " " else one for one in typed))
        await settled(pilot)


async def take(desk: Desk, name: str, keys: Iterable[str]) -> None:
    """Open the application, press keys and write down what is seen."""
    app = SupervisorApp(Opening(desk.store.folder, clock=clock), desk)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await press(pilot, keys)
        app.clear_notifications()
        await pilot.pause(UNTIL_KEPT)
        picture = REMOTE_FONT.sub("", app.export_screenshot(title="supervisor-tui"))
        picture = picture.replace("<svg ", '<svg xml:space="preserve" ', 1)
    (HERE / f"{name}.svg").write_text(picture, encoding="utf-8")


async def take_all(desk: Desk) -> None:
    """Take the three pictures, the meeting last, because it writes."""
    await take(desk, "today", ())
    await take(desk, "closing", TO_CLOSING_CASE)
    await take(desk, "meeting", (*TO_MEETING, *MINUTES))


def make_pictures() -> None:
    """Make the demo agency, and the pictures of it."""
    with throw_away_store(MONDAY, clock) as store:
        asyncio.run(take_all(desk_at(store, clock=clock)))


if __name__ == "__main__":
    make_pictures()
