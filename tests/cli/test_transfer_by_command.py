"""`transfer`, `hand-on` and `reopen`: the same acts and the same refusals as on the screen."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROPOSE = ("transfer", "propose", "C-0117", "--to", "AG-11", "--reason", "moved", "--ground", "child_moved")


def test_without_consent_no_list_is_printed_and_one_sentence_says_why(command: Run) -> None:
    assert command(*PROPOSE).code == 0
    refused = command("transfer", "pack", "C-0117")
    assert (refused.code, refused.out) == (2, "")
    assert "It is not known whether child or family agree that AG-11 gets the file; it stays here." in refused.err


def test_an_act_takes_its_fields_and_the_answer_says_what_comes_next(command: Run) -> None:
    command(*PROPOSE)
    assert command("transfer", "do", "C-0117", "consent", "giver=child", "form=assent", "sections=plan").code == 0
    answer = command("transfer", "show", "C-0117", "--json").json
    assert (answer["step"], answer["next"], answer["may_go"]) == ("plan", "plan", "valid")
    assert "# Hand-over list: C-0117" in command("transfer", "pack", "C-0117").out
    listed = command("transfer", "list", "--json").json["transfers"]
    assert [(line["case"], line["agency"], line["step"]) for line in listed] == [("C-0117", "AG-11", "plan")]


def test_a_set_that_asks_for_nothing_in_a_hand_over_has_no_heading(command: Run) -> None:
    for body in (("set=iag_core", "standing=decides"), ("set=prerana_exit", "standing=informs")):
        command("record", "C-0117", "guidance_for_case", *body, "reason=agreed", "--on", "2026-11-01")
    command(*PROPOSE)

    lines = command("transfer", "show", "C-0117").out.splitlines()
    assert [line for line in lines if line.endswith("asks for")] == ["Inter-Agency asks for"]


def test_a_batch_with_one_file_not_known_does_not_go(command: Run) -> None:
    command("transfer", "propose", "C-0117", "C-0048", "--to", "AG-11", "--reason", "we leave", "--batch", "B-1")
    command("transfer", "do", "C-0117", "consent", "giver=child", "form=assent", "sections=plan")
    plan = ("what=file", "who=W-04", "until=2026-11-30", "explained_on=2026-11-21")
    assert command("transfer", "do", "C-0117", "plan", *plan).code == 0
    refused = command("transfer", "send", "B-1")
    assert (refused.code, refused.out) == (2, "")
    assert "C-0048" in refused.err
    files = command("transfer", "batch", "B-1", "--json").json["files"]
    assert [(file["case"], file["open"]) for file in files] == [("C-0048", True), ("C-0117", False)]


def test_an_agency_that_is_not_known_is_given_knowingly(command: Run) -> None:
    command(*PROPOSE)
    other = ("transfer", "propose", "C-0048", "--to", "AG-1l", "--reason", "moved")
    refused = command(*other)
    assert (refused.code, refused.out) == (2, "")
    assert "No agency AG-1l is known here. Known: AG-11. A new one is given knowingly. Say so with" in refused.err
    assert command(*other, "--new-agency").code == 0


def test_a_task_for_a_code_that_nobody_has_is_refused(command: Run) -> None:
    refused = command("closing", "task", "C-0048", "tell the school", "--who", "W-99")
    assert (refused.code, refused.out) == (2, "")
    assert "Nobody who works here has the code W-99. Known: S-01, W-04, W-05;" in refused.err


def test_no_file_goes_without_a_plan(command: Run) -> None:
    command(*PROPOSE)
    command("transfer", "do", "C-0117", "consent", "giver=child", "form=assent", "sections=plan")
    refused = command("transfer", "do", "C-0117", "send", "file_handed_on=2026-11-28")
    assert (refused.code, refused.out) == (2, "")
    assert "There is no plan for the hand-over: what goes, by whom and until when. Plan it first." in refused.err


def test_a_blank_field_is_named(command: Run) -> None:
    command(*PROPOSE)
    refused = command("transfer", "do", "C-0117", "refuse", "refused_on=2026-11-20")
    assert (refused.code, "refused_because: This is needed." in refused.err) == (2, True)


def test_cases_go_to_another_caseworker_with_a_list(command: Run) -> None:
    done = command("hand-on", "C-0117", "C-0048", "--to", "Leila", "--reason", "leave", "--told-by", "Amos")
    assert (done.code, done.out.startswith("# Hand-over list")) == (0, True)
    workers = {line["case"]: line["worker"] for line in command("caseload", "--json").json["cases"]}
    assert (workers["C-0117"], workers["C-0048"]) == ("W-05", "W-05")


@pytest.mark.parametrize(
    "more", [("--format", "pdf"), ("--out", "list.txt"), ("--out", "there.md"), ("--out", "no/list.md")]
)
def test_no_case_changes_hands_where_the_list_cannot_be_written(
    command: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "there.md").write_text("mine", "utf-8")
    before = command("export").out
    refused = command("hand-on", "C-0117", "--to", "W-05", "--reason", "leave", "--told-by", "Amos", *more)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert command("export").out == before


def test_no_list_stays_behind_where_no_case_changes_hands(command: Run, folder: Path) -> None:
    asked = ("hand-on", "C-0117", "--to", "W-05", "--told-by", "Amos", "--out", str(folder / "list.md"))
    assert command(*asked, "--reason", " ").code == 2
    assert not (folder / "list.md").exists()
    assert command(*asked, "--reason", "leave").code == 0
    assert (folder / "list.md").read_text("utf-8").startswith("# Hand-over list")


def test_an_open_case_cannot_be_opened_again(command: Run) -> None:
    refused = command("reopen", "C-0117", "--reason", "again")
    assert (refused.code, "C-0117 is not closed." in refused.err) == (2, True)


def test_a_case_opened_again_tells_its_episodes_apart(command: Run) -> None:
    because = ("reason=goals-met", "because=the set of these tests is never ready")
    assert command("record", "C-0117", "closure", *because, "--on", "2026-11-20").code == 0
    assert command("reopen", "C-0117", "--reason", "has nowhere to sleep", "--on", "2026-11-21").code == 0
    lines = [line for line in command("case", "C-0117").out.splitlines() if line.startswith("Episode")]
    assert lines == [
        "Episode 2, newest first: 2026-11-21  1 day after it was closed · has nowhere to sleep",
        "Episode 1, newest first: 2026-08-03 2026-11-20",
    ]


def test_without_a_reason_reopening_only_shows_what_would_be_asked_for(command: Run) -> None:
    because = ("reason=goals-met", "because=the set of these tests is never ready")
    command("record", "C-0117", "closure", *because, "--on", "2026-11-20")
    before = command("reopen", "C-0117", "--json").json
    after = command("reopen", "C-0117", "--reason", "has nowhere to sleep", "--json").json
    assert [(one["closed"], one["closed_on"]) for one in (before, after)] == [
        (True, "2026-11-20"),
        (False, "2026-11-20"),
    ]
    assert (before["asked"], before["days"]) == (after["asked"], after["days"])
    assert command("reopen", "C-0048").err.strip() == "C-0048 is not closed."


def test_what_waits_for_whoever_asks_is_told_with_what_is_due(command: Run) -> None:
    command(*PROPOSE)
    command("transfer", "do", "C-0117", "consent", "giver=child", "form=assent", "sections=plan")
    command("transfer", "do", "C-0117", "plan", "what=file", "who=W-04", "until=2026-11-30", "explained_on=2026-11-21")
    command("transfer", "do", "C-0117", "send", "file_handed_on=2026-11-21")
    command("transfer", "do", "C-0117", "accept", "accepted_on=2026-11-21")
    waits = command("due", "--json").json["for_me"]
    assert [(one["what"], one["case"], one["step"], one["asked_on"]) for one in waits] == [
        ("closing_to_sign", "C-0048", None, "2026-11-12"),
        ("hand_over", "C-0117", "close", None),
    ]
    said = [line for line in command("due").out.splitlines() if line.endswith("for you")]
    assert said == [
        "M  C-0048  closing to sign, asked for 2026-11-12  Amos  for you",
        "H  C-0117  hand-over to AG-11: accepted; the case to be closed here  Amos  for you",
    ]
