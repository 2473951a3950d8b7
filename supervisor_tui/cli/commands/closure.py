"""`closure`: what stands in the way of closing a case, the lines of the screen one below the other."""

from collections.abc import Iterable

import click

from supervisor_tui.casework.closing import ClosingView, OpenCheck, closing_view, how_known_words, verdict_words
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.open_lines import OpenLine, advice_lines, open_lines
from supervisor_tui.casework.opening_files import open_file
from supervisor_tui.casework.turns import Turn
from supervisor_tui.casework.ways_out import way_words
from supervisor_tui.cli.answers.of_closure import closure_answer
from supervisor_tui.cli.opening import as_json, with_desk
from supervisor_tui.cli.printing import print_json, print_lines
from supervisor_tui.domain.answers import Fact, Missing, Result
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.status import closure as closing
from supervisor_tui.wording import _, ngettext

_LETTERS = {Result.PASS: "v", Result.FAIL: "x", Result.UNKNOWN: "?", Result.NA: "-"}


@click.command()
@click.argument("code")
@click.option("--also", multiple=True, help=_("Also a set that is not in force here, by its id."))
@click.option("--facts", is_flag=True, help=_("Also what each line rests on, its rule, and what is in order."))
@as_json
@with_desk
def closure(desk: Desk, code: str, also: tuple[str, ...], *, facts: bool, as_json: bool) -> None:
    """Say what stands in the way of closing a case, each guidance by itself."""
    view = closing_view(desk, open_file(desk, CaseCode(code)), also=tuple(SetId(one) for one in also))
    if not desk.asks_about_the_past:
        desk.store.looks.note(desk.person.code, view.case.code)
    if as_json:
        print_json(closure_answer(view))
    else:
        print_lines(plain_lines(view, facts=facts))


def plain_lines(view: ClosingView, *, facts: bool = False) -> Iterable[str]:
    """Return the workspace in plain lines; `facts`: each followed by what it rests on."""
    return _Lines(view, facts=facts).all()


class _Lines:
    """The plain lines of one workspace. facts: whether each line is followed by what it rests on."""

    def __init__(self, view: ClosingView, *, facts: bool) -> None:
        self.view = view
        self.facts = facts
        self.titles = {found.set.id: found.set.short_title for found in view.reviews}

    def all(self) -> Iterable[str]:
        """Give the lines in the order of the screen."""
        yield self._asked()
        for found in self.view.reviews:
            yield f"{found.set.title}  {found.standing.standing.label}  {verdict_words(found)}"
        yield from self._in_the_way()
        yield from self._ways()
        yield from self._differences()
        yield from self._changed()
        if self.view.advice:
            yield _("ADVISED")
        for line in advice_lines(self.view):
            yield from self._line(line)
        yield from self._folded(self._in_order_words(), self.view.in_order)
        count = len(self.view.not_asked)
        words = ngettext("{n} does not apply", "{n} do not apply", count).format(n=count)
        yield from self._folded(words, self.view.not_asked)
        for found in self.view.others:
            words = _("Not in force here: {guidance} (--also {set})")
            yield words.format(guidance=found.set.title, set=found.set.id)

    def _asked(self) -> str:
        asked, code, closed = self.view.request, self.view.case.code, closing(self.view.case)
        if closed is not None:
            words = _("{code}: closed on {day}, {reason}")
            return words.format(code=code, day=closed.on.isoformat(), reason=closed.body.reason.label)
        if asked is None:
            return _("{code}: nobody asked for closing").format(code=code)
        reason = asked.body.reason.label if asked.body.reason else _("no reason recorded")
        words = _("{code}: closing asked for on {day}, {reason}")
        return words.format(code=code, day=asked.on.isoformat(), reason=reason)

    def _in_the_way(self) -> Iterable[str]:
        lines = open_lines(self.view)
        for turn in Turn:
            held = [line for line in lines if line.check.turn is turn]
            if held:
                yield turn.label.upper()
            for line in held:
                yield from self._line(line)

    def _ways(self) -> Iterable[str]:
        checks = {(one.set, one.check.rule.id): one for one in self.view.open_checks}
        for way in self.view.ways:
            title, note = way_words(way, self.titles[way.set])
            yield f"{_LETTERS[way.result]} {title}  {note}"
            for check in way.missing:
                yield from self._check(checks[way.set, check.rule.id])

    def _differences(self) -> Iterable[str]:
        words = _("They differ on {question}: {answers}")
        for line in self.view.differences:
            answers = "; ".join(f"{self.titles[set_id]}: {one.answer}" for set_id, one in line.answers)
            yield words.format(question=line.question.label.lower(), answers=answers)

    def _changed(self) -> Iterable[str]:
        if self.view.changed:
            yield _("CHANGED SINCE {day}").format(day=self.view.since.isoformat())
        for one in self.view.changed:
            now = _("in order now") if one.check.answer.result is Result.PASS else _("was in order")
            yield f"  {one.check.rule.title}  {now}  ({self.titles[one.set]})"

    def _in_order_words(self) -> str:
        count = len(self.view.in_order)
        words = ngettext("{n} in order", "{n} in order", count).format(n=count)
        known = how_known_words(self.view.in_order)
        return f"{words} ({known})" if known else words

    def _folded(self, title: str, checks: tuple[OpenCheck, ...]) -> Iterable[str]:
        """Give what is folded away on the screen: its heading alone, unless the facts are asked for."""
        yield title
        for one in checks if self.facts else ():
            yield from self._check(one)

    def _check(self, one: OpenCheck) -> Iterable[str]:
        return self._line(OpenLine(one.check.rule.title, one.check.answer.reason, one))

    def _line(self, line: OpenLine) -> Iterable[str]:
        one, answer = line.check, line.check.check.answer
        missing = answer.missing or Missing()
        from_day = _("from {day}").format(day=answer.earliest.isoformat()) if answer.earliest else ""
        record = _("record: {kind}").format(kind=missing.record) if missing.record else ""
        more = len(line.depending)
        waits = ngettext("{n} more check asks for the same", "{n} more checks ask for the same", more).format(n=more)
        whose = (missing.who or "", from_day, record, waits if more else "", f"({self.titles[one.set]})")
        parts = (f"  {_LETTERS[answer.result]}", line.what, line.reason, *whose)
        yield "  ".join(part for part in parts if part)
        if self.facts:
            yield from (f"      {_fact(fact)}" for fact in answer.facts)
            rules = " ".join(other.check.rule.id for other in (one, *line.depending))
            yield f"      {rules}  {one.check.rule.source}"


def _fact(fact: Fact) -> str:
    day = fact.on.isoformat() if fact.on else ""
    return "  ".join(part for part in (day, fact.text, f"({fact.how_known.label})") if part)
