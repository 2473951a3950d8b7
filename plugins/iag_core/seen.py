"""What of a case file counts: what had happened by a day, and from which day duties are this agency's."""

from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.status import registration


def seen_on(case: CaseFile, day: date) -> CaseFile:
    """Return the case file without what happened after `day`; the same one if nothing did."""
    return case if not case.records or case.records[-1].on <= day else case.until(day)


def duties_from(case: CaseFile) -> date | None:
    """Return the day before which duties were somebody else's, or None."""
    opening = registration(case)
    return opening.body.duties_from if opening else None
