"""What the agency has to have in place; a line of the Settings screen answers each."""

from collections.abc import Callable, Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.settings.readiness import READINESS
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import IndicatorRule, RuleKind
from supervisor_tui.wording import _


def _answered_in_the_settings(rule: str, *, title: str, source: str) -> Callable[[IndicatorRule], IndicatorRule]:
    """Register an item of a checklist, and the figure that says which of its lines nobody answered."""
    rules.declared(rule, kind=RuleKind.CHECKLIST, title=title, source=source)
    return rules.indicator(rule, title=title, source=source)


@_answered_in_the_settings("IAG-S2-07", title=_("Levels and limits are agreed with others"), source="004 §3.1, §3.2")
def levels_and_limits_are_agreed(_cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Risk levels and time limits are local, and agreed with the other agencies of the response."""
    return not_in_place("IAG-S2-07", settings)


@_answered_in_the_settings("IAG-PRIN-04", title=_("Code of conduct signed"), source="004 §1.3")
def the_code_of_conduct_is_signed(_cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Everybody who works with children has signed the code of conduct and the child protection policy."""
    return not_in_place("IAG-PRIN-04", settings)


@_answered_in_the_settings("IAG-DB-06", title=_("Those who enter data are trained"), source="004 §2.5.2")
def those_who_enter_data_are_trained(
    _cases: tuple[CaseFile, ...], _as_of: date, settings: Settings
) -> Iterable[Figure]:
    """There are enough people to enter data; they know child protection and belong to the team."""
    return not_in_place("IAG-DB-06", settings)


@_answered_in_the_settings("IAG-DB-08", title=_("Other databases were looked for"), source="004 §2.5.2")
def other_databases_were_looked_for(_cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Before anything new is set up, one looks at what the agency and the country have, and how to link it."""
    return not_in_place("IAG-DB-08", settings)


@_answered_in_the_settings("IAG-DB-09", title=_("Forms, database, sharing, protection"), source="004 §2.5.2")
def all_four_parts_are_there(_cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """Records kept by machine have four parts: forms, the database, rules for sharing, and rules for protecting."""
    return not_in_place("IAG-DB-09", settings)


def not_in_place(rule: str, settings: Settings) -> tuple[Figure, ...]:
    """Return a figure that cannot be told for each line of the checklist that nobody answered; nothing if all are."""
    return tuple(
        Figure(
            setting.title,
            unknown=_("Nobody has answered this yet."),
            missing=Missing(setting=settings.full_key(setting.key)),
            slot=setting.key,
        )
        for setting in READINESS
        if setting.rule == rule and not (settings.word(setting.key) or "").strip()
    )
