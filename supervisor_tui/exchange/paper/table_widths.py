"""How wide the columns of a table are, as shares of the page."""

from supervisor_tui.exchange.paper.blocks import Spans, Table

__all__ = ["shares_of"]

_TO_WRITE_IN = 20
_LEAST = 6
_MOST = 40


def shares_of(table: Table) -> tuple[float, ...]:
    """Return the share of each column, adding up to 1: wide enough for its text, and for a hand where it is a blank."""
    rows = (table.heads, *table.rows)
    wanted = [max(_wanted(row[place]) for row in rows) for place in range(len(table.heads))]
    whole = sum(wanted)
    return tuple(one / whole for one in wanted)


def _wanted(cell: Spans | None) -> int:
    if cell is None:
        return _TO_WRITE_IN
    return min(_MOST, max(_LEAST, sum(len(span.text) for span in cell)))
