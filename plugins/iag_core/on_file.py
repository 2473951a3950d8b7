"""The tab of the case file that says what stands on file: what is not in order first, what is in order as a count."""

from datetime import date

from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.panels import Line, Lines, Panel, Paragraph, Section
from supervisor_tui.guidance.rules import Rule, RuleKind, Strength
from supervisor_tui.wording import _, ngettext

ON_FILE = _("On file")


def on_file(case: CaseFile, as_of: date, settings: Settings) -> Panel:
    """Return what is not in order, what is advised, what is not known, and how much is in order."""
    checks = [rule for rule in rules.all() if rule.kind is RuleKind.CASE_CHECK]
    answers = [(rule, _answer(rule, case, as_of, settings)) for rule in checks]
    failing = [(rule, answer) for rule, answer in answers if answer.result is Result.FAIL]
    sections: list[Section] = [
        _lines(_("Not in order"), [one for one in failing if one[0].strength is Strength.BLOCKS]),
        _lines(_("Advised"), [one for one in failing if one[0].strength is Strength.WARNS]),
        _lines(_("Not known"), [one for one in answers if one[1].result is Result.UNKNOWN]),
    ]
    shown = [section for section in sections if isinstance(section, Lines) and section.lines]
    return Panel(ON_FILE, (*shown, _counts([answer.result for _rule, answer in answers])))


def _answer(rule: Rule, case: CaseFile, as_of: date, settings: Settings) -> Answer:
    assert rule.function is not None
    try:
        answer = rule.function(case, as_of, settings)
    except UnreadableRecordError:
        return Answer.unknown(_("A record that this needs cannot be read."))
    assert isinstance(answer, Answer)
    return answer


def _lines(title: str, found: list[tuple[Rule, Answer]]) -> Lines:
    return Lines(
        title,
        tuple(Line(rule.title, answer.result, answer.reason, rule.id, answer.missing) for rule, answer in found),
    )


def _counts(results: list[Result]) -> Paragraph:
    passed, not_asked = results.count(Result.PASS), results.count(Result.NA)
    in_order = ngettext("{count} in order", "{count} in order", passed).format(count=passed)
    rest = ngettext("{count} does not apply", "{count} do not apply", not_asked).format(count=not_asked)
    return Paragraph(f"{in_order} · {rest}")
