"""A screen that a guidance set brings about one case: drawn by the product, read again whenever something was saved."""

from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.pictures import Picture, pictures_of
from supervisor_tui.domain.ids import CaseCode, RuleId
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.panels import Panel
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.panel_view import PanelLineChosen, PanelView
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.tui.ways_on import follow, way_to_settle
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["CasePictureScreen"]


class RecordWhatIsMissing(Command):
    """Open the form for what this line asks for, at the right field."""

    BINDING_KEY = "enter"
    TITLE = N_("Record this")
    FOOTER = N_("record")


class NextPicture(Command):
    """Go to the next screen that guidance brings about this case."""

    BINDING_KEY = "right_square_bracket,right"
    TITLE = N_("Next picture")
    FOOTER = N_("next picture")


class LeavePicture(Command):
    """Go back to where you came from."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class Found(msgspec.Struct, frozen=True):
    """Every picture of the case."""

    pictures: tuple[Picture, ...]


class CasePictureScreen(ReadingScreen[Found]):
    """Begins with the picture called `first`, such as the steps, or with the first there is."""

    ACTIONS = (RecordWhatIsMissing, NextPicture, LeavePicture)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self, code: CaseCode, first: str = "") -> None:
        super().__init__()
        self.code = code
        self.title = _("Steps of {code}").format(code=code)
        self.first = first
        self.place: int | None = None
        self.found: Found | None = None
        self.picture = PanelView(Panel("", ()), empty=_("No guidance in force here brings a screen about a case."))

    def compose_body(self) -> ComposeResult:
        """Lay out the picture, and the words for a fault."""
        yield self.picture
        yield SafeStatic(id="fault")

    def read(self, desk: "Desk") -> Found:
        """Read the case and have each set draw."""
        case = open_file(desk, self.code)
        return Found(pictures_of(desk, case))

    def show(self, found: Found) -> None:
        """Show the picture."""
        self.found = found
        if self.place is None or self.place >= len(found.pictures):
            ids = [picture.source.id for picture in found.pictures]
            self.place = ids.index(self.first) if self.first in ids else 0
        self._draw()
        self.picture.focus()

    def case_in_hand(self) -> CaseCode:
        """Return the case."""
        return self.code

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the line."""
        return (self.picture.line.rule or None) if self.picture.line else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the next picture only where there are several."""
        if action == NextPicture.name() and (self.found is None or len(self.found.pictures) < 2):
            return False
        return super().check_action(action, parameters)

    def _draw(self) -> None:
        pictures = self.found.pictures if self.found else ()
        if not pictures or self.place is None:
            self.entitle(self.code)
            return
        here = pictures[self.place]
        guidance = self.desk.host.set(here.set)
        self.entitle(" · ".join((here.source.title, self.code, guidance.short_title if guidance else here.set)))
        fault = here.panel if isinstance(here.panel, Fault) else None
        self.picture.replace_panel(here.panel if isinstance(here.panel, Panel) else Panel("", ()))
        words = _("{plugin} could not draw this: {what} at {place}. Everything else goes on.")
        told = words.format(plugin=fault.plugin, what=fault.what, place=fault.place) if fault else ""
        self.query_one("#fault", SafeStatic).update(content(told, Tone.WARNING.style))
        self.refresh_bindings()

    @on(PanelLineChosen)
    def _chosen(self, event: PanelLineChosen) -> None:
        if event.line.missing is not None:
            follow(self, way_to_settle(self.code, event.line.missing))

    def action_record_what_is_missing(self) -> None:
        """Handle `RecordWhatIsMissing`."""
        self.picture.choose()

    def action_next_picture(self) -> None:
        """Handle `NextPicture`."""
        if self.found and self.place is not None:
            self.place = (self.place + 1) % len(self.found.pictures)
            self._draw()

    def action_leave_picture(self) -> None:
        """Handle `LeavePicture`."""
        self.dismiss()
