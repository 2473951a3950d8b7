"""What in a text of minutes cannot be read, each with the number of its line."""

import msgspec

from supervisor_tui.wording import _

__all__ = ["TextProblem"]


class TextProblem(msgspec.Struct, frozen=True, order=True):
    """A sentence about one line of a text, counted from 1 as an editor counts them."""

    row: int
    what: str

    def __str__(self) -> str:
        return _("line {row}: {what}").format(row=self.row, what=self.what)
