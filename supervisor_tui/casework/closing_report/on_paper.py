"""The closing report as a paper: plain sentences and tables, every person by code."""

from collections.abc import Iterator

from supervisor_tui.casework.closing_report.checks_on_paper import checks_on_paper
from supervisor_tui.casework.closing_report.comparing import Comparison
from supervisor_tui.casework.closing_report.comparison_on_paper import comparison_on_paper
from supervisor_tui.casework.closing_report.course import course
from supervisor_tui.casework.closing_report.report import ClosingReport, overridden
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.programme import Standing
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper, PaperForm
from supervisor_tui.exchange.paper.typed_text import BLANK, table_in_markdown, text_as_markdown
from supervisor_tui.wording import _

__all__ = ["report_as_markdown", "report_on_paper", "usual_name_of_report"]


def report_on_paper(report: ClosingReport, comparison: Comparison | None = None) -> Paper:
    """Return the report to print; with a comparison, what the sets would answer now stands at its end."""
    return Paper(
        title=_("Closing report {code}").format(code=report.case.code),
        markdown=report_as_markdown(report, comparison),
        holds=CodesOrNames.CODES,
    )


def usual_name_of_report(code: CaseCode, form: PaperForm) -> str:
    """Return a name for the file: the case's code and no more."""
    return f"closing-{code}.{form.value}"


def report_as_markdown(report: ClosingReport, comparison: Comparison | None = None) -> str:
    """Return the report in Markdown."""
    parts = [
        "# " + _("Closing report {code}").format(code=text_as_markdown(report.case.code)),
        *_head(report),
        *_course(report),
        *_answers(report),
        *_overrides(report),
        *_work(report),
        *checks_on_paper(report),
        *(comparison_on_paper(comparison) if comparison else ()),
        *_signatures(),
    ]
    return "\n\n".join(parts) + "\n"


def _head(report: ClosingReport) -> Iterator[str]:
    closed, present = report.closed, report.episode
    reason = closed.body.reason if closed else report.asked[-1].body.reason if report.asked else None
    lines = [
        (_("Programme"), report.case.programme.title),
        (_("Caseworker"), report.worker or _("nobody")),
        (_("Stretch of work"), f"{present.number}, {present.opened_on.isoformat()}" if present else ""),
        (_("Main reason"), reason.label if reason else _("not recorded")),
        (_("Closed on"), closed.on.isoformat() if closed else _("not closed")),
        (_("Closed by"), closed.record.by if closed else ""),
        (_("Decided in"), closed.body.meeting or "" if closed else ""),
        (
            _("Visit after closing agreed"),
            closed.body.visit_agreed.label if closed and closed.body.visit_agreed else "",
        ),
        (_("Kept until"), _kept(report)),
        (_("Answers below"), f"{report.signed.on.isoformat()}, {report.signed.basis.label}"),
    ]
    yield "\n".join(f"- **{title}:** {text_as_markdown(value)}" for title, value in lines if value)


def _kept(report: ClosingReport) -> str:
    if report.keeping.held:
        return _("held, whatever the day")
    if report.keeping.until:
        return report.keeping.until.isoformat()
    return _("nobody has decided") if report.closed else ""


def _course(report: ClosingReport) -> Iterator[str]:
    yield "## " + _("How it went")
    rows = [[line.on.isoformat(), *map(text_as_markdown, (line.what, line.who, line.note))] for line in course(report)]
    yield (
        table_in_markdown([_("Day"), _("What"), _("Who"), _("Note")], rows) if rows else _("Nobody asked for closing.")
    )


def _answers(report: ClosingReport) -> Iterator[str]:
    """Give each set its own line; they are never added up."""
    yield "## " + _("What the guidance answered")
    if not report.signed.sets:
        single = _("Kept are the single checks below, not each guidance's whole answer, version and numbers.")
        yield single if report.signed.checks else _("Nothing was kept of what the guidance answered.")
        return
    rows = [
        [
            text_as_markdown(f"{one.title} ({' '.join(filter(None, (one.set, one.version)))})"),
            Standing(one.standing).label,
            text_as_markdown(one.words),
            text_as_markdown(", ".join(filter(None, (one.since.isoformat() if one.since else "", one.why)))),
        ]
        for one in report.signed.sets
    ]
    yield table_in_markdown([_("Guidance and version"), _("Here it"), _("Answer"), _("In force since, why")], rows)


def _overrides(report: ClosingReport) -> Iterator[str]:
    """Name what stood in the way of a set that decides, with who closed all the same, when and why."""
    against = overridden(report)
    if report.closed is None or not against:
        return
    yield "## " + _("Closed all the same")
    words = _("{who} closed the case on {day} although guidance that decides here was not ready. Reason: {reason}")
    reason = text_as_markdown(report.closed.body.because) or _("none was written down")
    yield words.format(who=report.closed.record.by, day=report.closed.on.isoformat(), reason=reason)
    yield table_in_markdown(
        [_("Rule"), _("What stood in the way"), _("Answer")],
        [[text_as_markdown(one.rule), text_as_markdown(one.title), text_as_markdown(one.reason)] for one in against],
    )


def _work(report: ClosingReport) -> Iterator[str]:
    """Give what became of goals, actions and referrals; open ones stay open and are not turned into reached ones."""
    rows = [[one.goal.goal, text_as_markdown(one.goal.text), one.status.label] for one in report.goals]
    rows += [[one.action.action, text_as_markdown(one.action.text), one.status.label] for one in report.actions]
    rows += [
        [
            text_as_markdown(one.number),
            text_as_markdown(one.sent.body.service),
            one.status.label if one.status else _("sent"),
        ]
        for one in report.referrals
    ]
    if rows:
        yield "## " + _("What became of the plan")
        yield table_in_markdown([_("Number"), _("Goal, action or referral"), _("At the end")], rows)
    tasks = [
        [
            one.body.task,
            text_as_markdown(one.body.text),
            text_as_markdown(one.body.owner),
            text_as_markdown(" ".join(filter(None, (one.body.state.label, one.body.because)))),
        ]
        for one in report.tasks
    ]
    if tasks:
        yield "## " + _("Tasks of closing")
        yield table_in_markdown([_("Number"), _("What"), _("Who"), _("How it stands")], tasks)


def _signatures() -> Iterator[str]:
    yield "## " + _("Signatures")
    yield table_in_markdown([_("Code"), _("Day"), _("Signature")], [[BLANK] * 3, [BLANK] * 3])
