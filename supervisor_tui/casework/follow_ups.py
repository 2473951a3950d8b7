"""A follow-up as told, in one line: somebody says it at the door, and the form is still outstanding.

    call 20 Nov seen no, situation worse, moved to aunt

The day, how the contact was made, whether the child was seen and how things stand are read out of the line; the whole
line is kept as the note. Nothing is guessed: what the line does not say stays blank.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

_CHANNELS = (
    (("unannounced",), Channel.UNANNOUNCED_VISIT),
    (("visit", "home visit"), Channel.HOME_VISIT),
    (("call", "phone", "called", "phoned", "video"), Channel.CALL),
    (("met", "meeting", "office"), Channel.MEETING),
    (("provider", "clinic", "service"), Channel.PROVIDER),
    (("teacher", "school", "community", "neighbour"), Channel.COMMUNITY),
)
_SITUATIONS = {"better": Situation.BETTER, "same": Situation.SAME, "worse": Situation.WORSE}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class NotUnderstoodError(ValueError):
    """A line says too little for a follow-up."""


class ToldFollowUp(msgspec.Struct, frozen=True):
    """What a line says: the day and the follow-up."""

    on: date
    body: FollowUp


def read_line(line: str, today: date) -> ToldFollowUp:
    """Read a follow-up out of one line.

    Raises NotUnderstoodError if the line does not say how the contact was made.
    """
    words = line.strip()
    on, words = _taken_day(words, today)
    lower = words.casefold()
    channel = next((kind for names, kind in _CHANNELS if any(re.search(rf"\b{name}\b", lower) for name in names)), None)
    if channel is None:
        message = _(
            "Say how the contact was made: visit, unannounced, call, met, provider or teacher. Such as: {example}"
        )
        raise NotUnderstoodError(message.format(example="visit yesterday, seen yes, same"))
    return ToldFollowUp(
        on,
        FollowUp(
            channel=channel,
            child_seen=_yes_no(lower, "seen"),
            safe=_yes_no(lower, "safe"),
            situation=next((kind for name, kind in _SITUATIONS.items() if re.search(rf"\b{name}\b", lower)), None),
            note=line.strip(),
        ),
    )


def _yes_no(lower: str, question: str) -> YesNo | None:
    found = re.search(rf"\b(not )?{question}\b(?:[ :=]+(yes|no|unknown)\b)?", lower)
    if found is None:
        return None
    if found[2] == "unknown":
        return YesNo.NOT_KNOWN
    no = bool(found[1]) != (found[2] == "no")
    return YesNo.NO if no else YesNo.YES


def _taken_day(words: str, today: date) -> tuple[date, str]:
    for pattern, read in _DAYS:
        found = re.search(pattern, words, re.IGNORECASE)
        day = read(found, today) if found else None
        if found and day is not None:
            return day, (words[: found.start()] + words[found.end() :]).strip(" ,;")
    return today, words


def _iso(found: re.Match[str], _today: date) -> date | None:
    try:
        return date.fromisoformat(found[0])
    except ValueError:
        return None


def _weekday(found: re.Match[str], today: date) -> date:
    back = (today.weekday() - _WEEKDAYS.index(found[1].casefold()[:3])) % 7
    return today - timedelta(days=back)


_DAYS: tuple[tuple[str, Callable[[re.Match[str], date], date | None]], ...] = (
    (r"\b\d{4}-\d{2}-\d{2}\b", _iso),
    (r"\byesterday\b", lambda _found, today: today - timedelta(days=1)),
    (r"\btoday\b", lambda _found, today: today),
    (r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?\b", _weekday),
)
