"""Days as they are typed into a form, where most have passed: "yesterday", "-3d", "last wed", or any day ahead."""

import re
from datetime import date, timedelta

from supervisor_tui.casework.days_as_typed import read_day

__all__ = ["read_form_day"]

_AGO = re.compile(r"- ?(\d{1,3}) ?([dw])")


def read_form_day(typed: str, today: date) -> date:
    """Return the day meant; raises NotADayError, a ValueError with a sentence, for what cannot be told."""
    text = " ".join(typed.casefold().split())
    if text == "yesterday":
        return today - timedelta(days=1)
    if found := _AGO.fullmatch(text):
        return today - timedelta(days=int(found[1]) * (7 if found[2] == "w" else 1))
    if text.startswith("last "):
        return read_day(text.removeprefix("last "), today) - timedelta(days=7)
    return read_day(typed, today)
