"""Working out, from a case file, the narrow rows that lists are read from. Pure: the same file gives the same rows."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

import msgspec

from supervisor_tui.casework.closing_place import closing_row_of
from supervisor_tui.casework.putting_off import put_off_until
from supervisor_tui.casework.waits import waits_of
from supervisor_tui.domain.calendar import age_on, day_of
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.danger import in_danger
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import PersonCode, RuleId, SetId
from supervisor_tui.domain.intake import is_waiting_for_agreement, yet_to_agree
from supervisor_tui.domain.programme import Programme, Standing
from supervisor_tui.domain.records.assessment import Assessment, RiskLevelSet
from supervisor_tui.domain.records.closing import Closure, ClosureRequest, Reopening
from supervisor_tui.domain.records.closing_task import ClosingTask
from supervisor_tui.domain.records.consent import Consent, ConsentWithdrawn
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.keeping import FileKept
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment, Postponement
from supervisor_tui.domain.records.steps import StepBack
from supervisor_tui.domain.records.transfer import HandOverPlan, TakenUp, Transfer
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import Status, closing_request, episode, registration, status, step, worker
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetDue
from supervisor_tui.store.rows import CaseRows, CaseSummary, DueRow
from supervisor_tui.wording import _

NO_RISK_RANK = 99


def rows_of(host: PluginHost, case: CaseFile, as_of: date) -> CaseRows:
    """Return everything that lists read of a case, worked out for a day."""
    due = due_rows_of(host, case, as_of)
    summary = summary_of(host, case, due, as_of)
    legible, _spoiled = legible_part(case)
    is_open = status(legible) is not Status.CLOSED and worker(legible) is not None
    reviews = host.review_closing(case, as_of, in_force_only=True) if is_open else ()
    closing = closing_row_of(host, case, legible, summary, due, reviews, as_of)
    return CaseRows(summary, due, closing, waits_of(host, case, due, reviews, closing, as_of))


def due_rows_of(host: PluginHost, case: CaseFile, as_of: date) -> tuple[DueRow, ...]:
    """Return the duties of a case that are not done, of every set in force, worked out for a day.

    What fell due before the agency began to count for this case is left out. A record that cannot be read and that
    lists rest on is a row by itself, not known.
    """
    legible, spoiled = legible_part(case)
    put_off = put_off_until(legible)
    carried_by = worker(legible)
    opening = registration(legible)
    began = (opening.body.duties_from if opening else None) or date.min
    rows = [_cannot_be_read(case, record, carried_by, as_of) for record in spoiled]
    for found in host.due_items(case, as_of):
        guidance = host.set(found.set)
        fingerprint = host.settings(found.set, case.programme.id).fingerprint()
        rows.extend(
            DueRow(
                case=case.code,
                set=found.set,
                rule=item.rule,
                slot=item.slot,
                due_day=day_of(item.due) if item.due is not None else None,
                closes=item.closes,
                advisory=item.advisory,
                decides=found.standing.standing is Standing.DECIDES,
                worker=carried_by,
                version=guidance.version if guidance else "",
                settings=fingerprint,
                worked_out_for=as_of,
                postponed_until=put_off(item),
                item=item,
            )
            for item in _still_to_do(found, as_of)
            if item.due is None or day_of(item.due) >= began
        )
    return tuple(rows)


_READ_FOR_LISTS: tuple[type[RecordBody], ...] = (
    Registration,
    Assignment,
    RiskLevelSet,
    Assessment,
    CasePlan,
    FollowUp,
    Review,
    Postponement,
    ClosureRequest,
    ClosingTask,
    Closure,
    Reopening,
    Consent,
    ConsentWithdrawn,
    Transfer,
    HandOverPlan,
    TakenUp,
    FileKept,
    StepBack,
)


def legible_part(case: CaseFile) -> tuple[CaseFile, tuple[Record, ...]]:
    """Return the file without the records that lists rest on and that cannot be read, and these records."""
    spoiled: list[Record] = []
    while True:
        try:
            for kind in _READ_FOR_LISTS:
                case.of(kind)
        except UnreadableRecordError as error:
            spoiled += [record for record in case.records if record.id == error.record]
            case = CaseFile(case.code, case.programme, (one for one in case.records if one.id != error.record))
        else:
            return case, tuple(spoiled)


def _cannot_be_read(case: CaseFile, record: Record, carried_by: PersonCode | None, as_of: date) -> DueRow:
    reason = _("record {record} ({kind}) cannot be read; it is kept as it is")
    unknown = reason.format(record=record.id, kind=record.kind)
    return DueRow(
        case=case.code,
        set=SetId(""),
        rule=RuleId(""),
        slot=record.id,
        due_day=None,
        closes=None,
        advisory=False,
        decides=False,
        worker=carried_by,
        version="",
        settings="",
        worked_out_for=as_of,
        postponed_until=None,
        item=DueItem(_("a record to be looked at"), slot=record.id, unknown=unknown),
    )


def _still_to_do(found: SetDue, as_of: date) -> list[DueItem]:
    return [item for item in found.items if due_state(item, as_of) not in {DueState.DONE, DueState.MISSED}]


def made_with(host: PluginHost, programme: Programme) -> str:
    """Return a short hash of what the rows of a programme's cases rest on, beside their records and the day."""
    sets = [(one.id, one.version, host.settings(one.id, programme.id).fingerprint()) for one in host.sets]
    standing = (programme.contexts, programme.sets, programme.risk_levels, sets)
    return blake2b(msgspec.json.encode(standing), digest_size=8).hexdigest()


