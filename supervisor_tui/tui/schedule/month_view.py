"""A month as a page of days: how much falls due on each, and which meetings."""

from calendar import monthcalendar
from collections.abc import Mapping
from datetime import date, timedelta

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.shown_text import cells, fit
from supervisor_tui.kit.command import Command, Commanded
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import WEEKDAYS
from supervisor_tui.tui.schedule.agenda import DaySum
from supervisor_tui.wording import N_, _

__all__ = ["DayChosen", "DayHighlighted", "MonthView"]

LINES_A_WEEK = 3


class _OfMonth(Command):
    GROUP = N_("Month")
    IN_FOOTER = False
    IN_PALETTE = False


class DayBefore(_OfMonth):
    """Go one day back."""

    BINDING_KEY = "left,h"


class DayAfter(_OfMonth):
    """Go one day on."""

    BINDING_KEY = "right"


class WeekBefore(_OfMonth):
    """Go one week back."""

    BINDING_KEY = "up,k"


class WeekAfter(_OfMonth):
    """Go one week on."""

    BINDING_KEY = "down,j"


class MonthBefore(_OfMonth):
    """Go one month back."""

    BINDING_KEY = "pageup,left_square_bracket"
    TITLE = N_("Month before")
    FOOTER = N_("month before")
    IN_FOOTER = True


class MonthAfter(_OfMonth):
    """Go one month on."""

    BINDING_KEY = "pagedown,right_square_bracket"
    TITLE = N_("Month after")
    FOOTER = N_("month after")
    IN_FOOTER = True


class ChooseDay(_OfMonth):
    """Show this day in the list."""

    BINDING_KEY = "enter"
    TITLE = N_("Show the day")
    FOOTER = N_("show the day")
    IN_FOOTER = True


class DayHighlighted(Message):
    """The cursor stands on another day."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day


class DayChosen(Message):
    """Enter or a double click on a day."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.day = day


class MonthView(Commanded, Widget, can_focus=True):
    """Days in weeks of seven, Monday first; each says how much is due or late, and when meetings are."""

    ALLOW_SELECT = False
    ACTIONS = (DayBefore, DayAfter, WeekBefore, WeekAfter, MonthBefore, MonthAfter, ChooseDay)

    day: reactive[date] = reactive(date.min)

    def __init__(self, day: date, today: date) -> None:
        super().__init__()
        self.set_reactive(MonthView.day, day)
        self.today = today
        self.sums: Mapping[date, DaySum] = {}

    def show(self, sums: Mapping[date, DaySum]) -> None:
        """Show what the days hold."""
        self.sums = sums
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the lines that six weeks and the names of the days need."""
        return 1 + LINES_A_WEEK * len(monthcalendar(self.day.year, self.day.month))

    def render(self) -> Content:
        """Draw the month."""
        lines = [content("".join(name.center(self._width) for name in WEEKDAYS), "bold $text-muted")]
        for week in monthcalendar(self.day.year, self.day.month):
            drawn = [self._drawn(number) for number in week]
            lines += [Content("").join(day[line] for day in drawn) for line in range(LINES_A_WEEK)]
        return Content("\n").join(lines)

    def watch_day(self, before: date, after: date) -> None:
        """Tell which day the cursor stands on."""
        if before != after:
            self.refresh(layout=before.month != after.month)
            self.post_message(DayHighlighted(after))

    async def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked day; a double click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < 1:
            return
        weeks = monthcalendar(self.day.year, self.day.month)
        week, column = (offset.y - 1) // LINES_A_WEEK, offset.x // self._width
        if week < len(weeks) and column < 7 and weeks[week][column]:
            self.day = self.day.replace(day=weeks[week][column])
            if event.chain == 2:
                self.post_message(DayChosen(self.day))

    def action_day_before(self) -> None:
        """Handle `DayBefore`."""
        self.day -= timedelta(days=1)

    def action_day_after(self) -> None:
        """Handle `DayAfter`."""
        self.day += timedelta(days=1)

    def action_week_before(self) -> None:
        """Handle `WeekBefore`."""
        self.day -= timedelta(days=7)

    def action_week_after(self) -> None:
        """Handle `WeekAfter`."""
        self.day += timedelta(days=7)

    def action_month_before(self) -> None:
        """Handle `MonthBefore`."""
        self.day = add_months(self.day, -1)

    def action_month_after(self) -> None:
        """Handle `MonthAfter`."""
        self.day = add_months(self.day, 1)

    def action_choose_day(self) -> None:
        """Handle `ChooseDay`."""
        self.post_message(DayChosen(self.day))

    @property
    def _width(self) -> int:
        return max(6, self.size.width // 7)

    def _drawn(self, number: int) -> tuple[Content, ...]:
        blank = " " * self._width
        if not number:
            return (Content(blank),) * LINES_A_WEEK
        day = self.day.replace(day=number)
        held = self.sums.get(day, DaySum())
        name = f"({number})" if day == self.today else f" {number} "
        style = "reverse" if day == self.day else ""
        words, tone = _words(held)
        meetings = _hours(held)
        return (
            self._cell(name, f"bold {style}".strip()),
            self._cell(f" {words}", f"{tone.style} {style}".strip()),
            self._cell(f" {meetings}" if meetings else "", f"bold {style}".strip() if meetings else style),
        )

    def _cell(self, text: str, style: str) -> Content:
        fitted = fit(text, self._width - 1)
        return content(fitted + " " * (self._width - 1 - cells(fitted)), style) + Content(" ")


def _hours(held: DaySum) -> str:
    if not held.meetings:
        return ""
    first = min(one.starts for one in held.meetings)
    return f"{first:%H:%M}" + (f" +{len(held.meetings) - 1}" if len(held.meetings) > 1 else "")


def _words(held: DaySum) -> tuple[str, Tone]:
    high = f" H{held.urgent}" if held.urgent else ""
    if held.late:
        return _("{n} late").format(n=held.late) + high, Tone.URGENT
    if held.due:
        return _("{n} due").format(n=held.due) + high, Tone.PLAIN
    return "", Tone.PLAIN
