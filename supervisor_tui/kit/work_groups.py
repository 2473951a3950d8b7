"""The groups of a `WorkList`: a heading, its lines, and how many of them are seen."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from supervisor_tui.domain.answers import Result
from supervisor_tui.kit.tones import Tone

__all__ = ["Group", "OpenGroup", "Place"]

LineT = TypeVar("LineT")


class Group(Struct, Generic[LineT], frozen=True):
    """A heading with its lines.

    `count` stands beside the title, `note` after it. A `folded` group shows its heading alone until Enter opens it.
    With `first`, only so many lines are shown and the rest is one line that opens. A group without lines is a line of
    its own, which can be chosen.
    """

    key: str
    title: str
    lines: Sequence[LineT] = ()
    count: int | None = None
    note: str = ""
    mark: Result | None = None
    tone: Tone = Tone.STRONG
    folded: bool = False
    first: int | None = None


class OpenGroup(Struct, Generic[LineT], frozen=True):
    """A group as it stands on the screen, after a person folded or unfolded it."""

    group: Group[LineT]
    is_unfolded: bool = False

    @property
    def lines(self) -> Sequence[LineT]:
        """The lines that are seen."""
        if self.is_unfolded:
            return self.group.lines
        if self.group.folded:
            return ()
        return self.group.lines if self.group.first is None else self.group.lines[: self.group.first]

    @property
    def held_back(self) -> int:
        """How many lines wait behind "more"; those of a folded group are counted in its heading."""
        return 0 if self.group.folded else len(self.group.lines) - len(self.lines)

    @property
    def line_count(self) -> int:
        """The lines of the screen: the heading, the lines that are seen, and "more"."""
        return 1 + len(self.lines) + (1 if self.held_back else 0)

    @property
    def heading_opens(self) -> bool:
        """Whether Enter on the heading does something."""
        return self.group.folded or not self.group.lines


class Place(Struct, Generic[LineT], frozen=True):
    """A line of a group by its number, 0 being the heading."""

    shown: OpenGroup[LineT]
    number: int

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading."""
        return self.number == 0

    @property
    def line(self) -> LineT | None:
        """The line, or None for the heading and for "more"."""
        lines = self.shown.lines
        return lines[self.number - 1] if 0 < self.number <= len(lines) else None
