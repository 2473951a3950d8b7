"""Working out, from a case file, the narrow rows that lists are read from. Pure: the same file gives the same rows."""

from datetime import date, datetime

from supervisor_tui.domain.calendar import age_on, day_of
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Postponement
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import closing_request, episode, registration, status, step, worker
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetDue
from supervisor_tui.store.rows import CaseSummary, DueRow
from supervisor_tui.wording import _

NO_RISK_RANK = 99


def due_rows_of(host: PluginHost, case: CaseFile, as_of: date) -> tuple[DueRow, ...]:
    """Return the duties of a case that are not done, of every set in force, worked out for a day."""
    put_off = {(entry.body.rule, entry.body.slot): entry.body.until for entry in case.of(Postponement)}
    carried_by = worker(case)
    rows: list[DueRow] = []
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
                postponed_until=put_off.get((item.rule, item.slot)),
                item=item,
            )
            for item in _still_to_do(found, as_of)
        )
    return tuple(rows)


def _still_to_do(found: SetDue, as_of: date) -> list[DueItem]:
    return [item for item in found.items if due_state(item, as_of) not in {DueState.DONE, DueState.MISSED}]


def summary_of(case: CaseFile, due: tuple[DueRow, ...], as_of: date) -> CaseSummary:
    """Return what a line of the caseload shows of a case."""
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
        last_entry=max((record.entered_on for record in case.records), default=None),
        next_due=first.due_day if first else None,
        next_what=first.item.title if first else "",
        closing=asked.on.isoformat() if asked else "",
        age_band=age_band(opening.body, opening.on, as_of) if opening else "",
        urgent=opening is not None and opening.body.urgent is YesNo.YES,
        episode=present.number if present else 0,
        intake_at=_intake_moment(opening.body) if opening else None,
        duties_from=opening.body.duties_from if opening else None,
        told=sum(1 for record in case.records if record.how_known is HowKnown.TOLD),
    )


def _intake_moment(opening: Registration) -> datetime | None:
    return opening.at


AGE_BANDS = ((0, 4), (5, 10), (11, 14), (15, 17))


def age_band(opening: Registration, registered_on: date, as_of: date) -> str:
    """Return the age band on a day, in words that identify nobody; "" where no age is known."""
    if opening.born_on is not None:
        age = age_on(opening.born_on, as_of)
    elif opening.age_years is not None:
        age = opening.age_years + max(0, (as_of - registered_on).days // 365)
    else:
        return ""
    for youngest, oldest in AGE_BANDS:
        if youngest <= age <= oldest:
            return _("{youngest} to {oldest} years").format(youngest=youngest, oldest=oldest)
    return _("18 or older")
