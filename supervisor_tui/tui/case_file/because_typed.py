"""Why somebody reads a file, typed by its number in the list or by the beginning of its words."""

from supervisor_tui.casework.typed_choice import NotAChoiceError, chosen
from supervisor_tui.domain.need_to_know import Because
from supervisor_tui.wording import _

__all__ = ["NotAChoiceError", "because_typed", "reasons_to_choose"]


def reasons_to_choose() -> str:
    """Return the reasons, one a line, each with its number."""
    return "\n".join(f"{number}  {one.label}" for number, one in enumerate(Because, start=1))


def because_typed(typed: str) -> Because:
    """Return the reason that was typed. Raises NotAChoiceError where it is none of them, or nothing was typed."""
    reasons = tuple(Because)
    if typed.isdecimal() and 1 <= int(typed) <= len(reasons):
        return reasons[int(typed) - 1]
    found = None if typed.isdecimal() else chosen(Because, typed)
    if found is None:
        raise NotAChoiceError(
            _("Type the number of one of the reasons below, from 1 to {last}.").format(last=len(reasons))
        )
    return found
