"""How wide the columns of a table are, as shares of the page."""

from collections.abc import Sequence

from supervisor_tui.exchange.paper.blocks import Spans, Table

__all__ = ["shares_of"]

_TO_WRITE_IN = 20.0
_LEAST = 6.0
_MOST = 40.0
_PAGE = 90.0
"""How many letters of a table stand beside each other between the margins of a page, with room for wide ones."""

_EDGES = 3.0
_BOLD = 1.1


def shares_of(table: Table) -> tuple[float, ...]:
    """Return the share of each column, adding up to 1.

    Wide enough for its text and for its longest word, which is broken nowhere; for a hand where it is to write in.
    """
    columns = [(table.heads[place], *(row[place] for row in table.rows)) for place in range(len(table.heads))]
    return _fitted([max(map(_wanted, cells)) for cells in columns], [_longest_word(cells) for cells in columns])


def _fitted(wanted: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """Share out a page as wanted; a column that would be too narrow gets its least, and the others share the rest."""
    if sum(least) >= _PAGE:
        return tuple(one / sum(least) for one in least)
    narrow: set[int] = set()
    while True:
        left = _PAGE - sum(least[place] for place in narrow)
        free = sum(one for place, one in enumerate(wanted) if place not in narrow)
        widths = [least[place] if place in narrow else one / free * left for place, one in enumerate(wanted)]
        too_narrow = {place for place, width in enumerate(widths) if width < least[place] - 0.001}
        if not too_narrow:
            return tuple(one / sum(widths) for one in widths)
        narrow |= too_narrow


def _wanted(cell: Spans | None) -> float:
    if cell is None:
        return _TO_WRITE_IN
    return min(_MOST, max(_LEAST, sum(len(span.text) for span in cell)))


def _longest_word(cells: Sequence[Spans | None]) -> float:
    """Return the width of the longest word of a column; its head is bold."""
    head, *below = (("".join(span.text for span in cell or ())).split() for cell in cells)
    longest = max((len(word) for cell in below for word in cell), default=0)
    return min(_MOST, max(_LEAST, longest + _EDGES, _BOLD * max(map(len, head), default=0) + _EDGES))
