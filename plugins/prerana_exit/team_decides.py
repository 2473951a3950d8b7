"""The list of ways out is no test: every exit is weighed and decided in the team."""

from datetime import date

from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import RULES
from prerana_exit.pathways.answered import PATHWAYS
from prerana_exit.pathways.pathway import Asked, parts, whole
from prerana_exit.records.team_discussion import TeamDecision, TeamDiscussion
from supervisor_tui.domain.answers import Answer, Missing, Result
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure
from supervisor_tui.wording import _

RULE = "PX-G-09"


@RULES.closure_check(RULE, title=_("The team talked about it and decided to exit"), source="000, opening note")
def the_team_decided(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """A way out only opens the talk: the team weighs it with care, after the last change of what the way rests on.

    A case that was closed is asked as it stood on the day of its exit.
    """
    ended = closure(case)
    if ended is not None:
        case, as_of = case.until(ended.on), min(as_of, ended.on)
    last = newest_day(in_this_episode(case, TeamDiscussion))
    if not last:
        return Answer.unknown(_("No talk in the team is recorded."), missing=_missing("decision"))
    against = next((entry for entry in last if entry.body.decision is not TeamDecision.EXIT), None)
    if against is not None:
        words = _("The team decided on {day}: {decision}.")
        reason = words.format(day=against.on, decision=against.body.decision.label)
        return Answer.fails(reason, against.fact(reason), missing=_missing("decision"))
    return _exit_decided(last[-1], _what_it_rests_on(case, as_of, settings))


def _exit_decided(held: Entry[TeamDiscussion], counted: tuple[Asked, ...]) -> Answer:
    fact = held.fact(_("The team decided on {day} to exit.").format(day=held.on))
    changed = _last_changed(counted)
    if changed >= held.on:
        words = _("What the way out rests on changed on {day}, so the talk of {held} does not cover it.")
        return Answer.unknown(words.format(day=changed, held=held.on), fact, missing=_missing("decision"))
    if not held.body.evaluation.strip():
        words = _("The team decided to exit, but how it was weighed is not written down.")
        return Answer.unknown(words, fact, missing=_missing("evaluation"))
    if _is_open(counted):
        return Answer.passes(_("The team decided on {day} to exit.").format(day=held.on), fact)
    why = held.body.overrules.strip()
    if not why:
        words = _("The team decided to exit although no way out is in order, and did not write down why.")
        return Answer.unknown(words, fact, missing=_missing("overrules"))
    return Answer.passes(_("The team decided to exit all the same: {why}").format(why=why), fact)


def _is_open(way: tuple[Asked, ...]) -> bool:
    return whole(way).result is Result.PASS


def _what_it_rests_on(case: CaseFile, as_of: date, settings: Settings) -> tuple[Asked, ...]:
    """Return the parts of the open way that changed least lately; where none is open, those of every way."""
    ways = [parts(pathway, case, as_of, settings) for pathway in PATHWAYS]
    is_open = [way for way in ways if _is_open(way)]
    return min(is_open, key=_last_changed) if is_open else tuple(part for way in ways for part in way)


def _last_changed(way: tuple[Asked, ...]) -> date:
    return max((fact.on for part in way for fact in part.answer.facts if fact.on), default=date.min)


DISCUSSED = next(rule for rule in RULES if rule.id == RULE)
"""The rule that every way out has in common."""


def _missing(field: str) -> Missing:
    return Missing(TeamDiscussion.KIND, field, who=_("team"))
