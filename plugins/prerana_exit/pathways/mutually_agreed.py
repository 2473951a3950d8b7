"""Parameter 1: client and worker both find that the work can end."""

from datetime import date
from functools import wraps

from prerana_exit.episode import in_this_episode, newest_day
from prerana_exit.guidance import ASSESSMENT_MAX_AGE_MONTHS, MUTUALLY_AGREED, RULES, months
from prerana_exit.pathways.pathway import Pathway, parts, whole
from prerana_exit.records.client_request import Asker, ClientRequest, Wish
from prerana_exit.records.contact_state import ContactState, Reach
from prerana_exit.records.exit_agreement import ExitAgreement, Side
from prerana_exit.records.progress import Progress, ProgressMade
from prerana_exit.records.risk_now import RiskNow
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import ClosureCheck
from supervisor_tui.wording import _

PATHWAY = Pathway(MUTUALLY_AGREED, RuleId("PX-P1"))
SOURCE = "000, parameter 1"


def of_a_client_in_contact(check: ClosureCheck) -> ClosureCheck:
    """Let a check answer only for a client who lives and can be reached: two cannot agree where one is gone."""

    @wraps(check)
    def asked(case: CaseFile, as_of: date, settings: Settings) -> Answer:
        said = newest_day(in_this_episode(case, ContactState))
        gone = next((entry for entry in said if entry.body.reach is not Reach.IN_CONTACT), None)
        if gone is None:
            return check(case, as_of, settings)
        reason = _("The client {reach}, so this way is not open.").format(reach=gone.body.reach.label)
        return Answer.does_not_apply(reason, gone.fact(gone.body.reach.label))

    return asked


def is_stale(judged: date, as_of: date, settings: Settings) -> bool:
    """Say whether a judgement is too old to be relied on."""
    return as_of > add_months(judged, months(settings, ASSESSMENT_MAX_AGE_MONTHS))


