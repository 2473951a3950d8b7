"""When a programme ends: every case has a way on, and the end was thought of from the start."""

from collections.abc import Iterable
from datetime import date

from iag_core.days_in_settings import day_in
from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.records.kept_at_exit import KeptAtExit
from iag_core.settings.words import YES
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, status
from supervisor_tui.domain.transfers import transfer
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

SOURCE = "004 §2.3, §2.4"
rules.declared(
    "IAG-TRF-13", kind=RuleKind.CHECKLIST, title=_("End, hand-over and files thought of from the start"), source=SOURCE
)


@case_check("IAG-TRF-12", title=_("The case has a way on when the programme ends"), source=SOURCE)
def the_case_has_a_way_on(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """When the agency leaves, each open case is handed over, closed by the rules, or kept with somebody's name."""
    ends = day_in(settings, "programme_ends_on")
    if ends is None:
        return Answer.does_not_apply(_("No end of the programme is set."))
    if status(case) is Status.CLOSED:
        return Answer.passes(_("The case is closed."))
    kept, sent = case.latest(KeptAtExit), transfer(case, as_of)
    if kept is not None and kept.body.by is not None:
        return Answer.passes(_("The case is kept: {by}.").format(by=kept.body.by), kept.fact(_("Kept.")))
    if sent is not None and sent.body.accepted_on is not None and sent.body.accepted_on <= as_of:
        return Answer.passes(_("Another agency accepted the case."), sent.fact(_("Hand-over")))
    missing = Missing(record=Transfer.KIND)
    if as_of < ends:
        words = _("The programme ends on {day}, and it is not known how this case goes on.")
        return Answer.unknown(words.format(day=ends.isoformat()), missing=missing)
    words = _("The programme ended on {day}, and this case has no way on.")
    return Answer.fails(words.format(day=ends.isoformat()), missing=missing)


@rules.indicator("IAG-TRF-12", title=_("Open cases when the programme ends"), source=SOURCE)
def open_cases_when_the_programme_ends(
    cases: tuple[CaseFile, ...], as_of: date, settings: Settings
) -> Iterable[Figure]:
    """The end of a programme counts down on its open cases: each of them needs a way on."""
    ends = day_in(settings, "programme_ends_on")
    if ends is None:
        return
    left = [case.code for case in cases if the_case_has_a_way_on(case, as_of, settings).result.value in _OPEN]
    question = _("Who takes each of them?") if left else ""
    title = _("without a way on when the programme ends on {day}").format(day=ends.isoformat())
    yield Figure(title, tuple(left), question=question)


@rules.indicator("IAG-TRF-13", title=_("End, hand-over and files thought of from the start"), source=SOURCE)
def the_end_is_thought_of(_cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """From the start it is planned how the work ends, who takes over, and where children's files are kept.

    Where a programme runs beside the state's own system, this has to be settled; elsewhere it is advised.
    """
    beside = settings.word("beside_the_state") == YES
    for key, title in (
        ("exit_plan", _("plan for the end of the programme")),
        ("files_after_exit", _("where files are kept after the end")),
    ):
        if not (settings.word(key) or "").strip():
            words = (
                _("The programme runs beside the state's system and has not settled this.")
                if beside
                else _("Nobody has answered this yet.")
            )
            yield Figure(title, slot=key, unknown=words, missing=Missing(setting=settings.full_key(key)))


_OPEN = frozenset({"fail", "unknown"})
