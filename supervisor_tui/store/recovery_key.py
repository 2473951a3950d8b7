"""The printed recovery key: 160 random bits in groups that are easy to type, each group with a check letter.

The letters are Crockford's: no I, L, O or U; what is typed as I or L is read as 1, O as 0, in capitals or not.
"""

import secrets

from supervisor_tui.store.problems import WrongPassphrase
from supervisor_tui.wording import _

__all__ = ["new_recovery_key", "recovery_secret"]

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_GROUPS = 8
_LETTERS_A_GROUP = 4
_BITS_A_LETTER = 5


def new_recovery_key() -> str:
    """Return a key as it is printed: `K3F9A-...`, eight groups of four letters and a check letter."""
    groups = [[secrets.randbelow(len(_LETTERS)) for _letter in range(_LETTERS_A_GROUP)] for _group in range(_GROUPS)]
    return "-".join(_written(number, group) for number, group in enumerate(groups))


def recovery_secret(typed: str) -> str:
    """Return the key in its one spelling; raises WrongPassphrase that names the first group that was mistyped."""
    letters = "".join(typed.upper().translate(_MISREAD).replace("-", " ").split())
    size = _LETTERS_A_GROUP + 1
    groups = [letters[start : start + size] for start in range(0, len(letters), size)]
    for number, group in enumerate(groups):
        if not _is_sound(number, group):
            raise WrongPassphrase(
                _("Group {number} of the recovery key, {group}, is mistyped.").format(number=number + 1, group=group)
            )
    if len(groups) != _GROUPS:
        raise WrongPassphrase(_("A recovery key has {number} groups of five letters.").format(number=_GROUPS))
    return "-".join(groups)


def _written(number: int, group: list[int]) -> str:
    return "".join(_LETTERS[value] for value in [*group, _check(number, group)])


def _is_sound(number: int, group: str) -> bool:
    if len(group) != _LETTERS_A_GROUP + 1 or any(letter not in _LETTERS for letter in group):
        return False
    *values, check = [_LETTERS.index(letter) for letter in group]
    return number < _GROUPS and check == _check(number, values)


def _check(number: int, group: list[int]) -> int:
    """Return a value that changes with any one letter, with most swaps of two, and with the group's place."""
    check = number
    for place, value in enumerate(group):
        check ^= _turned(value, place)
    return check


def _turned(value: int, places: int) -> int:
    return ((value << places) | (value >> (_BITS_A_LETTER - places))) & (len(_LETTERS) - 1)
