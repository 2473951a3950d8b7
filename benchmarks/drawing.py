"""Drawing the caseload: filling it, moving a page, filtering as one types."""

import asyncio
from collections.abc import Callable
from functools import partial

from benchmarks.figures import Figure, compared, most_milliseconds, most_times
from benchmarks.frames import CaseloadApp, EmptyScreen, frame_after
from benchmarks.timing import spread
from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.safe_input import SafeInput

__all__ = ["drawing"]

TYPED = "risk:h late amos"
ROUNDS = 4
"""How often the kinds of frame take turns."""

READING_SECONDS = 60.0
"""How long the caseload may take to be read before something must be wrong."""


def drawing(desk: Desk, times: int) -> list[Figure]:
    """Measure the caseload screen of one store, against the frame of an empty widget in the same application."""
    return asyncio.run(_drawn(CaseloadApp(desk), times))


async def _drawn(app: CaseloadApp, times: int) -> list[Figure]:
    empty: list[float] = []
    filled: list[float] = []
    paged: list[float] = []
    filtered: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        async with asyncio.timeout(READING_SECONDS):
            while not app.caseload.lines:
                await pilot.pause(0.05)
        for _round in range(ROUNDS):
            empty += await _of_empty_widget(app, times)
            filled += await _of_filling(app, times // ROUNDS + 1)
            paged += await _of_paging(app, times)
            filtered += await _of_typing(app)
        cases = len(app.caseload.lines)
        rows = len(app.caseload.table.rows)
    anchor, against = spread(empty), "an empty widget's frame"
    return [
        compared(
            f"fill the caseload, {rows:,} rows of {cases:,}", spread(filled), against, anchor, most_milliseconds(150)
        ),
        compared("move a page there", spread(paged), against, anchor, most_times(3)),
        compared(f"filter there, a key of “{TYPED}”", spread(filtered), against, anchor, most_milliseconds(60)),
    ]


async def _frames(app: CaseloadApp, actions: list[Callable[[], object]]) -> list[float]:
    return [taken for action in actions if (taken := await frame_after(app, action))]


async def _of_empty_widget(app: CaseloadApp, times: int) -> list[float]:
    screen = EmptyScreen()
    await app.push_screen(screen)
    await frame_after(app, screen.blank.refresh)
    taken = await _frames(app, [screen.blank.refresh] * times)
    await app.pop_screen()
    await frame_after(app, app.caseload.refresh)
    return taken


async def _of_filling(app: CaseloadApp, times: int) -> list[float]:
    taken = []
    for _turn in range(times):
        await frame_after(app, lambda: app.caseload.table.replace_rows(()))
        taken.append(await frame_after(app, lambda: app.caseload.show(app.caseload.lines)))
    return taken


async def _of_paging(app: CaseloadApp, times: int) -> list[float]:
    return await _frames(app, [app.caseload.table.action_page_down] * times)


async def _of_typing(app: CaseloadApp) -> list[float]:
    field = app.caseload.query_one("#filter", SafeInput)
    steps = [*(TYPED[:end] for end in range(1, len(TYPED) + 1)), ""]
    return await _frames(app, [partial(setattr, field, "value", text) for text in steps])
