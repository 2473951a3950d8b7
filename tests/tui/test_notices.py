"""A notice never hides the line that was acted on, on any screen."""

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets._toast import Toast

from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.line_canvas import LineCanvas
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.tui.main_screens import CASELOAD, MEETINGS, SCHEDULE, SETTINGS, TODAY
from tests.tui.at_the_screen import NARROW, at_desk, press, seen, settled

LONG = (
    "Only a duty with a day can be put off. Go to one of those lines first, or open the case and write down what is so."
)


def notices(pilot: Pilot[None]) -> Region:
    """Where notices lie on the screen."""
    return Region.from_union([notice.region for notice in pilot.app.screen.query(Toast)])


def acted_on(pilot: Pilot[None]) -> Region:
    """Where the person at the screen works: the line of the cursor, or the field with the focus."""
    here = pilot.app.focused
    assert here is not None
    if isinstance(here, LineCanvas):
        line = here.cursor + here.header_lines - here.scroll_offset.y
        return Region(here.region.x, here.region.y + line, here.region.width, 1)
    return here.region


@pytest.mark.parametrize(
    ("start", "keys"),
    [
        *((place, ()) for place in (TODAY, CASELOAD, SCHEDULE, MEETINGS, SETTINGS)),
        *((TODAY, keys) for keys in (("enter",), ("/",), ("t",), ("o",), ("o", "c"), ("o", "c", "t"), ("o", "a"))),
    ],
)
async def test_a_notice_lies_over_no_line_that_is_acted_on(desk: Desk, start: str, keys: tuple[str, ...]) -> None:
    async with at_desk(desk, start, NARROW, notices=True) as pilot:
        await press(pilot, *keys)
        tell(pilot.app, "Nobody asks for this case to be closed.")
        await settled(pilot)
        tell(pilot.app, LONG)
        await settled(pilot)
        assert "write down what is so." in seen(pilot)
        assert "Nobody asks" not in seen(pilot)
        assert notices(pilot).height == 2
        assert not notices(pilot).overlaps(acted_on(pilot))
