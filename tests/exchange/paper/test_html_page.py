import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from itertools import cycle

from hypothesis import example, given, settings
from hypothesis import strategies as st

from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine, Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.participants import Attendance, Participant, ParticipantRole
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.exchange.minutes.minutes_markdown import minutes_as_markdown
from supervisor_tui.exchange.minutes.minutes_text import MinutesText
from supervisor_tui.exchange.paper.html_page import as_html
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.exchange.paper.typed_text import text_as_markdown

OURS = {"p", "h1", "h2", "h3", "ul", "ol", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
FRAME = {"html", "head", "meta", "title", "style", "body", "header", "span", "b"}

BITES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](https://example.org)",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "[a]: javascript:alert(1)",
    "| --- |",
    "```",
    "# heading",
    "1) one",
    "&lt;b&gt;",
    "\\",
    "\\|",
    "**bold** _it_",
    "a  \nb",
    "\u202eevil\u202c",
    "\x1b[31m",
    "</style></title>",
    "{body}",
)
texts = st.one_of(st.text(), st.sampled_from(BITES), st.lists(st.sampled_from(BITES)).map("".join))


class Seen(HTMLParser):
    """The tags, addresses and words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.handlers: set[str] = set()
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src", "action"}}
        self.handlers |= {name for name, _value in attrs if name.startswith("on")}

    def handle_data(self, data: str) -> None:
        self.words += data


def as_html_page(markdown: str, title: str, *, language: str = "en") -> str:
    return as_html(Paper(title=title, markdown=markdown, holds=CodesOrNames.CODES, language=language))


def on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@settings(deadline=None)
@given(texts)
def test_any_text_is_read_on_the_page_exactly_as_it_is_shown(text: str) -> None:
    page = Seen(as_html_page(f"- x {text_as_markdown(text)} y", "t"))
    assert on_one_line(f"x {shown(text)} y") in on_one_line(page.words)


@settings(deadline=None)
@given(texts)
def test_any_text_in_any_field_yields_no_markup_of_its_own(text: str) -> None:
    starts = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
    meeting = Meeting(
        id=MeetingId(text),
        kind=MeetingKind.CONFERENCE,
        starts=starts,
        cases=(CaseCode(text),),
        place=text,
        agenda=(AgendaLine(text=text, case=CaseCode(text)),),
        participants=tuple(
            Participant(label=text, role=role, agency=text, attendance=attendance)
            for role, attendance in zip(ParticipantRole, cycle(Attendance), strict=False)
        ),
    )
    lines = tuple(
        MinutesLine(
            id=RecordId(kind.value),
            meeting=meeting.id,
            kind=kind,
            text=text,
            by=PersonCode(text),
            at=starts,
            case=None if kind is LineKind.NOTE else CaseCode(text),
            reason=text,
            owner=text,
            due_on=date(2026, 12, 1),
            need=text,
        )
        for kind in LineKind
    )
    page = Seen(
        as_html_page(
            minutes_as_markdown(MinutesText(meeting=meeting, lines=lines, names={text: text})), text, language=text
        )
    )
    assert page.tags - FRAME <= OURS
    assert page.addresses == set()
    assert page.handlers == set()


@settings(deadline=None)
@given(texts)
@example("[]()")
@example("[a][b]\n\n[b]: <>")
def test_any_markdown_leads_to_no_address_but_https_and_mail(markdown: str) -> None:
    page = Seen(as_html_page(markdown, "t"))
    assert all(address.lower().startswith(("https://", "mailto:")) for address in page.addresses)
    assert not page.tags & {"script", "img", "iframe", "link", "object", "i"}
    assert page.handlers == set()


def test_links_that_run_something_stay_text() -> None:
    page = as_html_page("[a](javascript:alert(1)) [b](http://example.org) [c](data:text/html,x) ![d](file:///x)", "t")
    assert "href" not in page
    assert "src=" not in page


def test_web_addresses_and_mail_are_links() -> None:
    page = Seen(as_html_page("[a](https://example.org/x) <help@example.org>", "t"))
    assert page.addresses == {"https://example.org/x", "mailto:help@example.org"}


def test_the_page_stands_alone_and_says_its_language_and_title() -> None:
    page = as_html_page("# Minutes", "Minutes <1>", language="fr")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert '<meta charset="utf-8">' in page
    assert "<title>Minutes &lt;1&gt;</title>" in page
    assert "@page { size: A4;" in page
    assert not re.search(r"url\(|@import|src=|href=", page)
    assert "<h1>Minutes</h1>" in page


def test_tables_are_drawn_as_tables() -> None:
    assert "<td>b</td>" in as_html_page("| a |\n| --- |\n| b |\n", "t")
