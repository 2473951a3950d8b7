"""Plugins and settings: the sets installed, their faults and screens, and the numbers that the agency decides."""

from textual import on
from textual.app import ComposeResult

from supervisor_tui.casework.desk import Desk
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToSettings
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.screens_of_sets import open_screen_of_set
from supervisor_tui.tui.settings.in_force import InForce, in_force
from supervisor_tui.tui.settings.settings_lines import COLUMNS, SettingsLine, settings_groups
from supervisor_tui.wording import N_, _

__all__ = ["AddPerson", "AddProgramme", "GiveKey", "OpenLine", "SettingsScreen"]


class OpenLine(Command):
    """Decide this number, open this screen, change this programme or person."""

    BINDING_KEY = "enter"
    TITLE = N_("Open")
    FOOTER = N_("open")


class AddPerson(Command):
    """Add somebody: a caseworker who works on paper needs no key."""

    BINDING_KEY = "a"
    TITLE = N_("Add a person")
    FOOTER = N_("add a person")


class GiveKey(Command):
    """Give the person of this line a key of their own, with a passphrase that they type."""

    BINDING_KEY = "y"
    TITLE = N_("Give a key")
    FOOTER = N_("give a key")


class AddProgramme(Command):
    """Add a programme, with the guidance that is in force in it."""

    BINDING_KEY = "r"
    TITLE = N_("Add a programme")
    FOOTER = N_("add a programme")


class SettingsScreen(ReadingScreen[InForce]):
    """What is not decided stands first."""

    TITLE = N_("Plugins and settings")
    PLACE = GoToSettings
    ACTIONS = (OpenLine, AddPerson, GiveKey, AddProgramme)

    def __init__(self) -> None:
        super().__init__()
        self.list = WorkList[SettingsLine](COLUMNS, line_key=lambda line: line.key, empty=_("reading …"))

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def read(self, desk: Desk) -> InForce:
        """Read what is installed and decided."""
        return in_force(desk)

    def show(self, found: InForce) -> None:
        """Show it."""
        self.entitle(" · ".join((_("Plugins and settings"), _("a change holds from the next look at a list"))))
        self.list.replace_groups(settings_groups(found))

    def action_open_line(self) -> None:
        """Handle `OpenLine`."""
        self.list.choose()

    def action_add_person(self) -> None:
        """Handle `AddPerson`."""
        self.app.push_screen(doors.person(None))

    def action_add_programme(self) -> None:
        """Handle `AddProgramme`."""
        self.app.push_screen(doors.programme(None))

    @on(LineChosen)
    def _chosen(self, event: LineChosen[SettingsLine]) -> None:
        line = event.line
        if line.setting:
            self.app.push_screen(doors.decide_setting(line.setting, line.programme))
        elif line.programme:
            self.app.push_screen(doors.programme(line.programme))
        elif line.person:
            self.app.push_screen(doors.person(line.person))
        elif line.screen:
            self.run_worker(open_screen_of_set(self.desk_app, line.screen), exclusive=True, group="screen-of-set")

    def action_give_key(self) -> None:
        """Handle `GiveKey`."""
        person = self.desk.store.people.get(self.list.line.person) if self.list.line else None
        if person is None:
            tell(self, _("Go to a person first: Enter unfolds People."))
        elif self.desk.store.has_key(person):
            tell(self, _("{who} has a key already.").format(who=person.short_name))
        else:
            self.app.push_screen(doors.key_of(person))
