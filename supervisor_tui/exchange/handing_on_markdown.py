"""The list with which a caseworker takes cases over from another one here, as a Markdown text, by codes."""

from collections.abc import Iterable, Sequence
from datetime import date

from supervisor_tui.domain.hand_over import HandedCase
from supervisor_tui.exchange.paper.typed_text import BLANK, table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["handing_on_as_markdown"]


def handing_on_as_markdown(cases: Sequence[HandedCase], as_of: date, to: str) -> str:
    """Return the list, a section a case, with a place to write down when the child was told."""
    head = [(_("As it stood on"), as_of.isoformat()), (_("Cases"), str(len(cases)))]
    if to:
        head.append((_("To"), to))
    parts = ["# " + _("Hand-over list"), _bullets(head)]
    for one in cases:
        parts += _case(one)
    return "\n\n".join(parts) + "\n"


def _case(one: HandedCase) -> Iterable[str]:
    yield "## " + text_as_markdown(one.case)
    yield _bullets(
        [
            (_("From"), one.worker or _("nobody")),
            (_("Risk"), one.risk),
            (_("Step"), one.step),
            (_("Who tells the child"), one.child_told_by or _("not written down")),
        ]
    )
    yield from _table(_("Due"), (_("What"), _("When")), one.due)
    work = [(w.number, w.what, w.who, w.until.isoformat() if w.until else "", w.status) for w in one.open_work]
    yield from _table(_("Open"), (_("Number"), _("What"), _("Who"), _("Until"), _("How it stands")), work)
    yield _("Child told on, by; and what it said:")
    yield BLANK


def _table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    written = [tuple(map(text_as_markdown, row)) for row in rows]
    yield f"### {title}"
    yield table_in_markdown(heads, written) if written else "*" + _("none") + "*"


def _bullets(lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{text_as_markdown(title)}:** {text_as_markdown(value)}" for title, value in lines)
