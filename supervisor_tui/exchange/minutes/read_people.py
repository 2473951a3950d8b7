"""Who took part, read from the table of a text: what is said of each, and who came besides."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from markdown_it.tree import SyntaxTreeNode

from supervisor_tui.domain.ids import ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting, with_numbers
from supervisor_tui.domain.meetings.participants import CONTACT_OF_FAMILY, Participant, ParticipantRole
from supervisor_tui.exchange.minutes.headings import TOOK_PART
from supervisor_tui.exchange.minutes.nodes import is_blank, on_one_line, row_of, same, words_of
from supervisor_tui.exchange.minutes.people_table import AGENCY, ATTENDANCE, COLUMNS, CONTACT, NUMBER, ROLE, WHO
from supervisor_tui.exchange.minutes.reading import NotReadableError, Reading, one_of
from supervisor_tui.wording import _

__all__ = ["with_people"]


def with_people(meeting: Meeting, tables: list[SyntaxTreeNode], reading: Reading) -> Meeting:
    """Return a meeting with what the tables of a text say of who took part.

    What a cell leaves blank stays as it is, and so does whoever has no row. A row without a number, or with one that
    was never given, is somebody more.
    """
    people = {one.id: one for one in meeting.participants}
    more: list[Participant] = []
    listed: set[str] = set()
    for table in tables:
        listed |= _with_table(meeting, people, more, table, reading)
    if listed:
        left_out = (one for one in meeting.participants if one.id not in listed)
        reading.left_out += (f"{one.id} {on_one_line(one.label)}" for one in left_out)
    given = max([meeting.numbered, *(int(one.id[1:]) for one in people.values() if one.id[1:].isdecimal())])
    added = msgspec.structs.replace(meeting, participants=(*people.values(), *more), numbered=given)
    return with_numbers(added)


def _with_table(
    meeting: Meeting,
    people: dict[ParticipantId, Participant],
    more: list[Participant],
    table: SyntaxTreeNode,
    reading: Reading,
) -> set[str]:
    """Bring what a table says into the people by number, and those without one among more; return whom it lists."""
    passed: set[str] = set()
    for row, said in _rows(table, reading):
        number = ParticipantId(said.pop(NUMBER, "").upper()) or _known_by_name(people.values(), said, reading)
        if number and number in passed:
            reading.problem(row, _("the number {number} stands twice.").format(number=number))
        elif number in people:
            people[number] = _as_said(people[number], row, said, reading)
        elif (one := _somebody_more(meeting, number, row, said, reading)) is not None and one.id:
            people[one.id] = one
        elif one is not None:
            more.append(one)
        passed.add(number)
    return passed


def _known_by_name(people: Iterable[Participant], said: Mapping[str, str], reading: Reading) -> ParticipantId:
    """Return the number of somebody who is invited already, for a row without one; "" where it is somebody more."""
    try:
        label = reading.meant(said.get(WHO, ""))
    except NotReadableError:
        return ParticipantId("")
    called = (one for one in people if label and on_one_line(one.label) == on_one_line(label))
    same_agency = (one for one in called if on_one_line(one.agency) == on_one_line(said.get(AGENCY, "")))
    return next((one.id for one in same_agency), ParticipantId(""))


def _rows(table: SyntaxTreeNode, reading: Reading) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row with its number in the text and its cells by the head of their column; blanks are left out."""
    head, *body = table.children
    heads = [_known_head(cell, reading) for cell in head.children[0].children]
    if NUMBER not in heads or not {ATTENDANCE, CONTACT} & set(heads):
        message = _("a table of who took part needs the columns {number} and {attendance}, or {number} and {contact}.")
        reading.problem(row_of(table), message.format(number=NUMBER, attendance=ATTENDANCE, contact=CONTACT))
        return
    for row in (row for part in body for row in part.children):
        cells = zip(heads, row.children, strict=False)
        yield row_of(row), {name: words_of(cell).strip() for name, cell in cells if name and not is_blank(cell)}


def _known_head(cell: SyntaxTreeNode, reading: Reading) -> str:
    words = words_of(cell).strip()
    found = next((one.head for one in COLUMNS if same(one.head, words)), "")
    if not found and words:
        message = _("nobody knows the column “{head}”. Known here: {known}.")
        known = ", ".join(one.head for one in COLUMNS)
        reading.problem(row_of(cell), message.format(head=words, known=known))
    return found


def _as_said(one: Participant, row: int, said: Mapping[str, str], reading: Reading) -> Participant:
    """Return somebody with what a row says of them; another person is none of the fields that change."""
    for column in COLUMNS:
        words, was = said.get(column.head, ""), on_one_line(column.words(one))
        if not words or on_one_line(words) == was:
            continue
        try:
            if column.head == WHO:
                _refuse_another(one, reading.meant(words))
                continue
            said_of = msgspec.structs.replace(one, **column.read(words))
            _refuse_contact_of_family(said_of)
            if said_of != one:
                reading.changed(row, f"{one.id} {column.head}", was, words)
            one = said_of
        except NotReadableError as error:
            reading.problem(row, str(error))
    return one


def _refuse_contact_of_family(one: Participant) -> None:
    if one.is_family and one.contact:
        raise NotReadableError(CONTACT_OF_FAMILY)


def _refuse_another(one: Participant, label: str) -> None:
    if label != one.label:
        message = _("{number} is {who}. Leave the number blank to add somebody more.")
        raise NotReadableError(message.format(number=one.id, who=on_one_line(one.label)))


def _somebody_more(
    meeting: Meeting, number: ParticipantId, row: int, said: Mapping[str, str], reading: Reading
) -> Participant | None:
    """Return somebody whom the text adds; None, and a problem, where it does not say who, or the number was given."""
    if WHO not in said or ROLE not in said or not _is_free(meeting, number):
        message = _(
            "nobody with the number {number} was invited. For somebody more leave it blank, and say who and role."
        )
        reading.problem(row, message.format(number=number or "–"))
        return None
    try:
        role = one_of(ParticipantRole, said[ROLE])
        label = reading.meant(said[WHO])
    except NotReadableError as error:
        reading.problem(row, str(error))
        return None
    one = Participant(id=number, label=label, role=role, professional=not role.is_family)
    reading.changed(row, TOOK_PART, "", f"{label} ({role.label})")
    return _as_said(one, row, said, Reading(reading.meant, reading.problems))


def _is_free(meeting: Meeting, number: ParticipantId) -> bool:
    """Say whether a number may be given: none, which gives the next, or one that was never given."""
    count = number[1:]
    return not number or (count.isdecimal() and number == f"P{int(count)}" and int(count) > meeting.numbered)
