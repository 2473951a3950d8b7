"""What the columns of a case itself say, as records; the plan, which has lines of its own, is made elsewhere."""

from datetime import date

from supervisor_tui.domain.calendar import day_of
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.incoming.cell_values import FieldValue
from supervisor_tui.exchange.incoming.drafts import Drafted, draft_of
from supervisor_tui.exchange.incoming.row_values import RowValues
from supervisor_tui.exchange.incoming.terms import ImportTerms
from supervisor_tui.exchange.mapping.targets import GROUPS, TargetGroup
from supervisor_tui.exchange.problems import ImportProblem
from supervisor_tui.exchange.reading.headers import normal_heading
from supervisor_tui.wording import _

__all__ = ["case_records", "day_in", "is_closed", "registered_on"]

_OWN_WAY = {"registration", "assignment", "risk_level", "assessment", "closure", "plan"}
_ONE_OF_ITS_KIND = {"initial_assessment", "consent_services", "consent_sharing"}
_CLOSED = {"closed", "close", "inactive", "terminated", "exited", "archived"}
_KNOWN_STATUS = {"open", "active", "identified", "reopened", "transferred", "new", "on hold"} | _CLOSED


def case_records(row: RowValues, terms: ImportTerms) -> Drafted:
    """Return the records of a case's own columns; none at all where nobody knows when it was registered."""
    registered = registered_on(row)
    if registered is None:
        return Drafted()
    found = _registration(row, terms, registered) + _assignment(row, terms, registered)
    found += _risk_level(row, terms, registered) + _assessment(row) + _closure(row) + _status(row)
    for group in GROUPS:
        if group.name not in _OWN_WAY and row.speaks_of(group.name):
            found += _plain_group(row, group)
    return found


def registered_on(row: RowValues) -> date | None:
    """Return the day of registration, else the day on which the case was entered in the other system."""
    return day_in(row, "registration.on") or day_in(row, "case.entered_on")


def is_closed(row: RowValues) -> bool:
    """Whether the other system counts the case as closed; a date of closing alone says so where no status does."""
    status = row.values.get("case.status")
    if status is None:
        return "closure.on" in row.values
    return normal_heading(str(status)) in _CLOSED


def day_in(row: RowValues, target: str) -> date | None:
    """Return the day that stands under a target, or None."""
    found = row.values.get(target)
    return day_of(found) if isinstance(found, date) else None


def _registration(row: RowValues, terms: ImportTerms, registered: date) -> Drafted:
    fields: dict[str, FieldValue] = row.of_group("registration") | {"programme": terms.programme.id}
    if terms.start_date is not None:
        fields["duties_from"] = terms.start_date
    return draft_of(_group("registration"), fields, row.where, "", registered)


def _assignment(row: RowValues, terms: ImportTerms, registered: date) -> Drafted:
    fields = row.of_group("assignment")
    if "worker" not in fields:
        return Drafted()
    on = day_in(row, "assignment.on")
    return draft_of(_group("assignment"), fields, row.where, "", on or registered, on or _changed_on(row, terms))


def _risk_level(row: RowValues, terms: ImportTerms, registered: date) -> Drafted:
    """Set the level from its own day, else from the registration: since when it holds, such files do not say."""
    fields = row.of_group("risk_level")
    if "level" not in fields:
        return Drafted()
    on = day_in(row, "risk_level.on")
    return draft_of(_group("risk_level"), fields, row.where, "", on or registered, on or _changed_on(row, terms))


def _changed_on(row: RowValues, terms: ImportTerms) -> date:
    changed = day_in(row, "case.changed_on")
    return changed if changed is not None and changed <= terms.as_of else terms.as_of


def _assessment(row: RowValues) -> Drafted:
    """Take the assessment in; with its start alone nobody knows whether it was finished."""
    fields = row.of_group("assessment")
    started = day_in(row, "assessment.started_on")
    done = day_in(row, "assessment.on")
    if started is None and done is None:
        return Drafted()
    fields.setdefault("finished", YesNo.NOT_KNOWN if done is None else YesNo.YES)
    return draft_of(_group("assessment"), fields, row.where, "", done or started)


def _closure(row: RowValues) -> Drafted:
    """Close what the other system has closed; a date of closing in an open case is kept locked."""
    if not is_closed(row):
        return Drafted()
    on = day_in(row, "closure.on")
    fields = row.of_group("closure")
    refused: tuple[ImportProblem, ...] = ()
    if "reason" not in fields:
        fields["reason"] = ClosureReason.OTHER
        what = _("the case is closed, and the file gives no main reason that is known here: taken as “other reason”")
        refused = (
            ImportProblem(what, row.where, _("Say what the word means in the mapping file, or correct it here.")),
        )
    return draft_of(_group("closure"), fields, row.where, "", on) + Drafted(refused=refused if on is not None else ())


def _status(row: RowValues) -> Drafted:
    status = row.values.get("case.status")
    said = normal_heading(str(status)) if status is not None else "open"
    if said == "transferred" and not row.speaks_of("transfer"):
        what = _("it is marked as transferred, and the file does not say to whom or when")
    elif said not in _KNOWN_STATUS:
        what = _("its status is not known here, so that it is taken as open")
    else:
        return Drafted()
    return Drafted(refused=(ImportProblem(what, row.where, _("Record it here if it holds.")),))


def _plain_group(row: RowValues, group: TargetGroup) -> Drafted:
    """Make one record of a group's fields; several of a kind are told apart by their day."""
    on = day_in(row, f"{group.name}.on")
    fields = row.of_group(group.name)
    if not fields:
        return Drafted()
    if group.name == "follow_up":
        fields.setdefault("channel", "not_known")
    if group.name == "referral":
        fields.setdefault("referral", "R-1")
    key = group.name if group.name in _ONE_OF_ITS_KIND else f"{on}"
    return draft_of(group, fields, row.where, key, on)


def _group(name: str) -> TargetGroup:
    return next(group for group in GROUPS if group.name == name)
