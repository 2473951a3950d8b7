"""The table of who took part: its columns, each with its words on paper and the way back."""

from collections.abc import Callable
from datetime import date

import msgspec

from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import Attendance, Confidentiality, Participant, ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.exchange.minutes.headings import blank
from supervisor_tui.exchange.minutes.lines_out import Naming
from supervisor_tui.exchange.minutes.nodes import on_one_line
from supervisor_tui.exchange.minutes.reading import NotReadableError, one_of
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["AGENCY", "ATTENDANCE", "COLUMNS", "CONTACT", "NUMBER", "ROLE", "WHO", "Column", "people_tables"]

NUMBER, WHO, ROLE, AGENCY = _("No."), _("Who"), _("Role"), _("Agency")
ATTENDANCE, REPORT, CONTACT = _("Attendance"), _("Report sent"), _("Contact")


class Column(msgspec.Struct, frozen=True):
    """A column: its words for somebody, the fields that its words say, and when it stands there.

    from_outside: not in a meeting to which nobody comes from outside. only_if_said: not if blank for all. apart: in
    a table of its own.
    """

    head: str
    words: Callable[[Participant], str]
    read: Callable[[str], dict[str, object]]
    from_outside: bool = False
    only_if_said: bool = False
    apart: bool = False


def _text(field: str) -> Callable[[str], dict[str, object]]:
    return lambda words: {field: words}


def _promise(one: Participant) -> str:
    if one.confidentiality is Confidentiality.SIGNED and one.signed_on:
        return f"{one.confidentiality.label}, {one.signed_on.isoformat()}"
    return one.confidentiality.label


def _as_promise(words: str) -> dict[str, object]:
    label, _comma, day = words.partition(",")
    promise = one_of(Confidentiality, label.strip())
    try:
        return {"confidentiality": promise, "signed_on": date.fromisoformat(day.strip()) if day.strip() else None}
    except ValueError as error:
        raise NotReadableError(_("{typed} is not a day. Write it as 2026-11-30.").format(typed=day.strip())) from error


COLUMNS = (
    Column(NUMBER, lambda one: one.id, _text("id")),
    Column(WHO, lambda one: one.label, _text("label")),
    Column(ROLE, lambda one: one.role.label, lambda words: {"role": one_of(ParticipantRole, words)}),
    Column(AGENCY, lambda one: one.agency, _text("agency")),
    Column(_("Sector"), lambda one: one.sector, _text("sector"), only_if_said=True),
    Column(CONTACT, lambda one: one.contact, _text("contact"), apart=True),
    Column(ATTENDANCE, lambda one: one.attendance.label, lambda words: {"attendance": one_of(Attendance, words)}),
    Column(_("Confidentiality"), _promise, _as_promise, from_outside=True),
    Column(
        *(REPORT, lambda one: one.report_sent.label if one.report_sent else ""),
        lambda words: {"report_sent": one_of(YesNo, words)},
        from_outside=True,
    ),
)


def people_tables(meeting: Meeting, naming: Naming, *, for_family: bool = False) -> list[str]:
    """Return the table, and below it how people can be reached: both in one leave no room for words on a page.

    That of the team's own meeting has no signatures, and neither has a family's copy.
    """
    columns = [one for one in COLUMNS if _stands(one, meeting) and not (for_family and one.from_outside)]
    rows = [[_cell(column, one, naming) for column in columns] for one in meeting.participants]
    table = table_in_markdown([one.head for one in columns], rows)
    contacts = [(text_as_markdown(one.id), text_as_markdown(one.contact)) for one in meeting.participants]
    told = [(number, contact) for number, contact in contacts if contact]
    return [table, table_in_markdown((NUMBER, CONTACT), told)] if told else [table]


def _stands(column: Column, meeting: Meeting) -> bool:
    if column.apart or (column.from_outside and meeting.kind is MeetingKind.MANAGEMENT):
        return False
    return not column.only_if_said or any(on_one_line(column.words(one)) for one in meeting.participants)


def _cell(column: Column, one: Participant, naming: Naming) -> str:
    if column.head == WHO:
        return naming(one.label)
    words = column.words(one)
    is_missed = column.head == REPORT and one.attendance is not Attendance.PRESENT
    return text_as_markdown(words) or (blank() if is_missed else "")
