"""A set that is left out takes nothing from what the others answer, nor from the rest of the workspace."""

import dataclasses
from datetime import date

import pytest

from supervisor_tui.casework.closing import ClosingView, closing_view, verdict_words
from supervisor_tui.casework.closing_parts import PartAsked
from supervisor_tui.casework.closing_steps import ClosingStep, closing_steps
from supervisor_tui.casework.closing_work import ask_for_closing, make_task
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.cli.commands.closure import plain_lines
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import CaseCode, SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.responsibility import GuidanceForCase
from supervisor_tui.guidance.guidance_set import Question
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.tui.closing.closing_lines import groups
from tests.tui import field_practice

CODE = CaseCode("C-0048")
SETS = (SetId("iag_core"), SetId("prerana_exit"), SetId("reintegration_benchmarks"))


@pytest.fixture
def under_all_three(desk: Desk) -> Desk:
    """C-0048, for which the three sets of the house are in force and no other."""
    at_work = dataclasses.replace(desk, host=PluginHost.discover())
    for one in SETS:
        body = GuidanceForCase(set=one, standing=Standing.DECIDES, reason="agreed")
        save(at_work, CODE, [Draft(body, date(2026, 11, 1))])
    away = GuidanceForCase(set=field_practice.SET, standing=Standing.OFF, reason="not here")
    save(at_work, CODE, [Draft(away, date(2026, 11, 1))])
    return at_work


def answers_of(view: ClosingView, but: SetId) -> dict[str, object]:
    """Everything that the workspace shows of the sets but one."""
    parts = (view.open_checks, view.advice, view.in_order, view.not_asked)
    return {
        "reviews": [found for found in view.reviews if found.set.id != but],
        "lines": [[one for one in part if one.set != but] for part in parts],
        "ways": [way for way in view.ways if way.set != but],
        "changed": [one for one in view.changed if one.set != but],
        "differences": {
            (line.question, set_id, answer.answer)
            for line in view.differences
            for set_id, answer in line.answers
            if set_id != but and still_differs(line.answers, but)
        },
        "rest": (view.case.records, view.request, view.conference, view.since),
    }


def lines_on_screen(view: ClosingView, but: SetId) -> list[tuple[str, str, str, str]]:
    """The lines of the screen, group by group, those of one set and the differences apart."""
    return [
        (group.key, line.what, line.reason, line.note)
        for group in groups(view)
        for line in group.lines
        if line.check is not None and line.check.set != but
    ]


def said(view: ClosingView, but: SetId) -> list[str]:
    """The plain lines of every set but one: each names its set."""
    short = {found.set.short_title for found in view.reviews if found.set.id != but}
    return [line for line in plain_lines(view) if any(line.endswith(f"({title})") for title in short)]


def asked_in(desk: Desk, view: ClosingView, but: SetId) -> dict[ClosingStep, list[PartAsked]]:
    """What every set but one asks for, step by step."""
    found = closing_steps(desk, view)
    return {one.step: [part for part in one.parts if part.set != but] for one in found.steps}


def still_differs(answers: tuple[tuple[SetId, object], ...], but: SetId) -> bool:
    return len({getattr(answer, "answer", "") for set_id, answer in answers if set_id != but}) > 1


@pytest.mark.parametrize("left_out", SETS)
def test_without_one_set_the_rest_of_the_workspace_is_as_it_was(under_all_three: Desk, left_out: SetId) -> None:
    whole = closing_view(under_all_three, under_all_three.case(CODE))
    without = dataclasses.replace(under_all_three, host=PluginHost.discover({left_out}))
    view = closing_view(without, without.case(CODE))
    assert answers_of(view, left_out) == answers_of(whole, left_out)
    gone = next(found for found in view.reviews if found.set.id == left_out)
    assert (gone.verdict, gone.checks) == (Result.UNKNOWN, ())
    assert verdict_words(gone) == "not known: this guidance is not installed"


@pytest.mark.parametrize("left_out", SETS)
def test_without_one_set_screen_plain_lines_and_steps_of_the_others_are_as_they_were(
    under_all_three: Desk, left_out: SetId
) -> None:
    ask_for_closing(under_all_three, CODE, ClosureReason.GOALS_MET)
    make_task(under_all_three, CODE, "give the family the numbers they can call", owner="W-04")
    without = dataclasses.replace(under_all_three, host=PluginHost.discover({left_out}))
    whole, view = (closing_view(desk, desk.case(CODE)) for desk in (under_all_three, without))
    assert lines_on_screen(view, left_out) == lines_on_screen(whole, left_out)
    assert said(view, left_out) == said(whole, left_out)
    assert asked_in(without, view, left_out) == asked_in(under_all_three, whole, left_out)
    counted = (len(lines_on_screen(whole, left_out)), len(said(whole, left_out)))
    assert min(counted) > 0, "the others have something to say, so that equal means something"
    parts = [part for held in asked_in(without, view, left_out).values() for part in held]
    assert any(part.set for part in parts), "sets ask for something in the steps"
    assert any(part.task for part in parts), "a task of the agency stays"


def test_the_three_sets_are_named_as_differing_on_all_seven_questions(under_all_three: Desk) -> None:
    view = closing_view(under_all_three, under_all_three.case(CODE))
    told = {line.question: {set_id for set_id, _answer in line.answers} for line in view.differences}
    assert told == {question: set(SETS) for question in Question}
