"""The tab "Ways to exit": each way with its answer and its items, the running window, and a word on orders in force."""

from datetime import date

from prerana_exit.guidance import BLOCKING_ROWS, GUIDANCE
from prerana_exit.orders import terms
from prerana_exit.pathways.answered import PATHWAYS
from prerana_exit.pathways.pathway import Pathway, ask, parts, rule_of
from prerana_exit.records.client_request import Asker
from prerana_exit.requests import wish_to_end
from prerana_exit.team_decides import DISCUSSED
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Line, Lines, Panel, PanelSource, Paragraph, Section
from supervisor_tui.guidance.rules import Rule
from supervisor_tui.wording import _

TITLE = _("Ways to exit")


def ways_to_exit(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Draw the ways out of this case on a day."""
    answers = tuple((pathway, ask(rule_of(pathway), case, as_of, settings)) for pathway in PATHWAYS)
    drawn: list[Section] = [Paragraph(_summary(answers)), *_windows(case, as_of, settings)]
    drawn += [_way(pathway, answer, case, as_of, settings) for pathway, answer in answers]
    drawn.append(_team(case, as_of, settings))
    return Panel(TITLE, tuple(drawn))


SOURCE = PanelSource(TITLE, ways_to_exit)


def _summary(answers: tuple[tuple[Pathway, Answer], ...]) -> str:
    passing = [pathway.name for pathway, answer in answers if answer.result is Result.PASS]
    others = ", ".join(name for name in BLOCKING_ROWS if name and name not in {pathway.name for pathway in PATHWAYS})
    unanswered = _("Ways {names} are not answered here. Every exit needs a talk in the team too.")
    found = (
        _("On way {names}: {ready}.").format(names=", ".join(passing), ready=GUIDANCE.ready)
        if passing
        else _("None of the ways answered here is in order.")
    )
    return f"{found} {unanswered.format(names=others)}"


def _windows(case: CaseFile, as_of: date, settings: Settings) -> tuple[Lines, ...]:
    lines = []
    for asker in Asker:
        window = wish_to_end(case, asker, settings).window
        if window is not None:
            text = _("Wish of the {who} to end all services, since {since}: {months} months, until {ends}")
            words = text.format(who=asker.label, since=window.since, months=window.measure.months, ends=window.ends)
            to_confirm = _("to be said again from {day}").format(day=window.confirm_from)
            lines.append(Line(words, note="" if window.is_confirmed else to_confirm))
    for term in terms(case):
        if term.last is not None and term.starts <= as_of <= term.last:
            words = _("Order {order} is in force until {day}").format(order=term.number, day=term.last)
            lines.append(Line(words, note=_("ask the committee before any exit")))
    return (Lines(_("Running now"), tuple(lines)),) if lines else ()


def _way(pathway: Pathway, answer: Answer, case: CaseFile, as_of: date, settings: Settings) -> Lines:
    rule = rule_of(pathway)
    title = _("Way {name}: {title}").format(name=pathway.name, title=rule.title)
    head = _line(answer.result.label, rule, answer, as_of)
    items = [
        _line(
            _("{title}: {reason}").format(title=part.rule.title, reason=part.answer.reason),
            part.rule,
            part.answer,
            as_of,
        )
        for part in parts(pathway, case, as_of, settings)
    ]
    return Lines(title, (head, *items))


def _team(case: CaseFile, as_of: date, settings: Settings) -> Lines:
    answer = ask(DISCUSSED, case, as_of, settings)
    return Lines(_("The team"), (_line(answer.reason, DISCUSSED, answer, as_of),))


def _line(text: str, rule: Rule, answer: Answer, as_of: date) -> Line:
    waits = answer.earliest is not None and answer.earliest > as_of
    note = _("from {day}").format(day=answer.earliest) if waits else ""
    return Line(text, answer.result, note, rule.id, answer.missing)
