"""A hand-over list as a Markdown text: what is open first, then the plan, the consents, what goes and what does not."""

from collections.abc import Iterable

from supervisor_tui.domain.hand_over import HandOverPack, OpenWork, PackSection
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["hand_over_as_markdown"]


def hand_over_as_markdown(pack: HandOverPack) -> str:
    """Return the list; what was typed is text and never markup."""
    parts = [
        "# " + _("Hand-over list: {case}").format(case=text_as_markdown(pack.case)),
        _bullets(_head(pack)),
        "## " + _("What is open"),
        _open_work(pack.open_work),
        "## " + _("Plan for the hand-over"),
        _bullets(pack.hand_over),
        "## " + _("Goals of the case plan"),
        _bullets(pack.goals),
        "## " + _("Consents that hold"),
        _consents(pack.consents),
        *_sections(pack.sections),
        "## " + _("What does not go along, and why"),
        table_in_markdown(
            (_("What"), _("How much"), _("Why")),
            [(text_as_markdown(one.what), str(one.count), text_as_markdown(one.why)) for one in pack.withheld],
        ),
        "## " + _("Taken over"),
        _bullets(((_("By"), ""), (_("On"), ""), (_("Signature"), ""))),
        _("Responsibility passes when the other agency has accepted the case; until then it stays here."),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(pack: HandOverPack) -> Iterable[tuple[str, str]]:
    yield _("To"), pack.agency
    yield _("As it stood on"), pack.on.isoformat()
    yield _("Child"), pack.child
    yield from pack.names
    yield _("Reason"), pack.reason
    for sentence in pack.rests_on:
        yield _("The file goes because"), sentence


def _bullets(lines: Iterable[tuple[str, str]]) -> str:
    written = [f"- **{text_as_markdown(title)}:** {text_as_markdown(value)}".rstrip() for title, value in lines]
    return "\n".join(written) or _none()


def _open_work(work: tuple[OpenWork, ...]) -> str:
    if not work:
        return _none()
    heads = (_("Number"), _("What"), _("Who"), _("Until"), _("How it stands"))
    rows = [
        tuple(
            text_as_markdown(cell)
            for cell in (one.number, one.what, one.who, one.until.isoformat() if one.until else "", one.status)
        )
        for one in work
    ]
    return table_in_markdown(heads, rows)


def _consents(consents: tuple[tuple[str, ...], ...]) -> str:
    if not consents:
        return _none()
    heads = (_("For"), _("By"), _("On"), _("With"), _("Until"))
    return table_in_markdown(heads, [tuple(map(text_as_markdown, row)) for row in consents])


def _sections(sections: tuple[PackSection, ...]) -> Iterable[str]:
    for section in sections:
        yield "## " + _("Goes along: {section}").format(section=text_as_markdown(section.title))
        for record in section.records:
            yield f"### {record.on.isoformat()} {text_as_markdown(record.title)}"
            yield _bullets(record.fields)


def _none() -> str:
    return "*" + _("none") + "*"
