"""What closing asks people to do, by these guidelines: talk, approve, wait, finish, and visit afterwards."""

from datetime import date

from iag_core.closing.discussed import both_had_a_part, closing_was_talked_over
from iag_core.closing.providers_heard import every_provider_was_heard
from iag_core.closing.referrals_and_actions import nothing_is_unfinished
from iag_core.closing.sign_off import a_manager_authorised
from iag_core.closing.watching_period import the_watching_period_is_over
from iag_core.guidance import rules
from iag_core.records.visit_after_closing import VisitAfterClosing
from iag_core.reopening.visits import looks_after
from iag_core.schedule.after_closing import the_visit_after_closing
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import closure
from supervisor_tui.guidance.flows import Flow, FlowPart
from supervisor_tui.wording import _

SOURCE = "004 §3.6"

for _rule, _part, _title, _source, _stands in (
    ("IAG-CLS-29", FlowPart.TALK, _("Talk it over with child and family"), SOURCE, closing_was_talked_over),
    ("FU-24", FlowPart.TALK, _("Child and caregiver decide with the others"), "002", both_had_a_part),
    ("FU-22", FlowPart.TALK, _("Hear every provider"), "002", every_provider_was_heard),
    (
        "IAG-CLS-13",
        FlowPart.ROLE,
        _("A supervisor or manager who does not carry the case"),
        SOURCE,
        a_manager_authorised,
    ),
    ("IAG-CLS-10", FlowPart.WAITING, _("Watch for a while after the plan ended"), SOURCE, the_watching_period_is_over),
    ("IAG-CLS-12", FlowPart.CASEWORK_TASK, _("Settle referrals and promised actions"), SOURCE, nothing_is_unfinished),
):
    rules.flow_part(_rule, flow=Flow.CLOSING, part=_part, title=_title, source=_source)(_stands)


@rules.flow_part(
    "IAG-CLS-15", flow=Flow.CLOSING, part=FlowPart.AFTERWARDS, title=_("Visit after closing"), source="002; 004 §3.6"
)
def somebody_looks_in_after_closing(case: CaseFile, as_of: date, settings: Settings) -> Answer:
    """Within three months of the closing somebody visits once and sees whether things stayed stable."""
    ended = closure(case)
    if ended is None:
        return Answer.does_not_apply(_("Asked for once the case is closed."))
    looks = looks_after(case, ended.on)
    if looks:
        return Answer.passes(_("Somebody visited after the closing."), looks[0].fact)
    items = tuple(the_visit_after_closing(case, as_of, settings))
    if not items:
        return Answer.does_not_apply(_("No visit is asked for after a closing for this reason."))
    unknown = next((item.unknown for item in items if item.unknown), "")
    missing = Missing(record=VisitAfterClosing.KIND)
    if unknown:
        return Answer.unknown(unknown, missing=missing)
    return Answer.fails(_("Nobody has visited after the closing yet."), missing=missing)
