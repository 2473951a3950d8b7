"""What belongs to the present stretch of work: a wish from before the case was reopened no longer counts."""

from datetime import date

from supervisor_tui.domain.case_file import BodyT, CaseFile, Entry
from supervisor_tui.domain.status import Status, episode, registration, status


def in_this_episode(case: CaseFile, kind: type[BodyT]) -> tuple[Entry[BodyT], ...]:
    """Return the records of a kind since the case was reopened, or all of them if it never was; oldest first."""
    present = episode(case)
    if present is None or present.number == 1:
        return case.of(kind)
    return tuple(entry for entry in case.of(kind) if entry.on >= present.opened_on)


def newest_day(entries: tuple[Entry[BodyT], ...]) -> tuple[Entry[BodyT], ...]:
    """Return the entries of the last day: of what one day says, the worst counts, and the order of typing never."""
    return tuple(entry for entry in entries if entry.on == entries[-1].on)


def work_goes_on(case: CaseFile) -> bool:
    """Say whether the case is open; after an exit this set asks for nothing more (PX-G-07)."""
    return status(case) is not Status.CLOSED


def duties_from(case: CaseFile) -> date:
    """Return the day from which duties are counted, for a case that was brought in from elsewhere."""
    opening = registration(case)
    return (opening.body.duties_from if opening else None) or date.min
