"""One of a closed list, typed by the beginning of its word."""

from typing import TypeVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _

__all__ = ["NotAChoiceError", "chosen"]

ChoiceT = TypeVar("ChoiceT", bound=Choice)


class NotAChoiceError(ValueError):
    """A word begins none of the choices, or several; the sentence names them."""


def chosen(choices: type[ChoiceT], typed: str) -> ChoiceT | None:
    """Return the choice whose words begin so, None where nothing was typed.

    Raises NotAChoiceError where none does, or more than one.
    """
    word = " ".join(typed.casefold().split())
    if not word:
        return None
    exact = [one for one in choices if word in {one.value, one.label.casefold()}]
    found = exact or [one for one in choices if one.label.casefold().startswith(word) or one.value.startswith(word)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(one.label for one in choices)
    raise NotAChoiceError(_("{typed} is none of: {known}.").format(typed=typed.strip(), known=known))
