"""The table draws what is in view, keeps its cursor and marks with their rows, and tells what was done."""

from collections.abc import Callable, Iterable, Sequence
from typing import overload

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from supervisor_tui.kit.line_canvas import NO_LINE, Piece
from supervisor_tui.kit.marks import ASCII_MARKS, UNICODE_MARKS, Marks
from supervisor_tui.kit.virtual_table import (
    MarksChanged,
    RowChosen,
    RowHighlighted,
    Sort,
    SortAsked,
    VirtualTable,
)
from tests.kit.caseload_rows import CASELOAD_COLUMNS, CaseRow, some_rows


class TableApp(App[None]):
    def __init__(self, rows: Sequence[CaseRow], marks: Marks = UNICODE_MARKS, sort: Sort | None = None) -> None:
        super().__init__()
        self.table = VirtualTable(
            CASELOAD_COLUMNS,
            rows,
            row_key=lambda row: row.code,
            sort=sort,
            empty="No case fits. Escape shows all of them.",
            marks=marks,
        )
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.table

    def on_row_chosen(self, message: RowChosen[CaseRow]) -> None:
        self.heard.append(message)

    def on_row_highlighted(self, message: RowHighlighted[CaseRow]) -> None:
        self.heard.append(message)

    def on_marks_changed(self, message: MarksChanged[CaseRow]) -> None:
        self.heard.append(message)

    def on_sort_asked(self, message: SortAsked[CaseRow]) -> None:
        self.heard.append(message)

    def heard_of(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.heard if isinstance(message, kind)]


def lines_on_screen(app: TableApp) -> list[str]:
    return [app.table.render_line(y).text.rstrip() for y in range(app.table.size.height)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (("down", "down", "up"), 1),
        (("j", "j", "k"), 1),
        (("up",), 0),
        (("end",), 499),
        (("G", "home"), 0),
        (("end", "home", "down"), 1),
        (("pagedown",), 23),
        (("pagedown", "pagedown", "pageup"), 23),
        (("end", "pagedown"), 499),
    ],
)
async def test_keys_move_the_cursor(keys: tuple[str, ...], cursor: int) -> None:
    app = TableApp(some_rows(500))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)

        assert app.table.cursor == cursor
        assert any(f"▸ C-{cursor + 1:04}" in line for line in lines_on_screen(app))


async def test_enter_and_a_double_click_choose_the_row() -> None:
    app = TableApp(some_rows(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter")
        await pilot.double_click(VirtualTable, offset=(10, 5))
        await pilot.pause()

        chosen = [message.row.code for message in app.heard_of(RowChosen) if isinstance(message, RowChosen)]
        assert chosen == ["C-0002", "C-0005"]


async def test_one_click_puts_the_cursor_there_and_a_click_on_a_title_asks_for_sorting() -> None:
    app = TableApp(some_rows(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(VirtualTable, offset=(10, 5))
        await pilot.click(VirtualTable, offset=(12, 0))
        await pilot.pause()

        assert app.table.cursor == 4
        assert app.heard_of(RowChosen) == []
        assert [message.column for message in app.heard if isinstance(message, SortAsked)] == ["risk"]


async def test_marks_and_cursor_stay_with_their_rows_when_the_rows_are_filtered() -> None:
    rows = some_rows(300)
    app = TableApp(rows)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "pagedown", "space", "space")
        app.table.replace_rows([row for row in rows if row.risk == rows[24].risk])
        await pilot.pause()

        assert app.table.marked == {"C-0024", "C-0025"}
        assert app.table.row is not None
        app.table.replace_rows(rows)
        assert app.table.go_to("C-0299")
        app.table.replace_rows(tuple(reversed(rows)))
        assert app.table.row == rows[298]
        assert app.table.cursor == 1


async def test_a_row_that_has_gone_leaves_the_cursor_at_its_place() -> None:
    rows = some_rows(30)
    app = TableApp(rows)
    async with app.run_test(size=(80, 24)):
        app.table.go_to("C-0010")
        app.table.replace_rows((*rows[:9], *rows[10:]))

        assert app.table.row == rows[10]
        assert not app.table.go_to("C-0010")


async def test_an_empty_table_says_what_to_do() -> None:
    app = TableApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "enter", "space", "pagedown", "G")

        assert app.table.cursor == NO_LINE
        assert lines_on_screen(app)[1] == "  No case fits. Escape shows all of them."
        assert app.heard == []


async def test_rows_that_come_to_an_empty_table_get_the_cursor() -> None:
    app = TableApp(())
    async with app.run_test(size=(80, 24)):
        app.table.replace_rows(some_rows(3))

        assert app.table.row == some_rows(3)[0]


async def test_fewer_rows_than_before_are_all_in_view() -> None:
    app = TableApp(some_rows(500))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "end")
        app.table.replace_rows(some_rows(3))
        await pilot.pause()

        assert [line.replace("▸", "").split()[0] for line in lines_on_screen(app)[1:3]] == ["C-0001", "C-0002"]
        assert app.table.cursor == 2


async def test_moving_the_cursor_asks_for_two_lines_only(monkeypatch: pytest.MonkeyPatch) -> None:
    app = TableApp(some_rows(500))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.table.draw_line

        def noting(index: int, width: int) -> Iterable[Piece]:
            drawn.append(index)
            return draw(index, width)

        monkeypatch.setattr(app.table, "draw_line", noting)
        await press(pilot, "down")

        assert drawn == [0, 1]


async def test_rows_are_read_when_they_come_into_view() -> None:
    read: set[int] = set()

    class Watched(Sequence[CaseRow]):
        rows = some_rows(1000)

        @overload
        def __getitem__(self, place: int) -> CaseRow: ...
        @overload
        def __getitem__(self, place: slice) -> Sequence[CaseRow]: ...
        def __getitem__(self, place: int | slice) -> CaseRow | Sequence[CaseRow]:
            assert isinstance(place, int)
            read.add(place)
            return self.rows[place]

        def __len__(self) -> int:
            return len(self.rows)

    app = TableApp(Watched())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "pagedown")

        assert max(read) < 50


async def test_hostile_text_in_a_cell_is_seen_and_does_nothing() -> None:
    app = TableApp(some_rows(5))
    async with app.run_test(size=(80, 24)):
        assert "consent of the caregiver␛]0;x␇" in lines_on_screen(app)[3]
        assert "[call] the school [/" in lines_on_screen(app)[2]


async def test_at_eighty_columns_the_least_important_column_is_left_out() -> None:
    app = TableApp(some_rows(5), sort=Sort("days", descending=True))
    async with app.run_test(size=(80, 24)) as pilot:
        assert lines_on_screen(app)[0].split() == ["Case", "Risk", "Caseworker", "↓Days", "Next", "due"]
        await pilot.resize_terminal(120, 24)
        await pilot.pause()
        assert lines_on_screen(app)[0].split()[-1] == "Programme"


async def test_a_plain_terminal_gets_plain_signs() -> None:
    app = TableApp(some_rows(5), marks=ASCII_MARKS)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space")

        assert lines_on_screen(app)[1:3] == [
            " *C-0001   M      x  Leila             1  review of the case plan",
            "> C-0002   L      ?  Noor              2  [call] the school [/",
        ]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["wide", "narrow"])
def test_the_table_looks_as_it_did(snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:
    app = TableApp(some_rows(200), sort=Sort("code"))

    assert snap_compare(app, press=["down", "space", "down"], terminal_size=size)
