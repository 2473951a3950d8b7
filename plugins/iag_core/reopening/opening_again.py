"""Opening a closed case again: at any time, with a reason, a fresh look at consent, and counted."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.settings import figure
from supervisor_tui.domain.agreements import agreed, is_over, is_taken_back
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import Assessment
from supervisor_tui.domain.records.closing import Closure, ClosureReason, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentPurpose
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Episode, closure, episode, episodes
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

SOURCE = "004 §3.6"
NOT_OPENED_AGAIN = _("The case was not opened again.")


@rules.validator("IAG-CLS-22", title=_("Opening a closed case again"), source=SOURCE)
def opening_a_closed_case_again(case: CaseFile, draft: RecordBody, _on: date, _settings: Settings) -> Iterable[Finding]:
    """A closed case may be opened again at any time when something new is known; the reason is written down."""
    if not isinstance(draft, Reopening):
        return
    if closure(case) is None:
        yield Finding(Severity.REFUSE, _("The case is not closed, so it cannot be opened again."))
    if not draft.reason.strip():
        yield Finding(Severity.WARN, _("Please say why the case is opened again."), "reason")


@case_check("IAG-CLS-22", title=_("After opening again the assessment comes first"), source=SOURCE)
def the_assessment_comes_first(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """A case that is opened again begins a new stretch of work: a new look at the child comes before a new plan."""
    present = _second(case)
    if present is None:
        return Answer.does_not_apply(NOT_OPENED_AGAIN)
    looks = [
        entry for entry in case.of(Assessment) if entry.on >= present.opened_on and entry.body.finished is YesNo.YES
    ]
    plans = [entry for entry in case.of(CasePlan) if entry.on >= present.opened_on]
    missing = Missing(record=Assessment.KIND, field="finished")
    if not looks and not plans:
        return Answer.unknown(_("The case was opened again and has not been assessed since."), missing=missing)
    if not looks or (plans and plans[0].on < looks[0].on):
        return Answer.fails(
            _("A new plan was made before the child was assessed again."),
            plans[0].fact(_("Case plan")),
            missing=missing,
        )
    return Answer.passes(_("The child was assessed again first."), looks[0].fact(_("Assessment")))


@rules.validator("IAG-CLS-23", title=_("Consent when a case opens again"), source="004 §3.6, §3.4; derived")
def consent_is_asked_again(case: CaseFile, draft: RecordBody, on: date, _settings: Settings) -> Iterable[Finding]:
    """A consent that ran out, or was taken back, while the case was closed has to be given anew."""
    if isinstance(draft, Reopening) and not _standing(case, on):
        yield Finding(Severity.WARN, _("No consent to services stands on this day; please ask again."))


@case_check("IAG-CLS-23", title=_("Consent holds since the case was opened again"), source="004 §3.6, §3.4; derived")
def consent_holds_since_it_was_opened_again(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """A case that was opened again needs a consent that still holds; until it is renewed, this is not in order."""
    present = _second(case)
    if present is None:
        return Answer.does_not_apply(NOT_OPENED_AGAIN)
    standing = _standing(case, present.opened_on) or _renewed(case, present.opened_on, as_of)
    if not standing:
        return Answer.fails(
            _("No consent to services held when the case was opened again, and none was given since."),
            missing=Missing(record=Consent.KIND, field="valid_until"),
        )
    return Answer.passes(_("A consent to services holds."), standing[-1].fact(_("Consent")))


@rules.indicator("IAG-CLS-26", title=_("Closed too early"), source="004 §3.6; days ours")
def closed_too_early(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """A case that comes back soon after its closing asks whether it was closed too early. It is counted, not judged."""
    since = as_of - timedelta(days=figure(settings, "closings_looked_at_days"))
    within = timedelta(days=figure(settings, "early_closing_days"))
    ends = [
        (case, ended, _came_back(case, ended, within))
        for case in cases
        for ended in case.of(Closure)
        if ended.on >= since
    ]
    early = [(case, ended) for case, ended, back in ends if back]
    codes = tuple(dict.fromkeys(case.code for case, _ended in early))
    question = _("What was not seen at the closing?") if codes else ""
    yield Figure(_("closed, and opened again soon after"), codes, slot="again", question=question)
    if ends:
        share = round(100 * len(early) / len(ends))
        title = _("share of closings opened again soon after")
        yield Figure(title, codes, measured=share, unit="%", slot="share")
    for reason in ClosureReason:
        mine = tuple(dict.fromkeys(case.code for case, ended in early if ended.body.reason is reason))
        if mine:
            title = _("opened again soon after closing for “{reason}”").format(reason=reason.label)
            yield Figure(title, mine, slot=f"reason.{reason.value}")
    for code in sorted({worker for case, ended in early if (worker := _worker_on(case, ended.on))}):
        mine = tuple(dict.fromkeys(case.code for case, ended in early if _worker_on(case, ended.on) == code))
        yield Figure(_("opened again soon after closing, carried by {worker}").format(worker=code), mine, slot=code)


def _second(case: CaseFile) -> Episode | None:
    present = episode(case)
    return present if present is not None and present.number > 1 else None


def _standing(case: CaseFile, day: date) -> list[Entry[Consent]]:
    return [
        entry
        for entry in agreed(case, ConsentPurpose.SERVICES)
        if entry.on <= day and not is_over(entry, day) and not is_taken_back(case, entry, day)
    ]


def _renewed(case: CaseFile, since: date, as_of: date) -> list[Entry[Consent]]:
    return [entry for entry in _standing(case, as_of) if entry.on >= since]


def _came_back(case: CaseFile, ended: Entry[Closure], within: timedelta) -> bool:
    return any(
        spell.opened_on >= ended.on and spell.opened_on <= ended.on + within
        for spell in episodes(case)
        if spell.number > 1
    )


def _worker_on(case: CaseFile, day: date) -> str | None:
    given = [entry for entry in case.of(Assignment) if entry.on <= day]
    return given[-1].body.worker if given else None
