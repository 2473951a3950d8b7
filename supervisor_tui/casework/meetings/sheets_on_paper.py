"""Presentation sheets as a paper, a page for each case, codes only."""

from collections.abc import Iterable, Iterator

from supervisor_tui.casework.due_list import lateness
from supervisor_tui.casework.meetings.meeting_needs import Need
from supervisor_tui.casework.meetings.presentation import CaseSheet, Told
from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.plan import ActionStanding
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper, PaperForm
from supervisor_tui.exchange.paper.typed_text import NEXT_PAGE, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["action_in_words", "sheets_on_paper", "usual_name_of_sheets"]


def sheets_on_paper(number: MeetingId, sheets: tuple[CaseSheet, ...]) -> Paper:
    """Return the sheets of a meeting, to print or to send."""
    pages = ["\n\n".join(_page(number, sheet)) for sheet in sheets]
    text = f"\n\n{NEXT_PAGE}\n\n".join(pages) or _("No case stands on the agenda yet.")
    title = _("Presentation {number}").format(number=number)
    return Paper(title=title, markdown=text + "\n", holds=CodesOrNames.CODES)


def usual_name_of_sheets(number: MeetingId, form: PaperForm) -> str:
    """Return a name for the file: the meeting's number, never a person or a case."""
    return f"{number}-sheet.{form.value}"


def action_in_words(one: ActionStanding) -> str:
    """Return an action with who does it and until when, by code."""
    who = one.action.owner or _("nobody named")
    until = one.action.due_on.isoformat() if one.action.due_on else _("no day set")
    return _("{text} ({who}, until {until})").format(text=one.action.text, who=who, until=until)


def _page(number: MeetingId, sheet: CaseSheet) -> Iterator[str]:
    yield "# " + _("{case} in {number}").format(case=text_as_markdown(sheet.case), number=text_as_markdown(number))
    if sheet.withheld:
        yield text_as_markdown(sheet.withheld)
    else:
        yield _("Risk: {level}").format(level=text_as_markdown(sheet.risk))
    for heading, lines in _sections(sheet):
        if lines or not sheet.withheld:
            yield "## " + heading
            yield _listed(lines)


def _sections(sheet: CaseSheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield _("Strengths and what protects"), tuple(map(_told, sheet.strengths))
    yield _("Risks and gaps"), tuple(map(_told, sheet.gaps))
    yield _("What is late"), tuple(f"{line.row.item.title}: {lateness(line)}" for line in sheet.late)
    yield _("What the guidance finds, the worst first"), tuple(map(_found, sheet.findings))
    yield _("Open actions"), tuple(map(action_in_words, sheet.open_actions))
    yield _("Decided last time"), tuple(f"{one.on.isoformat()}: {one.body.text}" for one in sheet.before.decisions)


def _told(one: Told) -> str:
    return one.text if one.ahead else f"{one.text} ({one.on.isoformat()})"


def _found(need: Need) -> str:
    answer = need.check.answer
    return f"{answer.result.label}: {need.check.rule.title}. {answer.reason} ({need.set.short_title})"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {text_as_markdown(line)}" for line in lines) or _("Nothing recorded.")
