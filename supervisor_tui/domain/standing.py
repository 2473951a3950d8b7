"""In which context a case is judged, and what each guidance set counts for there."""

from datetime import date

from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Context, SetInForce, Standing
from supervisor_tui.domain.records.responsibility import ContextForCase, GuidanceForCase
from supervisor_tui.wording import _

NOT_SWITCHED_ON = _("nobody switched it on for this programme")
CANNOT_BE_READ = _("record {record}, which may say whether this holds here, cannot be read")


def context_on(case: CaseFile, day: date) -> Context | None:
    """Return the case's own context if one was recorded by `day`, else the programme's; None if nobody said.

    None as well where a record that says it cannot be read.
    """
    try:
        own = [entry for entry in case.of(ContextForCase) if entry.on <= day]
    except UnreadableRecordError:
        return None
    return own[-1].body.context if own else case.programme.context_on(day)


def standing_of(case: CaseFile, set_id: SetId, day: date) -> SetInForce:
    """Return what a set counts for in this case on `day`, since when and why; not in force unless somebody said so.

    Where a record that could say it cannot be read, the programme's word holds, and a set it does not name informs:
    what might be in force is not left out in silence.
    """
    said = case.programme.standing_on(set_id, day)
    try:
        own = [entry for entry in case.of(GuidanceForCase) if entry.body.set == set_id and entry.on <= day]
    except UnreadableRecordError as error:
        return said or SetInForce(set_id, Standing.INFORMS, day, CANNOT_BE_READ.format(record=error.record))
    if own:
        last = own[-1]
        return SetInForce(set_id, last.body.standing, last.on, last.body.reason)
    return said or SetInForce(set_id, Standing.OFF, day, NOT_SWITCHED_ON)
