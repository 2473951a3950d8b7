"""The checks of each set as they stood, and the numbers that they read, as tables."""

from collections.abc import Iterator

from supervisor_tui.casework.closing_report.report import ClosingReport
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.seen import SeenCheck, SeenFact, SeenSetting
from supervisor_tui.exchange.paper.typed_text import table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["checks_on_paper"]

_ORDER = (Result.FAIL, Result.UNKNOWN, Result.PASS, Result.NA)


def checks_on_paper(report: ClosingReport) -> Iterator[str]:
    """Return a part for each set: its checks, what was not in order first, then its numbers."""
    titles = {one.set: one.title for one in report.signed.sets}
    deciding = {one.set for one in report.signed.sets if one.standing == Standing.DECIDES.value}
    for set_id in dict.fromkeys([*titles, *(check.set for check in report.signed.checks)]):
        yield "## " + _("Checks: {set}").format(set=text_as_markdown(titles.get(set_id) or set_id or _("no set named")))
        checks = sorted(
            (check for check in report.signed.checks if check.set == set_id),
            key=lambda check: (check.advises, _ORDER.index(Result(check.result))),
        )
        heads = [_("Rule"), _("Check"), _("Answer"), _("Reason"), _("Known from")]
        rows = [_row(one, decides=set_id in deciding) for one in checks]
        yield table_in_markdown(heads, rows) if rows else _("No check was answered.")
        numbers = [one for kept in report.signed.sets if kept.set == set_id for one in kept.settings]
        if numbers:
            yield "### " + _("Numbers that these answers read")
            yield table_in_markdown([_("Number"), _("Value"), _("From")], map(_number, numbers))


def _row(check: SeenCheck, *, decides: bool) -> list[str]:
    answer = Result(check.result).label
    if check.advises:
        answer = _("{answer} (advises)").format(answer=answer)
    reason = check.reason
    if check.accepted_because and decides:
        reason = _("{reason} Accepted because: {because}").format(reason=reason, because=check.accepted_because)
    cells = (
        f"{check.rule} ({check.source})" if check.source else check.rule,
        check.title,
        answer,
        reason,
        _facts(check),
    )
    return [text_as_markdown(cell) for cell in cells]


def _facts(check: SeenCheck) -> str:
    return "; ".join(map(_fact, check.facts))


def _fact(fact: SeenFact) -> str:
    known = ", ".join(filter(None, (fact.on.isoformat() if fact.on else "", fact.how_known.label)))
    return f"{fact.text} ({known})"


def _number(one: SeenSetting) -> list[str]:
    value = " ".join(filter(None, (one.value, one.unit))) if one.value else _("not decided")
    came = _("guidance: {source}").format(source=one.source)
    if one.decided_on is not None:
        words = _("the agency: {who}, {day}, {reason}")
        came = words.format(who=one.decided_by, day=one.decided_on.isoformat(), reason=one.because or _("no reason"))
    return [text_as_markdown(cell) for cell in (f"{one.title} ({one.key})", value, came)]
