"""Asking one rule at a time: what it answers, or that it broke, with the fault kept for the Plugins screen."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import msgspec

from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.meetings.meeting_file import MeetingDiary, MeetingFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.guard import Fault, guarded, wrong_type
from supervisor_tui.guidance.reviews import CheckAnswer
from supervisor_tui.guidance.rules import Rule
from supervisor_tui.wording import _

AskedT = TypeVar("AskedT")


class Asking:
    """Asks rules through the guard; `faults` holds each fault once, in the order they were seen."""

    def __init__(self) -> None:
        """Begin without a fault."""
        self.faults: dict[Fault, None] = {}

    def check(self, rule: Rule, file: CaseFile | MeetingFile, as_of: date, settings: Settings) -> CheckAnswer:
        """Return what a check of a case file or a meeting answers; one that breaks is unknown."""
        assert rule.function is not None
        answer = guarded(rule.set, rule.id, rule.function, file, as_of, settings)
        if isinstance(answer, Answer):
            return CheckAnswer(rule, answer)
        fault = answer if isinstance(answer, Fault) else wrong_type(rule.set, rule.id, answer, "an answer")
        reason = _("This check broke, so nobody can say. The Plugins screen names the fault.")
        return CheckAnswer(rule, Answer.unknown(reason), self.kept(fault))

    def due(self, rule: Rule, of: CaseFile | MeetingDiary, as_of: date, settings: Settings) -> tuple[DueItem, ...]:
        """Return the due items of a schedule rule; one that breaks gives an item that is unknown."""
        items = self.values(rule, DueItem, of, as_of, settings)
        if items is None:
            reason = _("This schedule broke, so nobody can say. The Plugins screen names the fault.")
            return (DueItem(rule.title, rule=rule.id, unknown=reason),)
        return tuple(msgspec.structs.replace(item, rule=rule.id) for item in items)

    def figures(self, rule: Rule, cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> tuple[Figure, ...]:
        """Return the figures of an indicator on cases of one programme; one that breaks gives a figure unknown."""
        told = self.values(rule, Figure, cases, as_of, settings)
        if told is None:
            reason = _("This figure broke, so nobody can say. The Plugins screen names the fault.")
            told = (Figure(rule.title, unknown=reason),)
        named = {"rule": rule.id, "set": rule.set, "programme": cases[0].programme.id if cases else None}
        return tuple(msgspec.structs.replace(figure, **named) for figure in told)

    def values(self, rule: Rule, wanted: type[AskedT], *arguments: object) -> tuple[AskedT, ...] | None:
        """Return what a rule's function gave, or None if it broke; the fault is kept."""

        def ask() -> tuple[object, ...]:
            assert rule.function is not None
            found = rule.function(*arguments)
            return tuple(found) if isinstance(found, Iterable) else (found,)

        given = guarded(rule.set, rule.id, ask)
        if isinstance(given, Fault):
            self.kept(given)
            return None
        kept = tuple(value for value in given if isinstance(value, wanted))
        if len(kept) < len(given):
            wrong = next(value for value in given if not isinstance(value, wanted))
            self.kept(wrong_type(rule.set, rule.id, wrong, wanted.__name__))
            return None
        return kept

    def kept(self, fault: Fault) -> Fault:
        """Keep a fault and return it."""
        self.faults[fault] = None
        return fault
