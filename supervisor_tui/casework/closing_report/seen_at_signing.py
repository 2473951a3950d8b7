"""What is kept when somebody signs: each check in words, with its facts, and each set with the numbers it read."""

from collections.abc import Iterator

from supervisor_tui.casework.closing import ClosingView, verdict_words
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.records.seen import SeenCheck, SeenFact, SeenSet, SeenSetting
from supervisor_tui.domain.settings import Setting, Settings
from supervisor_tui.guidance.reviews import CheckAnswer, SetReview
from supervisor_tui.guidance.rules import Strength

__all__ = ["checks_seen", "sets_seen", "value_in_words"]


def checks_seen(view: ClosingView, because: str) -> tuple[SeenCheck, ...]:
    """Return every check of the sets in force as it stands; `because` says why those in the way are accepted."""
    return tuple(_check(found, check, because) for found in view.reviews for check in found.checks)


def sets_seen(desk: Desk, view: ClosingView) -> tuple[SeenSet, ...]:
    """Return the sets in force with their versions, answers and the numbers that these rest on."""
    return tuple(
        SeenSet(
            set=found.set.id,
            title=found.set.title,
            version=found.set.version,
            standing=found.standing.standing.value,
            verdict=found.verdict.value,
            words=verdict_words(found),
            since=found.standing.since,
            why=found.standing.reason,
            source=found.set.source,
            settings=tuple(_settings(desk, view, found)),
        )
        for found in view.reviews
    )


def value_in_words(settings: Settings, declared: Setting) -> str:
    """Return the value of a setting as it is written; "" where nobody has decided it."""
    own = settings.agency_value(declared.key)
    value = own.value if own else declared.default
    return "" if value is None else str(value)


def _check(found: SetReview, check: CheckAnswer, because: str) -> SeenCheck:
    return SeenCheck(
        rule=check.rule.id,
        result=check.answer.result.value,
        accepted_because=because if check.stands_in_the_way else "",
        set=found.set.id,
        title=check.rule.title,
        reason=check.answer.reason,
        source=check.rule.source,
        advises=check.rule.strength is not Strength.BLOCKS,
        facts=tuple(SeenFact(fact.text, fact.on, fact.how_known) for fact in check.answer.facts),
    )


def _settings(desk: Desk, view: ClosingView, found: SetReview) -> Iterator[SeenSetting]:
    """Yield the numbers that the set's checks read."""
    settings = desk.host.settings(found.set.id, view.case.programme.id)
    for set_id, declared in desk.host.declared_settings():
        if set_id != found.set.id or declared.key not in found.settings_read:
            continue
        own = settings.agency_value(declared.key)
        yield SeenSetting(
            key=settings.full_key(declared.key),
            title=declared.title,
            value=value_in_words(settings, declared),
            unit=declared.unit,
            source=declared.source,
            decided_by=own.decided_by if own else "",
            decided_on=own.decided_on if own else None,
            because=own.reason if own else "",
        )
