"""One of a closed list, typed by its number or the beginning of its word."""

from typing import TypeVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.wording import _

__all__ = ["NotAChoiceError", "chosen", "numbered"]

_LONGEST = 3
"""Digits of a number that could still be meant for a choice."""
ChoiceT = TypeVar("ChoiceT", bound=Choice)


class NotAChoiceError(ValueError):
    """A word begins none of the choices, or several; the sentence names them."""


def chosen(choices: type[ChoiceT], typed: str) -> ChoiceT | None:
    """Return the choice of that number, or whose words begin so; None where nothing was typed.

    Raises NotAChoiceError where none does, or more than one.
    """
    word = " ".join(typed.casefold().split())
    if not word:
        return None
    if word.isdecimal() and 0 < len(word) < _LONGEST and 0 < int(word) <= len(choices):
        return list(choices)[int(word) - 1]
    exact = [one for one in choices if word in {one.value, one.label.casefold()}]
    found = exact or [one for one in choices if one.label.casefold().startswith(word) or one.value.startswith(word)]
    if len(found) == 1:
        return found[0]
    raise NotAChoiceError(_("{typed} is none of: {known}.").format(typed=typed.strip(), known=numbered(choices)))


def numbered(choices: type[Choice], between: str = ", ") -> str:
    """Return the choices in words, each with the number that chooses it."""
    return between.join(f"{number} {one.label}" for number, one in enumerate(choices, 1))
