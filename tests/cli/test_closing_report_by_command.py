"""The closing report and the comparison from the command line."""

from pathlib import Path

from tests.cli.conftest import Run

CODE = "C-0048"


def closed_against_guidance(command: Run) -> None:
    done = command("record", CODE, "closure", "reason=goals-met", "because=moved abroad", "--on", "2026-11-21")
    assert done.code == 0, done.err


def test_the_report_gives_what_was_kept_as_json(command: Run) -> None:
    closed_against_guidance(command)
    report = command("closing", "report", CODE, "--json").json
    assert (report["basis"], report["reason"], report["because"]) == ("closure", "goals-met", "moved abroad")
    assert [one["what"] for one in report["course"]] == ["Asked for", "Closed"]
    assert {one["set"] for one in report["sets"]} == {"field_practice"}


def test_the_report_is_written_into_a_file_and_says_that_it_holds_codes(command: Run, folder: Path) -> None:
    closed_against_guidance(command)
    written = command("closing", "report", CODE, "--compare", "--out", str(folder / "closing.html"))
    assert (written.code, "codes only" in written.err) == (0, True)
    assert "What the guidance would answer now" in (folder / "closing.html").read_text("utf-8")


def test_before_anybody_signed_the_report_says_that_these_are_the_answers_of_the_day(command: Run) -> None:
    report = command("closing", "report", CODE, "--json").json
    assert (report["basis"], report["signed_on"], report["signed_by"]) == ("not_signed", None, None)
    assert "nobody has signed yet" in command("closing", "report", CODE).out


def test_the_comparison_is_three_plain_answers_a_set(command: Run) -> None:
    closed_against_guidance(command)
    lines = command("closing", "compare", CODE).out.splitlines()
    assert lines[0].startswith("Answers of ")
    assert [line.split(":")[0].strip() for line in lines[2:5]] == ["then", "the same day, asked again", "today"]


def test_a_code_that_is_not_there_is_one_sentence(command: Run) -> None:
    asked = command("closing", "report", "C-9999")
    assert (asked.code, asked.out) == (2, "")
    assert "There is no case C-9999 here." in asked.err
