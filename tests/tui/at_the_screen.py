"""What tests of screens are written with: an application over the small agency, keys, and the text that is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.tui.application import SupervisorApp
from supervisor_tui.tui.main_screens import TODAY
from supervisor_tui.tui.opening import Opening

BodyT = TypeVar("BodyT", bound=RecordBody)

WIDE, NARROW = (120, 40), (80, 24)


def an_app(desk: Desk, start: str = TODAY) -> SupervisorApp:
    """Return the application at a desk."""
    opening = Opening(Path(desk.store.folder), clock=desk.clock, crash_folder=desk.store.folder / "crashes")
    return SupervisorApp(opening, desk, start)


@asynccontextmanager
async def at_desk(
    desk: Desk, start: str = TODAY, size: tuple[int, int] = WIDE, *, notices: bool = False
) -> AsyncIterator[Pilot[None]]:
    """Run the application at a desk and give its pilot once the first screen is filled; notices are drawn if asked."""
    async with an_app(desk, start).run_test(size=size, notifications=notices) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything that was asked for is read and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each answered before the next; a text after `=` is typed."""
    for key in keys:
        typed = list(key[1:]) if key.startswith("=") else [key]
        await pilot.press(*("space" if one == " " else one for one in typed))
        await settled(pilot)


def seen(pilot: Pilot[None]) -> str:
    """Return the text of the whole screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def told(pilot: Pilot[None]) -> list[str]:
    """Return the notices that were shown over the screen and have not gone yet."""
    return [notice.message for notice in pilot.app._notifications]


def line_with(pilot: Pilot[None], words: str) -> str:
    """Return the first line of the screen that holds these words, its gaps closed; empty where there is none."""
    found = next((line for line in seen(pilot).splitlines() if words in line), "")
    return " ".join(found.split())


def written(desk: Desk, code: str, kind: type[BodyT]) -> tuple[BodyT, ...]:
    """Return the records of a kind in a case, as they stand in the store."""
    return tuple(entry.body for entry in desk.case(CaseCode(code)).of(kind))
