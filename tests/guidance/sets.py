"""Guidance sets made up for a test, found and loaded as an installed one is."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import ModuleType
from typing import Any

from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.discovery import Candidate
from supervisor_tui.guidance.guidance_set import Combines, GuidanceSet
from supervisor_tui.guidance.hookspecs import hookimpl
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.rules import ClosureCheck, Rule, RuleKind, ScheduleRule, Strength
from supervisor_tui.testing import a_case, a_programme

DAY = date(2026, 3, 10)


def introduced(name: str, *, closure_checks: int = 0, combines: Combines = Combines.ALL) -> GuidanceSet:
    """Return how a set introduces itself."""
    return GuidanceSet(SetId(name), name.title(), name, "1.0", "004", closure_checks, combines)


def a_set(name: str, hooks: Mapping[str, Callable[..., object]] | None = None, **declared: Any) -> Candidate:
    """Return a candidate that declares rules=, kinds=, settings=, panels=, or answers hooks of its own.

    guidance: what it introduces itself as, if not under its own name.
    """
    module = ModuleType(name)
    guidance = declared.pop("guidance", introduced(name))
    answers: dict[str, Callable[..., object]] = {"register_guidance_set": lambda: guidance}
    names = {"kinds": "register_record_kinds"}
    for key, values in declared.items():
        answers[names.get(key, f"register_{key}")] = lambda values=values: values
    for hook, function in {**answers, **(hooks or {})}.items():
        setattr(module, hook, hookimpl(function))
    return name, lambda: module


def a_rule(
    set_id: str,
    rule: str,
    function: Callable[..., object] | None,
    kind: RuleKind = RuleKind.CLOSURE_CHECK,
    *,
    strength: Strength = Strength.BLOCKS,
    alternative: str = "",
) -> Rule:
    """Return a rule as a set's rule book would hold it."""
    return Rule(RuleId(rule), SetId(set_id), kind, rule, "Because.", "004", strength, 0, alternative, function)


def passes(_case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Pass."""
    return Answer.passes("fine")


def fails(_case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Fail."""
    return Answer.fails("not yet")


def asks_for_a_visit(_case: CaseFile, as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """Ask for a visit on the day."""
    return (DueItem("visit", due=as_of),)


def raising(error: BaseException) -> Callable[..., object]:
    """Return a function that ends in an error, whatever it is given."""

    def broken(*_arguments: object) -> object:
        raise error

    return broken


def sound(name: str, check: ClosureCheck = passes, schedule: ScheduleRule = asks_for_a_visit) -> Candidate:
    """Return a set in which nothing is wrong: one closure check and one due item."""
    rules = (
        a_rule(name, f"{name.upper()}-1", check),
        a_rule(name, f"{name.upper()}-2", schedule, RuleKind.SCHEDULE),
    )
    return a_set(name, rules=rules, settings=(Setting("days", "Days", 60, "days", "004"),))


def host_of(*candidates: Candidate, disabled: Iterable[str] = ()) -> PluginHost:
    """Return a host of these sets alone."""
    return PluginHost.discover(disabled=tuple(disabled), candidates=candidates)


def case_of(*sets: str) -> CaseFile:
    """Return a case for which the named sets decide."""
    return a_case(programme=a_programme(*sets))
