"""Closing because the young person turned 18."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.calendar import add_years
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-08", title=_("The young person is 18"), source="004 §1.2, §3.6")
@by_reason("IAG-CLS-08")
def eighteen_is_reached(case: CaseFile, as_of: date, _settings: Settings) -> Answer:
    """From the 18th birthday on a case may be closed for that reason; it never has to be.

    Who was born on 29 February turns 18 on 1 March of a common year (our reading). An estimated day of birth is not
    enough until the supervisor confirms it.
    """
    opening = registration(case)
    born = opening.body.born_on if opening else None
    if opening is None or born is None:
        return Answer.unknown(
            _("The day of birth is not recorded."), missing=Missing(record=Registration.KIND, field="born_on")
        )
    birthday = add_years(born, 18)
    fact = opening.fact(_("18th birthday on {day}.").format(day=birthday.isoformat()))
    if opening.body.age_estimated in {YesNo.YES, YesNo.NOT_KNOWN}:
        return Answer.unknown(
            _("The day of birth is an estimate; the supervisor has to confirm it."),
            fact,
            missing=Missing(record=Registration.KIND, field="age_estimated", who=_("supervisor")),
        )
    if as_of < birthday:
        return Answer.fails(
            _("The 18th birthday is on {day}.").format(day=birthday.isoformat()), fact, earliest=birthday
        )
    return Answer.passes(_("The 18th birthday has passed."), fact)
