"""The answer about who reads case files."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from supervisor_tui.casework.opening_files import ReadersView
from supervisor_tui.domain.need_to_know import LetIn

__all__ = ["ReadersAnswer", "WithReasonAnswer", "readers_answer", "with_reason_answer"]


class LetInAnswer(msgspec.Struct, frozen=True):
    """Somebody may or might read a file. by: who let them in, the reader themselves where they gave the reason."""

    case: str
    person: str
    by: str
    at: datetime
    until: date
    because: str
    words: str


class OpenedAnswer(msgspec.Struct, frozen=True):
    """Somebody opened the file, for the last time at that moment."""

    person: str
    at: datetime


class ReadersAnswer(msgspec.Struct, frozen=True):
    """Who reads one case file: `let_in` today, `before` once, `opened` in the last thirty days."""

    case: str
    carried_by: str | None
    answers: str | None
    let_in: tuple[LetInAnswer, ...]
    before: tuple[LetInAnswer, ...]
    opened: tuple[OpenedAnswer, ...]


class WithReasonAnswer(msgspec.Struct, frozen=True):
    """Which files of the team others opened in the last thirty days, with their reasons."""

    opened_with_reason: tuple[LetInAnswer, ...]


def readers_answer(view: ReadersView) -> ReadersAnswer:
    """Return the answer about one file."""
    return ReadersAnswer(
        view.case,
        view.carried_by,
        view.answers,
        _answers(view.let_in),
        _answers(view.before),
        tuple(OpenedAnswer(one.person, one.at) for one in view.opened),
    )


def with_reason_answer(given: Iterable[LetIn]) -> WithReasonAnswer:
    """Return the answer about all files somebody looks after."""
    return WithReasonAnswer(_answers(given))


def _answers(given: Iterable[LetIn]) -> tuple[LetInAnswer, ...]:
    return tuple(
        LetInAnswer(one.case, one.person, one.by, one.at, one.until, one.because.value, one.words) for one in given
    )
