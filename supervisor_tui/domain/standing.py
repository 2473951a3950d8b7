"""In which context a case is judged, and what each guidance set counts for there."""

from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Context, SetInForce, Standing
from supervisor_tui.domain.records.responsibility import ContextForCase, GuidanceForCase
from supervisor_tui.wording import _

NOT_SWITCHED_ON = _("nobody switched it on for this programme")


def context_on(case: CaseFile, day: date) -> Context | None:
    """Return the case's own context if one was recorded by `day`, else the programme's; None if nobody said."""
    own = [entry for entry in case.of(ContextForCase) if entry.on <= day]
    return own[-1].body.context if own else case.programme.context_on(day)


def standing_of(case: CaseFile, set_id: SetId, day: date) -> SetInForce:
    """Return what a set counts for in this case on `day`, since when and why; not in force unless somebody said so."""
    own = [entry for entry in case.of(GuidanceForCase) if entry.body.set == set_id and entry.on <= day]
    if own:
        last = own[-1]
        return SetInForce(set_id, last.body.standing, last.on, last.body.reason)
    said = case.programme.standing_on(set_id, day)
    return said or SetInForce(set_id, Standing.OFF, day, NOT_SWITCHED_ON)
