"""The paper kit of a meeting as Markdown: agenda, signatures, decisions to fill in, and what the family takes home."""

from collections.abc import Iterator
from datetime import date

import msgspec

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.agenda import time_in_words
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.exchange.paper.typed_text import BLANK, NEXT_PAGE, table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["FamilyPage", "KitText", "agenda_as_markdown", "family_pages_as_markdown", "kit_as_markdown"]

_BLANK_ROWS = 4
_BLANK_LINES = 5
_DECISIONS, _ACTIONS = 4, 6
_LEAST_ROWS = 8


class FamilyPage(msgspec.Struct, frozen=True):
    """What was agreed about one child, as far as its family may hear it; nothing where all is still to be filled in.

    to_do: what, who in plain words, until when.
    """

    case: CaseCode
    decided: tuple[str, ...] = ()
    to_do: tuple[tuple[str, str, date | None], ...] = ()
    next_date: tuple[str, ...] = ()


class KitText(msgspec.Struct, frozen=True):
    """What the kit says. `place` is blank where no paper shall tell it; people: role and agency of each, no name."""

    meeting: Meeting
    place: str
    people: tuple[tuple[str, str], ...]
    families: tuple[FamilyPage, ...]


def kit_as_markdown(kit: KitText) -> str:
    """Return the whole kit, each part on a page of its own."""
    pages = ["\n\n".join(page) for page in (_agenda(kit), _signatures(kit), _decisions(kit))]
    return f"\n\n{NEXT_PAGE}\n\n".join([*pages, *map(_family, kit.families)]) + "\n"


def agenda_as_markdown(kit: KitText) -> str:
    """Return what one of those invited is given: the agenda, and the family's pages where there are some."""
    return f"\n\n{NEXT_PAGE}\n\n".join(["\n\n".join(_agenda(kit)), *map(_family, kit.families)]) + "\n"


def family_pages_as_markdown(families: tuple[FamilyPage, ...]) -> str:
    """Return what families take home alone, a page for each child."""
    return (f"\n\n{NEXT_PAGE}\n\n".join(map(_family, families)) or _("This meeting has no page for a family.")) + "\n"


def _agenda(kit: KitText) -> Iterator[str]:
    meeting = kit.meeting
    yield "# " + _("Agenda of {number}").format(number=text_as_markdown(meeting.id))
    facts = [meeting.kind.label, meeting.starts.isoformat(sep=" ", timespec="minutes"), kit.place]
    yield " · ".join(text_as_markdown(fact) for fact in facts if fact)
    rows = [
        (
            str(at),
            text_as_markdown(line.text),
            text_as_markdown(line.case or ""),
            text_as_markdown(line.by or ""),
            str(line.minutes or ""),
        )
        for at, line in enumerate(meeting.agenda, 1)
    ]
    if rows:
        yield table_in_markdown((_("No."), _("Point"), _("Case"), _("Caseworker"), _("Minutes")), rows)
        if time := time_in_words(meeting.agenda, meeting.planned_minutes):
            yield _("Together: {time}").format(time=time)
    else:
        yield _("No point yet.")


def _signatures(kit: KitText) -> Iterator[str]:
    yield "# " + _("Who took part in {number}").format(number=text_as_markdown(kit.meeting.id))
    yield _("With my signature I promise to keep to myself what I hear about children and families in this meeting.")
    rows = [(text_as_markdown(role), text_as_markdown(agency), BLANK, BLANK) for role, agency in kit.people]
    blank = [(BLANK,) * 4] * _BLANK_ROWS
    yield table_in_markdown((_("Role"), _("Agency"), _("Day"), _("Signature")), [*rows, *blank])


def _decisions(kit: KitText) -> Iterator[str]:
    yield "# " + _("Decisions of {number}").format(number=text_as_markdown(kit.meeting.id))
    if kit.meeting.kind is MeetingKind.MANAGEMENT:
        yield _row_by_row(kit.meeting)
        return
    for code in kit.meeting.cases or (None,):
        if code is not None:
            yield "## " + text_as_markdown(code)
        yield table_in_markdown((_("What was decided"), _("Why")), [(BLANK,) * 2] * _DECISIONS)
        yield table_in_markdown((_("What will be done"), _("Who"), _("Until when")), [(BLANK,) * 3] * _ACTIONS)


def _row_by_row(meeting: Meeting) -> str:
    """Return a row for each case: a whole caseload has no room for more, and most cases need one line."""
    heads = (_("Case"), _("What was decided, and why"), _("What will be done"), _("Who"), _("Until when"))
    blank = (BLANK,) * (len(heads) - 1)
    rows = [(text_as_markdown(code), *blank) for code in meeting.cases]
    more = max(_BLANK_ROWS, _LEAST_ROWS - len(rows))
    return table_in_markdown(heads, [*rows, *[(BLANK, *blank)] * more])


def _family(page: FamilyPage) -> str:
    return "\n\n".join(_family_parts(page))


def _family_parts(page: FamilyPage) -> Iterator[str]:
    yield "# " + _("What we agreed")
    yield text_as_markdown(page.case)
    yield "## " + _("What we decided")
    yield _listed(page.decided) or _to_fill_in()
    yield "## " + _("Who does what, and until when")
    yield _listed(tuple(_done_by(*one) for one in page.to_do)) or _to_fill_in()
    yield "## " + _("When we meet again")
    yield _listed(page.next_date) or BLANK
    yield _("Is something not right, or not clear? Ask your caseworker. You may ask at any time.")


def _done_by(what: str, who: str, until: date | None) -> str:
    if until is None:
        return _("{who}: {what}").format(who=who, what=what)
    return _("{who}: {what}, until {day}").format(who=who, what=what, day=until.isoformat())


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {text_as_markdown(line)}" for line in lines)


def _to_fill_in() -> str:
    return "\n\n".join([BLANK] * _BLANK_LINES)
