"""What is said about a line of minutes beside its words: who, until when, why; each as `Label: value` below it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import ParticipantId, RecordId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import Audience, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.minutes.reading import NotReadableError, one_of
from supervisor_tui.wording import _

__all__ = [
    "ATTRIBUTES",
    "NO_DECISION",
    "Around",
    "Attribute",
    "as_heard",
    "attribute_called",
    "heard_in_words",
    "label_of",
]

NO_DECISION = _("no decision")
"""What stands behind an action that carries out none of the decisions, where the last one would be taken for it."""


class Around(msgspec.Struct, frozen=True):
    """What lines refer to.

    hearers: who hears a line unless it says otherwise. decisions: their numbers in the case. is_whole: these are no
    copy, which lacks lines. people: the numbers of all. meant: the code of whoever is called so.
    """

    hearers: tuple[ParticipantId, ...] = ()
    decisions: Mapping[RecordId, int] = {}
    is_whole: bool = False
    people: tuple[ParticipantId, ...] = ()
    meant: Callable[[str], str] = str.strip


class Attribute(msgspec.Struct, frozen=True):
    """One label: the field of the line, the words for its value ("" where it says nothing), and the way back."""

    field: str
    label: str
    words: Callable[[Any, Around], str]
    read: Callable[[str, Around], object]


def _text(value: str, _around: Around) -> str:
    return value


def _as_text(words: str, _around: Around) -> str:
    return words


def _day(value: date | None, _around: Around) -> str:
    return value.isoformat() if value else ""


def _as_day(words: str, _around: Around) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = _("{typed} is not a day. Write it as 2026-11-30.")
        raise NotReadableError(message.format(typed=words)) from error


def _label(value: Choice | None, _around: Around) -> str:
    return value.label if value is not None else ""


def _as_one_of(choices: type[Choice]) -> Callable[[str, Around], Choice]:
    return lambda words, _around: one_of(choices, words)


def _as_somebody(words: str, around: Around) -> str:
    return around.meant(words)


def _heard(value: tuple[ParticipantId, ...], around: Around) -> str:
    return "" if value == around.hearers else heard_in_words(value)


def heard_in_words(value: tuple[ParticipantId, ...]) -> str:
    """Say by their numbers who heard a line."""
    return ", ".join(value) or _("nobody noted it")


def as_heard(words: str, around: Around) -> tuple[ParticipantId, ...]:
    """Return who heard a line; raises NotReadableError for a number that nobody has."""
    if words.casefold() == _("nobody noted it").casefold():
        return ()
    heard = tuple(ParticipantId(one.strip().upper()) for one in words.split(",") if one.strip())
    for number in heard:
        if number not in around.people:
            known = ", ".join(around.people) or _("nobody")
            message = _("nobody with the number {number} takes part. Known here: {known}.")
            raise NotReadableError(message.format(number=number, known=known))
    return heard


def _decision(value: RecordId | None, around: Around) -> str:
    number = around.decisions.get(value) if value is not None else None
    return _("decision {number}").format(number=number) if number is not None else ""


def _as_decision(words: str, around: Around) -> RecordId | None:
    if words.casefold() == NO_DECISION.casefold():
        return None
    for decision, number in around.decisions.items():
        if words.casefold() in {_("decision {number}").format(number=number).casefold(), str(number)}:
            return decision
    raise NotReadableError(_("There is no decision here that is called {typed}.").format(typed=words))


ATTRIBUTES = (
    Attribute("reason", _("Reason"), _text, _as_text),
    Attribute("outcome", _("The case"), _label, _as_one_of(CaseOutcome)),
    Attribute("effects_for", _("Speaks for it"), _text, _as_text),
    Attribute("effects_against", _("Speaks against it"), _text, _as_text),
    Attribute("best_interests", _("Best for the child"), _label, _as_one_of(YesNo)),
    Attribute("owner", _("Who"), _text, _as_somebody),
    Attribute("due_on", _("Until"), _day, _as_day),
    Attribute("need", _("Need"), _text, _as_text),
    Attribute("carries_out", _("Carries out"), _decision, _as_decision),
    Attribute("view", _("View"), _label, _as_one_of(ViewGiven)),
    Attribute("on", _("On"), _day, _as_day),
    Attribute("audience", _("May be read by"), _label, _as_one_of(Audience)),
    Attribute("heard_by", _("Heard by"), _heard, as_heard),
)


def attribute_called(label: str) -> Attribute | None:
    """Return the attribute of that label, however it is capitalised."""
    wanted = label.strip().casefold()
    return next((one for one in ATTRIBUTES if one.label.casefold() == wanted), None)


def label_of(field: str) -> str:
    """Return what a field of a line of minutes is called."""
    return next((one.label for one in ATTRIBUTES if one.field == field), _("Words"))
