"""The main screens by name, loaded when first gone to, and what the application asks of the screen in view."""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.tui.commands import (
    GoToCaseload,
    GoToLibrary,
    GoToMeetings,
    GoToSchedule,
    GoToSettings,
    GoToToday,
)
from supervisor_tui.tui.opening import Opening
from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.kit.command_palette import CommandsInReach
    from supervisor_tui.tui.reading_screen import ReadingScreen
    from supervisor_tui.tui.screens_of_sets import ScreensOfSets

__all__ = [
    "CASELOAD",
    "LIBRARY",
    "MEETINGS",
    "MODES",
    "SCHEDULE",
    "SETTINGS",
    "SHOWN_MEETING",
    "STILL_SHOWN",
    "TODAY",
    "case_in_hand",
    "commands_in_reach",
    "door_of",
    "finds_by_itself",
    "follows_quietly",
    "rule_in_hand",
    "screens_of_sets",
    "title_of",
]

TODAY, CASELOAD, SCHEDULE, MEETINGS = "today", "caseload", "schedule", "meetings"
LIBRARY, SETTINGS = "library", "settings"

SHOWN_MEETING = "shown meeting"
"""The place of a meeting that is shown alone; no key leads there."""

STILL_SHOWN = "still shown"
"""Where it is asked whether others still look on, after the program broke off while a meeting was shown."""

PATHS = {
    TODAY: "supervisor_tui.tui.today.today_screen:TodayScreen",
    CASELOAD: "supervisor_tui.tui.caseload.caseload_screen:CaseloadScreen",
    SCHEDULE: "supervisor_tui.tui.schedule.schedule_screen:ScheduleScreen",
    MEETINGS: "supervisor_tui.tui.meetings.meetings_screen:MeetingsScreen",
    LIBRARY: "supervisor_tui.tui.library.library_screen:LibraryScreen",
    SETTINGS: "supervisor_tui.tui.settings.settings_screen:SettingsScreen",
}

COMMANDS = {
    TODAY: GoToToday,
    CASELOAD: GoToCaseload,
    SCHEDULE: GoToSchedule,
    MEETINGS: GoToMeetings,
    LIBRARY: GoToLibrary,
    SETTINGS: GoToSettings,
}


def _lazily(path: str) -> Callable[[], Screen[Any]]:
    def made() -> Screen[Any]:
        screen = resolve_name(path)()
        assert isinstance(screen, Screen)
        return screen

    return made


MODES: dict[str, str | Callable[[], Screen[Any]]] = {name: _lazily(path) for name, path in PATHS.items()}


def door_of(opening: Opening) -> Screen[None]:
    """Return the screen that unlocks the store, or the one that makes it where there is none."""
    if (opening.folder / "keys.json").is_file():
        from supervisor_tui.tui.unlock.unlock_screen import UnlockScreen

        return UnlockScreen(opening)
    from supervisor_tui.tui.unlock.first_run_screen import FirstRunScreen

    return FirstRunScreen(opening)


def commands_in_reach() -> "type[CommandsInReach]":
    """Return what offers the commands of the screen in the palette, loaded when the palette is first opened."""
    from supervisor_tui.kit.command_palette import CommandsInReach

    return CommandsInReach


def screens_of_sets() -> "type[ScreensOfSets]":
    """Return what offers the screens of guidance sets in the palette, loaded when the palette is first opened."""
    from supervisor_tui.tui.screens_of_sets import ScreensOfSets

    return ScreensOfSets


def case_in_hand(screen: Screen[Any]) -> CaseCode | None:
    """Return the case that the screen in view is about, or that its cursor stands on."""
    reading = _reading(screen)
    return reading.case_in_hand() if reading else None


def rule_in_hand(screen: Screen[Any]) -> RuleId | None:
    """Return the rule behind the line that the cursor of the screen in view stands on."""
    reading = _reading(screen)
    return reading.rule_in_hand() if reading else None


def finds_by_itself(screen: Screen[Any]) -> bool:
    """Let the screen in view answer `/` in its own way; say whether it did."""
    reading = _reading(screen)
    return reading.find() if reading else False


def follows_quietly(screen: Screen[Any]) -> bool:
    """Say whether the screen in view shows what others save without a notice."""
    reading = _reading(screen)
    return reading is not None and reading.FOLLOWS_QUIETLY


def title_of(screen: Screen[Any]) -> str:
    """Return what the help calls the screen in view."""
    return screen.title or _("this screen")


def _reading(screen: Screen[Any]) -> "ReadingScreen[Any] | None":
    from supervisor_tui.tui.reading_screen import ReadingScreen

    return screen if isinstance(screen, ReadingScreen) else None