def summary_of(host: PluginHost, whole: CaseFile, due: Iterable[DueRow], as_of: date) -> CaseSummary:
    """Return what a line of the caseload shows of a case."""
    case, _spoiled = legible_part(whole)
    opening = registration(case)
    present = episode(case)
    level = risk(case)
    known = level.level if level else None
    asked = closing_request(case)
    contact = case.latest(FollowUp)
    first = min(
        (row for row in due if row.due_day is not None and not row.advisory),
        key=lambda row: (row.due_day or date.max, row.item.title),
        default=None,
    )
    return CaseSummary(
        case=case.code,
        programme=case.programme.id,
        worker=worker(case),
        status=status(case).value,
        risk=level.entry.body.level if level else "",
        risk_letter=known.letter if known else "?",
        risk_rank=known.rank if known else NO_RISK_RANK,
        step=step(case).value,
        opened_on=present.opened_on if present else None,
        closed_on=present.closed_on if present else None,
        last_contact=contact.on if contact else None,
        last_entry=max((record.entered_on for record in whole.records if _was_entered(record, as_of)), default=None),
        next_due=first.due_day if first else None,
        next_what=first.item.title if first else "",
        closing=asked.on.isoformat() if asked else "",
        age_band=age_band(opening.body, opening.on, as_of) if opening else "",
        urgent=in_danger(case),
        episode=present.number if present else 0,
        intake_at=opening.body.at if opening else None,
        duties_from=opening.body.duties_from if opening else None,
        yet_to_agree=_yet_to_agree(case),
        told=sum(1 for record in whole.records if record.how_known is HowKnown.TOLD),
        made_with=made_with(host, case.programme),
    )


def _yet_to_agree(case: CaseFile) -> str:
    waits = status(case) is Status.INTAKE and is_waiting_for_agreement(case)
    return ", ".join(one.label for one in yet_to_agree(case)) if waits else ""


def _was_entered(record: Record, as_of: date) -> bool:
    """Say whether somebody here had written the record down by the day; what is imported or told says nothing of it."""
    return record.how_known is HowKnown.RECORDED and day_of(record.entered_on) <= as_of


AGE_BANDS = ((0, 4), (5, 10), (11, 14), (15, 17))


def age_band(opening: Registration, registered_on: date, as_of: date) -> str:
    """Return the age band on a day, in words that identify nobody; "" where no age is known, or none can be so."""
    if opening.born_on is not None:
        age = age_on(opening.born_on, as_of)
    elif opening.age_years is not None:
        age = opening.age_years + max(0, age_on(registered_on, as_of))
    else:
        return ""
    if age < 0:
        return ""
    for youngest, oldest in AGE_BANDS:
        if youngest <= age <= oldest:
            return _("{youngest} to {oldest} years").format(youngest=youngest, oldest=oldest)
    return _("18 or older")
