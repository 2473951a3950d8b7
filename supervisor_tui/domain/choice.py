"""Closed choices that carry the words a person reads beside the value that is stored."""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """One of a closed list: `value` is stored and exchanged, `label` is read on screen and paper."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Take the stored value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
