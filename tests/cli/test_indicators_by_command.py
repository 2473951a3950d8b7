"""`indicators`: figures in plain lines and in JSON, and the cases behind one of them."""

from tests.cli.conftest import Run


def test_a_figure_that_is_named_shows_the_cases_behind_it_a_line_a_case(command: Run) -> None:
    high = command("indicators", "--figure", "HIGH risk").out.splitlines()
    one = next(one for one in command("indicators", "--json").json["indicators"] if one["title"] == "risk: high")

    assert high == ["RISK", f"     {one['value']}  risk: high", *(f"        {code}" for code in one["cases"])]
    assert one["value"] == len(one["cases"]) > 0


def test_without_a_name_the_figures_stand_alone(command: Run) -> None:
    assert [line for line in command("indicators").out.splitlines() if line.strip().startswith("C-")] == []


def test_a_figure_that_is_named_is_the_only_one_in_json_too(command: Run) -> None:
    found = command("indicators", "--figure", "risk: high", "--json").json["indicators"]

    assert [one["id"] for one in found] == ["risk.high"]


def test_words_that_no_figure_says_are_answered_in_a_sentence(command: Run) -> None:
    answer = command("indicators", "--figure", "elephants")

    assert (answer.code, answer.out, answer.err) == (0, "", "No figure says “elephants”.\n")
