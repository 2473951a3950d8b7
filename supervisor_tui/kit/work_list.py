"""Lines grouped under headings, the ones to act on first, as on Today and in Closing.

What is in order is folded away with its count. One cursor goes over all lines and over the headings that open.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from textual.message import Message

from supervisor_tui.kit.column_view import ColumnView
from supervisor_tui.kit.columns import GAP, Cell, Column
from supervisor_tui.kit.line_canvas import Piece
from supervisor_tui.kit.marks import Marks
from supervisor_tui.kit.tones import Tone
from supervisor_tui.kit.work_groups import Group, OpenGroup, Place
from supervisor_tui.wording import ngettext

__all__ = ["GroupChosen", "LineChosen", "LineHighlighted", "WorkList"]

LineT = TypeVar("LineT")


class _OfWorkList(Message, Generic[LineT]):
    """What a list tells; each kind stands alone, for Textual hands a message to the handlers of its bases too."""

    def __init__(self, work_list: "WorkList[LineT]", group: Group[LineT]) -> None:
        super().__init__()
        self.work_list = work_list
        self.group = group

    @property
    def control(self) -> "WorkList[LineT]":
        """The list, for `@on(LineChosen, "#id")`."""
        return self.work_list


class LineChosen(_OfWorkList[LineT]):
    """Enter or a double click on a line."""

    def __init__(self, work_list: "WorkList[LineT]", group: Group[LineT], line: LineT) -> None:
        super().__init__(work_list, group)
        self.line = line


class GroupChosen(_OfWorkList[LineT]):
    """Enter or a double click on the heading of a group without lines of its own."""


class LineHighlighted(_OfWorkList[LineT]):
    """The cursor stands on a line, or on a heading (`line` is None); told again when the lines changed below it."""

    def __init__(self, work_list: "WorkList[LineT]", group: Group[LineT], line: LineT | None) -> None:
        super().__init__(work_list, group)
        self.line = line


class WorkList(ColumnView[LineT]):
    """Groups of lines; the columns are declared once and shared by all groups.

    `line_key` tells lines apart, so that the cursor comes back to its line after something was recorded.
    """

    def __init__(
        self,
        columns: Sequence[Column[LineT]],
        groups: Sequence[Group[LineT]] = (),
        *,
        line_key: Callable[[LineT], Hashable],
        empty: str = "",
        marks: Marks | None = None,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(columns, empty=empty, marks=marks, name=name, id=id, classes=classes)
        self.line_key = line_key
        self.unfolded: set[str] = set()
        self._groups: tuple[OpenGroup[LineT], ...] = ()
        self._ends: tuple[int, ...] = ()
        self._set(groups)

    @property
    def line_count(self) -> int:
        """How many lines there are, headings included."""
        return self._ends[-1] if self._ends else 0

    @property
    def groups(self) -> tuple[Group[LineT], ...]:
        """The groups, as they were given."""
        return tuple(shown.group for shown in self._groups)

    @property
    def line(self) -> LineT | None:
        """The line of the cursor, None on a heading."""
        return self._place(self.cursor).line if self.is_stop(self.cursor) else None

    def replace_groups(self, groups: Sequence[Group[LineT]]) -> None:
        """Show other groups; the cursor stays with its line or heading, or at its place where that has gone."""
        here = self.line
        heading = self._heading_here()
        self._set(groups)
        place = self._index_of_heading(heading) if here is None else self._index_of(self.line_key(here))
        self.lines_changed(self.cursor if place is None else place)

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on the line of `key`, unfolding its group; say whether it is there."""
        for shown in self._groups:
            if any(self.line_key(line) == key for line in shown.group.lines):
                self.unfolded.add(shown.group.key)
                self._set(self.groups)
                self.lines_changed(self._index_of(key) or 0)
                return True
        return False

    def is_stop(self, index: int) -> bool:
        """Say whether the cursor can stand there: on lines, and on headings that do something."""
        if not 0 <= index < self.line_count:
            return False
        place = self._place(index)
        return not place.is_heading or place.shown.heading_opens

    def draw_line(self, index: int, width: int) -> Iterable[Piece]:
        """Return the pieces of a line, a heading, or the words for what is held back."""
        place = self._place(index)
        if place.is_heading:
            return self._heading(place.shown, width)
        if place.line is None:
            held_back = place.shown.held_back
            more = ngettext("{count} more", "{count} more", held_back).format(count=held_back)
            return (self.cell_piece(Cell(f"{self.marks.more} {more}", Tone.QUIET), width),)
        return self.cells_of(place.line, width)

    def choose_line(self, index: int) -> None:
        """Post `LineChosen` or `GroupChosen`; fold or unfold what is folded."""
        place = self._place(index)
        group = place.shown.group
        if place.line is not None:
            self.post_message(LineChosen(self, group, place.line))
        elif not group.lines:
            self.post_message(GroupChosen(self, group))
        else:
            self.unfolded ^= {group.key}
            self._set(self.groups)
            self.lines_changed(index)

    def line_highlighted(self, index: int) -> None:
        """Post `LineHighlighted`."""
        if self.is_stop(index):
            place = self._place(index)
            self.post_message(LineHighlighted(self, place.shown.group, place.line))

    def _set(self, groups: Sequence[Group[LineT]]) -> None:
        self._groups = tuple(OpenGroup(group, group.key in self.unfolded) for group in groups)
        self._ends = tuple(accumulate(shown.line_count for shown in self._groups))

    def _place(self, index: int) -> Place[LineT]:
        number = bisect_right(self._ends, index)
        shown = self._groups[number]
        return Place(shown, index - self._ends[number] + shown.line_count)

    def _index_of(self, key: Hashable) -> int | None:
        for shown, end in zip(self._groups, self._ends, strict=True):
            for number, line in enumerate(shown.lines, start=end - shown.line_count + 1):
                if self.line_key(line) == key:
                    return number
        return None

    def _heading_here(self) -> str | None:
        place = self._place(self.cursor) if self.is_stop(self.cursor) else None
        return place.shown.group.key if place is not None and place.is_heading else None

    def _index_of_heading(self, key: str | None) -> int | None:
        starts = zip(self._groups, self._ends, strict=True)
        return next((end - shown.line_count for shown, end in starts if shown.group.key == key), None)

    def _heading(self, shown: OpenGroup[LineT], width: int) -> Iterable[Piece]:
        group = shown.group
        if group.folded:
            yield Piece((self.marks.unfolded if shown.is_unfolded else self.marks.folded) + " ", Tone.QUIET)
            width -= 2
        if group.mark is not None:
            yield self.cell_piece(group.mark, 2)
            width -= 2
        title = group.title if group.count is None else f"{group.title}  {group.count}"
        heading = self.cell_piece(Cell(title, group.tone), width)
        text = heading.text.rstrip()
        yield Piece(text, group.tone)
        note = self.cell_piece(Cell(group.note, Tone.QUIET), max(0, len(heading.text) - len(text) - GAP))
        yield Piece(" " * GAP)
        yield note
