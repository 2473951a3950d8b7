"""The demo agency opened on some days, built once for all tests, and what each of its cases looks like then."""

from datetime import datetime
from functools import cache

import msgspec

from supervisor_tui.casework.demo_agency import DemoAgency, demo_agency
from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetReview

SATURDAY = datetime.fromisoformat("2026-11-21T14:00:00+03:00")
MONDAY_OF_MARCH = datetime.fromisoformat("2027-03-01T08:00:00+00:00")
LEAP_NIGHT = datetime.fromisoformat("2028-02-29T23:30:00-05:00")
NEW_YEAR = datetime.fromisoformat("2027-01-01T00:10:00+05:30")
MOMENTS = (SATURDAY, MONDAY_OF_MARCH, LEAP_NIGHT, NEW_YEAR)


def agency(moment: datetime = SATURDAY) -> DemoAgency:
    return _agency(moment)


def case_files(moment: datetime = SATURDAY) -> tuple[CaseFile, ...]:
    return _case_files(moment)


def open_cases(moment: datetime = SATURDAY) -> tuple[CaseFile, ...]:
    return tuple(case for case in case_files(moment) if status(case) is not Status.CLOSED)


def due_items(case: CaseFile, moment: datetime = SATURDAY) -> tuple[DueItem, ...]:
    return _due_items(moment)[case.code]


def late(case: CaseFile, moment: datetime = SATURDAY) -> tuple[DueItem, ...]:
    return tuple(
        item for item in due_items(case, moment) if not item.advisory and due_state(item, moment) is DueState.OVERDUE
    )


def deciding_review(case: CaseFile) -> SetReview | None:
    """What the deciding set says about closing an open case."""
    return _deciding_reviews().get(case.code)


@cache
def host() -> PluginHost:
    return PluginHost.discover(agency_values=agency().agency_values)


@cache
def _agency(moment: datetime) -> DemoAgency:
    return demo_agency(moment)


@cache
def _case_files(moment: datetime) -> tuple[CaseFile, ...]:
    known = {programme.id: programme for programme in agency(moment).programmes}
    files = []
    for code, records in agency(moment).cases:
        opening = next(record for record in records if record.kind == Registration.KIND)
        programme = known[msgspec.json.decode(opening.body, type=Registration).programme]
        files.append(as_seen(code, programme, records, moment.date()))
    return tuple(files)


@cache
def _due_items(moment: datetime) -> dict[CaseCode, tuple[DueItem, ...]]:
    return {
        case.code: tuple(item for due in host().due_items(case, moment.date()) for item in due.items)
        for case in case_files(moment)
    }


@cache
def _deciding_reviews() -> dict[CaseCode, SetReview]:
    return {
        case.code: review
        for case in open_cases()
        for review in host().review_closing(case, SATURDAY.date())
        if review.standing.standing is Standing.DECIDES
    }
