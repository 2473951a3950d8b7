"""Panels as data: what a guidance set shows in its tab of the case file, without drawing it.

A set returns values; the kit draws them, the command line prints them, JSON carries them.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from supervisor_tui.domain.answers import Missing, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.settings import Settings


class Line(msgspec.Struct, frozen=True, tag="line"):
    """A line with its mark: what it says, a note at the right, the rule behind it and what would settle it."""

    text: str
    mark: Result | None = None
    note: str = ""
    rule: RuleId = RuleId("")
    missing: Missing | None = None


class Lines(msgspec.Struct, frozen=True, tag="lines"):
    """A titled list of lines."""

    title: str
    lines: tuple[Line, ...]


class Stage(msgspec.Struct, frozen=True):
    """One of several stages in a row; `mark` says whether it is reached, `missing` what is still asked for."""

    title: str
    mark: Result
    here: bool = False
    missing: str = ""


class Stages(msgspec.Struct, frozen=True, tag="stages"):
    """A row of stages, such as six steps, with the present one marked."""

    title: str
    stages: tuple[Stage, ...]


class Grid(msgspec.Struct, frozen=True, tag="grid"):
    """A small table; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A few sentences."""

    text: str
    title: str = ""


Section = Lines | Stages | Grid | Paragraph


class Panel(msgspec.Struct, frozen=True):
    """The picture that a set draws of one case."""

    title: str
    sections: tuple[Section, ...]


class PanelSource(msgspec.Struct, frozen=True):
    """A tab of the case file: its title (short) and the function that fills it."""

    title: str
    draw: Callable[[CaseFile, date, Settings], Panel]


class CaseScreenSource(msgspec.Struct, frozen=True):
    """A screen of the set's own about one case, as data: the product draws it, reads it again, and opens its forms.

    id: short and stable; screens of several sets that show the same (the steps of a case) share it, and
    `supervisor-tui steps` prints those called "steps". draw: the function that fills it, what to act on first.
    """

    id: str
    title: str
    hint: str
    draw: Callable[[CaseFile, date, Settings], Panel]


class ScreenSource(msgspec.Struct, frozen=True):
    """A screen of the set's own, named by import path (`"prerana_exit.screens:ExitScreen"`).

    The path is followed only when the screen is opened, so that a reading command never loads Textual.
    """

    id: str
    title: str
    hint: str
    screen: str
