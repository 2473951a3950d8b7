"""Whoever scripts closing, handing over or reopening reads after an act what the reading command would say."""

import pytest

from tests.cli.conftest import Run

ACTS = (
    ("ask", "C-0117", "--reason", "goals-met"),
    ("task", "C-0117", "tell the school"),
    ("task", "C-0117", "--done", "K1"),
    ("refuse", "C-0117", "--body", "scco", "--why", "hear the school"),
    ("approve", "C-0117", "--body", "scco"),
    ("withdraw", "C-0117", "--why", "the uncle is back"),
    ("close", "C-0117", "--reason", "other", "--because", "the set of these tests is never ready"),
)


def test_each_act_of_closing_answers_as_the_steps_do(command: Run) -> None:
    for act in ACTS:
        done = command("closing", *act, "--json")
        assert (done.code, done.json) == (0, command("closing", "steps", "C-0117", "--json").json), act
    assert [one["state"] for one in done.json["tasks"]] == ["done"]


def test_each_act_of_a_hand_over_answers_as_showing_it_does(command: Run) -> None:
    plan = ("what=file", "who=W-04", "until=2026-11-30", "explained_on=2026-11-21")
    for act in (
        ("propose", "C-0117", "--to", "AG-11", "--reason", "moved"),
        ("do", "C-0117", "consent", "giver=child", "form=assent", "sections=plan"),
        ("do", "C-0117", "plan", *plan),
        ("do", "C-0117", "send", "file_handed_on=2026-11-28"),
    ):
        done = command("transfer", *act, "--json")
        assert (done.code, done.json) == (0, command("transfer", "show", "C-0117", "--json").json), act
    assert done.json["next"] == "accept"


def test_a_load_answers_as_showing_the_batch_does(command: Run) -> None:
    load = ("C-0048", "C-0117", "--to", "AG-11", "--reason", "we leave", "--batch", "B-1")
    proposed = command("transfer", "propose", *load, "--json")
    assert proposed.json == command("transfer", "batch", "B-1", "--json").json
    for code in ("C-0048", "C-0117"):
        command("transfer", "do", code, "consent", "giver=child", "form=assent", "agreed=no")
    sent = command("transfer", "send", "B-1", "--json")
    assert (sent.code, sent.json["files"]) == (0, [])


@pytest.mark.parametrize("act", [("closing", "ask", "C-0117", "--reason", "other"), ("closing", "steps", "C-0117")])
def test_what_cannot_be_prints_no_json(command: Run, act: tuple[str, ...]) -> None:
    refused = command(*(part.replace("C-0117", "C-9999") for part in act), "--json")
    assert (refused.code, refused.out) == (2, "")
    assert "C-9999" in refused.err
