"""Figures on the caseload: those that ask a question first; each opens the cases behind it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from supervisor_tui.casework.indicators import FigureGroup, indicators_of
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import ProgrammeId, RuleId
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.command import Command
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group
from supervisor_tui.kit.work_list import LineChosen, WorkList
from supervisor_tui.tui import doors
from supervisor_tui.tui.commands import GoToCaseload
from supervisor_tui.tui.reading_screen import ReadingScreen
from supervisor_tui.wording import N_, _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

__all__ = ["IndicatorsScreen"]


class OpenCases(Command):
    """Open the cases behind this figure; one that is not decided opens its setting."""

    BINDING_KEY = "enter"
    TITLE = N_("Open the cases")
    FOOTER = N_("cases")


class NextProgramme(Command):
    """Count one programme alone, then the next, then all together."""

    BINDING_KEY = "p"
    TITLE = N_("By programme")
    FOOTER = N_("by programme")


class LeaveIndicators(Command):
    """Go back to the caseload."""

    BINDING_KEY = "escape"
    TITLE = N_("Back")
    FOOTER = N_("back")


class FigureLine(msgspec.Struct, frozen=True):
    """A figure as a line; `group` is where it stands."""

    group: str
    figure: Figure

    @property
    def key(self) -> str:
        """What tells it from other lines."""
        one = self.figure
        return f"{self.group}/{one.rule}/{one.slot}/{one.title}/{one.programme}"


def _value(line: FigureLine) -> Cell:
    value = line.figure.value
    return Cell("?", Tone.WARNING) if value is None else Cell(str(value), Tone.STRONG if value else Tone.QUIET)


def _note(line: FigureLine) -> Cell:
    one = line.figure
    words = (one.programme or "", one.unknown or one.question)
    return Cell(" · ".join(word for word in words if word), Tone.WARNING if one.unknown else Tone.QUIET)


COLUMNS: tuple[Column[FigureLine], ...] = (
    Column("value", "", _value, width=5, align=Align.RIGHT),
    Column("unit", "", lambda line: Cell(line.figure.unit, Tone.QUIET), width=6, leaves_first=2),
    Column("title", "", lambda line: line.figure.title, width=40, flex=2),
    Column("note", "", _note, width=20, flex=2, leaves_first=1),
)


class IndicatorsScreen(ReadingScreen[tuple[FigureGroup, ...]]):
    """A line a figure."""

    TITLE = N_("Indicators")
    PLACE = GoToCaseload
    ACTIONS = (OpenCases, NextProgramme, LeaveIndicators)
    BINDINGS: ClassVar[list[BindingType]]

    def __init__(self) -> None:
        super().__init__()
        self.programme: ProgrammeId | None = None
        self.list = WorkList[FigureLine](
            COLUMNS, line_key=lambda line: line.key, empty=_("reading every case …"), id="figures"
        )

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield self.list

    def read(self, desk: "Desk") -> tuple[FigureGroup, ...]:
        """Count."""
        return indicators_of(desk, self.programme)

    def show(self, found: tuple[FigureGroup, ...]) -> None:
        """Show the figures, what asks a question first."""
        asking = [FigureLine("asks", one) for group in found for one in group.figures if one.question or one.unknown]
        of_all = (_group(group) for group in found)
        first = Group("asks", _("TO ASK ABOUT"), asking, count=len(asking), first=8)
        self.list.replace_groups([*((first,) if asking else ()), *of_all])
        titles = {one.id: one.title for one in self.desk.store.programmes.all()}
        which = titles.get(self.programme, self.programme) if self.programme else _("every programme")
        self.entitle(" · ".join((_("Indicators"), which, _("each counts cases, never people's work"))))
        self.list.focus()

    def rule_in_hand(self) -> RuleId | None:
        """Return the rule of the figure."""
        return (self.list.line.figure.rule or None) if self.list.line else None

    @on(LineChosen)
    def _chosen(self, event: LineChosen[FigureLine]) -> None:
        one = event.line.figure
        if one.cases:
            self.app.push_screen(doors.cases_behind(one.title, one.cases))
        elif _setting(one.missing):
            self.app.push_screen(doors.decide_setting(_setting(one.missing)))
        else:
            tell(self, _("There is no case behind this figure."))

    def action_open_cases(self) -> None:
        """Handle `OpenCases`."""
        self.list.choose()

    def action_next_programme(self) -> None:
        """Handle `NextProgramme`."""
        order: list[ProgrammeId | None] = [None, *(one.id for one in self.desk.store.programmes.all())]
        here = order.index(self.programme) if self.programme in order else 0
        self.programme = order[(here + 1) % len(order)]
        self.refresh_from_desk()

    def action_leave_indicators(self) -> None:
        """Handle `LeaveIndicators`."""
        self.dismiss()


def _group(found: FigureGroup) -> Group[FigureLine]:
    lines = _lines(found)
    return Group(found.key, found.title.upper(), lines, count=len(lines), first=12)


def _lines(found: FigureGroup) -> list[FigureLine]:
    figures: Iterable[Figure] = found.figures
    return [FigureLine(found.key, one) for one in figures]


def _setting(missing: Missing | None) -> str:
    return (missing.setting or "") if missing is not None else ""
