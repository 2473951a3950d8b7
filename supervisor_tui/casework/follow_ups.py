"""A follow-up as told, in one line: somebody says it at the door, and the form is still outstanding.

    call 20 Nov, child not seen, worse, moved to aunt

The day, how the contact was made, whether the child was seen and how things stand are read out of the line; the whole
line is kept as the note. Nothing is guessed: what the line does not say, or says in two ways, stays blank.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import msgspec

from supervisor_tui.casework.days_told import day_told
from supervisor_tui.domain.records.contact import Channel, FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

AnswerT = TypeVar("AnswerT")

_CHANNELS = {
    "visit": Channel.HOME_VISIT,
    "visited": Channel.HOME_VISIT,
    "call": Channel.CALL,
    "called": Channel.CALL,
    "phone": Channel.CALL,
    "phoned": Channel.CALL,
    "video": Channel.CALL,
    "met": Channel.MEETING,
    "meeting": Channel.MEETING,
    "office": Channel.MEETING,
    "provider": Channel.PROVIDER,
    "clinic": Channel.PROVIDER,
    "service": Channel.PROVIDER,
    "teacher": Channel.COMMUNITY,
    "school": Channel.COMMUNITY,
    "community": Channel.COMMUNITY,
    "neighbour": Channel.COMMUNITY,
}
_SITUATIONS = {"better": Situation.BETTER, "same": Situation.SAME, "worse": Situation.WORSE}
_ANSWERS = {"yes": YesNo.YES, "no": YesNo.NO, "unknown": YesNo.NOT_KNOWN}
_DENIAL = re.compile(r"\b(?:not|no|never|nobody|none|without|cannot|unable|hardly)\b|n't\b")


class NotUnderstoodError(ValueError):
    """A line says too little for a follow-up, or its day cannot be told for certain."""


class ToldFollowUp(msgspec.Struct, frozen=True):
    """What a line says: the day and the follow-up."""

    on: date
    body: FollowUp


def read_line(line: str, today: date) -> ToldFollowUp:
    """Read a follow-up out of one line.

    Raises NotUnderstoodError if the line does not say how the contact was made, or names a day that reads two ways.
    """
    told = day_told(line, today)
    if isinstance(told, str):
        raise NotUnderstoodError(told)
    clauses = [clause.strip() for clause in re.split(r"[,;.!?]", told.rest.casefold()) if clause.strip()]
    channel = _channel(clauses)
    if channel is None:
        message = _(
            "Say how the contact was made: visit, unannounced, call, met, provider or teacher. Such as: {example}"
        )
        raise NotUnderstoodError(message.format(example="visit yesterday, seen yes, same"))
    return ToldFollowUp(
        told.on,
        FollowUp(
            channel=channel,
            child_seen=_agreed(_answers(clauses, "seen")),
            safe=_agreed(_answers(clauses, "safe")),
            situation=_agreed(_situations(clauses)),
            note=line.strip(),
        ),
    )


def _channel(clauses: Iterable[str]) -> Channel | None:
    """Return the first way of contact that is named and not denied; a visit without notice says so in any place."""
    named = [
        _CHANNELS.get(word, Channel.UNANNOUNCED_VISIT)
        for clause in clauses
        for word in re.findall(rf"\b(?:unannounced|{'|'.join(_CHANNELS)})\b", clause)
        if not _is_denied(clause, word)
    ]
    if Channel.UNANNOUNCED_VISIT in named:
        return Channel.UNANNOUNCED_VISIT
    return named[0] if named else None


def _is_denied(clause: str, word: str) -> bool:
    """Say whether a denial stands right before a word: "no visit", "did not visit"."""
    return re.search(rf"(?:\b(?:no|not|without|never|cannot)|n't) {word}\b", clause) is not None


def _answers(clauses: Iterable[str], question: str) -> Iterable[YesNo | None]:
    """Give what each clause with the word says: yes or no where that stands, else yes only where nothing is denied."""
    for clause in clauses:
        found = re.search(rf"\b(?P<denied>not )?{question}\b(?:[ :=]+(?P<answer>yes|no|unknown)\b)?", clause)
        if found is None:
            continue
        if found["answer"]:
            answer = _ANSWERS[found["answer"]]
            yield None if found["denied"] else answer
        elif found["denied"]:
            yield YesNo.NO
        else:
            yield None if _DENIAL.search(clause) else YesNo.YES


def _situations(clauses: Iterable[str]) -> Iterable[Situation | None]:
    for clause in clauses:
        for word in re.findall(rf"\b(?:{'|'.join(_SITUATIONS)})\b", clause):
            yield None if _DENIAL.search(clause) else _SITUATIONS[word]


def _agreed(said: Iterable[AnswerT | None]) -> AnswerT | None:
    """Return what was said if everything that was said agrees, else nothing."""
    different = set(said)
    return different.pop() if len(different) == 1 else None
