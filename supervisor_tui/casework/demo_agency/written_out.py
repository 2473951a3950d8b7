"""Cases that stand in a file record by record: they show what seldom goes wrong, and what seldom goes so well."""

from datetime import timedelta

import msgspec

from supervisor_tui.casework.demo_agency.days_in_words import with_days
from supervisor_tui.casework.demo_agency.folder import read
from supervisor_tui.casework.demo_agency.pen import CasePen
from supervisor_tui.casework.demo_agency.registering import given_to
from supervisor_tui.casework.demo_agency.written_words import WrittenCase, WrittenCases, WrittenRecord
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.registration import Registration

TYPED_AT = 17


def written_cases() -> tuple[WrittenCase, ...]:
    """Return the cases of the file."""
    return _file().cases


def written_out(pen: CasePen, case: WrittenCase) -> None:
    """Write a case as it stands in the file: how it begins, then its own records."""
    beginnings = _file().beginnings
    given_to(pen, pen.ago(case.opened), entered=pen.moment(pen.ago(case.opened), TYPED_AT))
    for one in (*(beginnings[case.begins] if case.begins else ()), *case.records):
        _write(pen, one, opened=case.opened)


def _file() -> WrittenCases:
    held: WrittenCases = read("written_cases", WrittenCases)
    return held


def _write(pen: CasePen, one: WrittenRecord, *, opened: int) -> None:
    """Write one record: its day and the days in it are counted from the registration, or back from the opening day."""
    counted_from = pen.ago(opened) if one.day is not None else pen.today
    on = counted_from + timedelta(days=one.day) if one.day is not None else pen.ago(one.ago)
    said = one.fields | ({"programme": pen.programme.id} if one.kind == Registration.KIND else {})
    fields = with_days(said, counted_from, pen.as_of.tzinfo)
    pen.write_as_said(
        one.kind,
        msgspec.json.encode(fields),
        on,
        entered=min(pen.moment(on, TYPED_AT), pen.as_of) if on <= pen.today else None,
        record=RecordId(f"{pen.code}-{one.id}") if one.id else None,
    )
