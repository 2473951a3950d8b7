"""Parameter 1, item b: the client's life is stable in money, social life and feelings."""

from datetime import date

from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import MUTUALLY_AGREED, RULES
from prerana_exit.pathways.mutually_agreed import SOURCE, is_stale, of_a_client_in_contact
from prerana_exit.records.stability import Stability, Steadiness
from supervisor_tui.domain.answers import Answer, Fact, Missing, Result, combined
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

RESPECTS = {"finances": _("money"), "social": _("social life"), "emotional": _("feelings")}
"""The three respects, by their field, each needed."""


@RULES.closure_check(
    "PX-P1-b", title=_("Life is stable: money, social life, feelings"), source=SOURCE, alternative=MUTUALLY_AGREED
)
@of_a_client_in_contact
def life_is_stable(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The client's life is stable in all three respects, each judged lately."""
    judged = {field: _respect(case, field, as_of, settings) for field in RESPECTS}
    result = combined(found for found, _fact in judged.values())
    facts = [fact for _found, fact in judged.values() if fact is not None]
    if result is Result.PASS:
        return Answer.passes(_("Stable in all three respects."), *facts)
    deciding = [field for field, (found, _fact) in judged.items() if found is result]
    names = ", ".join(RESPECTS[field] for field in deciding)
    missing = Missing(Stability.KIND, deciding[0])
    if result is Result.FAIL:
        return Answer.fails(_("Not stable: {names}.").format(names=names), *facts, missing=missing)
    return Answer.unknown(_("Not judged, or too long ago: {names}.").format(names=names), *facts, missing=missing)


def _respect(case: CaseFile, field: str, as_of: date, settings: Settings) -> tuple[Result, Fact | None]:
    entries = tuple(entry for entry in in_this_episode(case, Stability) if getattr(entry.body, field) is not None)
    last = newest_day(entries)
    if not last:
        return Result.UNKNOWN, None
    judged = next((entry for entry in last if getattr(entry.body, field) is Steadiness.UNSTABLE), last[-1])
    steadiness: Steadiness = getattr(judged.body, field)
    fact = judged.fact(_("{name}: {answer}").format(name=RESPECTS[field].capitalize(), answer=steadiness.label))
    if steadiness is Steadiness.UNSTABLE:
        return Result.FAIL, fact
    return (Result.UNKNOWN if is_stale(judged.on, as_of, settings) else Result.PASS), fact
