"""Parameter 2 b: client and family ask, over months, for every service to end."""

from datetime import date

from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import CLIENT_AND_FAMILY_ASK, RULES
from prerana_exit.pathways.pathway import Pathway, parts, whole
from prerana_exit.records.client_request import Asker, ClientRequest
from prerana_exit.records.family import FamilyKnown
from prerana_exit.records.log_state import LogState
from prerana_exit.requests import WishToEnd, wish_to_end
from prerana_exit.window import held
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _

PATHWAY = Pathway(CLIENT_AND_FAMILY_ASK, RuleId("PX-P2-b"))
_SOURCE = "000, parameter 2 b"


@RULES.closure_check(
    "PX-P2-b",
    title=_("Client and family ask for every service to end"),
    source=_SOURCE,
    alternative=CLIENT_AND_FAMILY_ASK,
)
def client_and_family_ask(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """One way out: both keep asking over the six months, and each of the four steps is taken or left out with a reason.

    A step left out without a written reason leaves this way not known.
    """
    return whole(parts(PATHWAY, case, as_of, settings))


@RULES.closure_check("PX-P2-b-1", title=_("The client keeps asking"), source=_SOURCE, alternative=CLIENT_AND_FAMILY_ASK)
def client_keeps_asking(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The client asks for all services to end, says it again near the end of the window, and does not take it back."""
    return _kept_up(case, as_of, wish_to_end(case, Asker.CLIENT, settings), Asker.CLIENT)


@RULES.closure_check(
    "PX-P2-b-2", title=_("The family asks for the same"), source=_SOURCE, alternative=CLIENT_AND_FAMILY_ASK
)
def family_asks_too(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The family asks for all services to end over the same time; a family that wants to go on keeps this way shut."""
    wish = wish_to_end(case, Asker.FAMILY, settings)
    if wish.window is not None or wish.contrary is not None:
        return _kept_up(case, as_of, wish, Asker.FAMILY)
    said = newest_day(in_this_episode(case, FamilyKnown))
    known = next((entry for entry in said if entry.body.known is not YesNo.NO), said[-1] if said else None)
    if known is None or known.body.known is YesNo.NOT_KNOWN:
        reason = _("Whether a family is known is not recorded.")
        return Answer.unknown(reason, missing=Missing(FamilyKnown.KIND, "known"))
    if known.body.known is YesNo.NO:
        reason = _("No family or guardian is known.")
        return Answer.does_not_apply(reason, known.fact(reason))
    return _kept_up(case, as_of, wish, Asker.FAMILY)


def _kept_up(case: CaseFile, as_of: date, wish: WishToEnd, asker: Asker) -> Answer:
    missing = Missing(ClientRequest.KIND, "wish", who=asker.label)
    if wish.window is not None:
        return held(wish.window, as_of, *wish.facts(), missing=missing)
    if wish.contrary is not None:
        reason = _("No longer asked for since {day}: {what}.").format(day=wish.contrary.on, what=wish.contrary.text)
        return Answer.fails(reason, wish.contrary, missing=missing)
    log = newest_day(in_this_episode(case, LogState))
    if any(entry.body.complete is not YesNo.YES for entry in log):
        reason = _("No such request of the {who} is on file, and the file is known to be incomplete.")
        return Answer.unknown(reason.format(who=asker.label), missing=missing)
    reason = _("No request of the {who} to end all services is recorded.")
    return Answer.fails(reason.format(who=asker.label), missing=missing)