@RULES.closure_check(
    "PX-P1", title=_("Client and worker agree that the work can end"), source=SOURCE, alternative=MUTUALLY_AGREED
)
def client_and_worker_agree(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """One way out: no immediate danger, a stable life, clear progress, nothing major left, and both sides say so."""
    return whole(parts(PATHWAY, case, as_of, settings))


@RULES.closure_check(
    "PX-G-03", title=_("Client and worker both say that it can end"), source="000, opening", alternative=MUTUALLY_AGREED
)
@of_a_client_in_contact
def both_sides_agree(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """A planned exit rests on both sides: the goals are met, or progress is enough, or the service is not needed."""
    said = {side: _word_of(case, side) for side in Side}
    against = next((entry for entry in said.values() if entry and entry.body.agrees is YesNo.NO), None)
    if against is not None:
        reason = _("The {side} does not agree.").format(side=against.body.side.label)
        return Answer.fails(reason, against.fact(reason), missing=_agreement_missing("agrees", against.body.side))
    silent = next((side for side, entry in said.items() if not entry or entry.body.agrees is not YesNo.YES), None)
    if silent is not None:
        reason = _("What the {side} says about ending is not recorded.").format(side=silent.label)
        return Answer.unknown(reason, missing=_agreement_missing("agrees", silent))
    entries = [entry for entry in said.values() if entry is not None]
    facts = [entry.fact(_("The {side} agrees.").format(side=entry.body.side.label)) for entry in entries]
    basis = dict.fromkeys(because for entry in entries for because in entry.body.basis)
    if not basis:
        return Answer.unknown(
            _("Both agree, but on what it rests is not recorded."),
            *facts,
            missing=_agreement_missing("basis", Side.WORKER),
        )
    words = ", ".join(because.label for because in basis)
    return Answer.passes(_("Both sides agree: {basis}.").format(basis=words), *facts)


def _word_of(case: CaseFile, side: Side) -> Entry[ExitAgreement] | None:
    entries = tuple(entry for entry in in_this_episode(case, ExitAgreement) if entry.body.side is side)
    last = newest_day(entries)
    return next((entry for entry in last if entry.body.agrees is not YesNo.YES), last[-1] if last else None)


def _agreement_missing(field: str, side: Side) -> Missing:
    return Missing(ExitAgreement.KIND, field, who=side.label if side is Side.CLIENT else None)


@RULES.closure_check("PX-P1-a", title=_("No immediate danger to the body"), source=SOURCE, alternative=MUTUALLY_AGREED)
@of_a_client_in_contact
def no_immediate_danger(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """The client is in no immediate danger to body or physical safety; the look must be recent."""
    missing = Missing(RiskNow.KIND, "physical_immediate")
    last = newest_day(in_this_episode(case, RiskNow))
    if not last:
        return Answer.unknown(_("Nobody recorded whether there is immediate danger."), missing=missing)
    danger = next((entry for entry in last if entry.body.physical_immediate is YesNo.YES), None)
    if danger is not None:
        reason = _("Immediate danger was recorded.")
        return Answer.fails(reason, danger.fact(reason), missing=missing)
    judged = next((entry for entry in last if entry.body.physical_immediate is not YesNo.NO), last[-1])
    fact = judged.fact(_("Immediate danger: {answer}.").format(answer=judged.body.physical_immediate.label))
    if judged.body.physical_immediate is not YesNo.NO:
        return Answer.unknown(_("Whether there is immediate danger is not known."), fact, missing=missing)
    if is_stale(judged.on, as_of, settings):
        limit = add_months(judged.on, months(settings, ASSESSMENT_MAX_AGE_MONTHS))
        reason = _("The last look at immediate danger, of {day}, is too old since {limit}.")
        return Answer.unknown(reason.format(day=judged.on, limit=limit), fact, missing=missing)
    return Answer.passes(_("No immediate danger on {day}.").format(day=judged.on), fact)


@RULES.closure_check("PX-P1-c", title=_("Clear progress in well-being"), source=SOURCE, alternative=MUTUALLY_AGREED)
@of_a_client_in_contact
def clear_progress(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The worker judges the progress in overall well-being significant, and says what shows it."""
    last = newest_day(in_this_episode(case, Progress))
    if not last:
        return Answer.unknown(_("No judgement of progress is recorded."), missing=Missing(Progress.KIND, "progress"))
    judged = next((entry for entry in last if entry.body.progress is not ProgressMade.SIGNIFICANT), last[-1])
    fact = judged.fact(
        _("Progress: {progress}. {note}").format(progress=judged.body.progress.label, note=judged.body.note)
    )
    if judged.body.progress is not ProgressMade.SIGNIFICANT:
        reason = _("Progress was judged “{progress}”, not significant.").format(progress=judged.body.progress.label)
        return Answer.fails(reason, fact, missing=Missing(Progress.KIND, "progress"))
    if not judged.body.note.strip():
        reason = _("Progress was judged significant, but not what shows it.")
        return Answer.unknown(reason, fact, missing=Missing(Progress.KIND, "note"))
    return Answer.passes(_("Progress was judged significant."), fact)


@RULES.closure_check("PX-P1-e", title=_("The client wants the work to end"), source=SOURCE, alternative=MUTUALLY_AGREED)
@of_a_client_in_contact
def client_wants_to_end(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The client says that the worker's part should end; one word is enough on this way, unless it was taken back."""
    said = newest_day(
        tuple(
            entry
            for entry in in_this_episode(case, ClientRequest)
            if entry.body.asker is Asker.CLIENT and entry.body.wish is not Wish.CHANGE_WORKER
        )
    )
    if not said:
        missing = Missing(ClientRequest.KIND, "wish", who=Asker.CLIENT.label)
        return Answer.unknown(_("The client's wish is not recorded."), missing=missing)
    last = next((entry for entry in said if entry.body.wish is not Wish.END_ALL), said[-1])
    fact = last.fact(_("The client's wish: {wish}.").format(wish=last.body.wish.label))
    if last.body.wish is Wish.END_ALL:
        return Answer.passes(_("The client asked on {day} for the work to end.").format(day=last.on), fact)
    return Answer.fails(_("The client does not want all of the work to end."), fact)
