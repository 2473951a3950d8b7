"""`library`: pages by word, name and rule, the cases behind one, and the questions, of which nothing is kept."""

from tests.cli.conftest import Run


def test_a_rule_reads_its_page(command: Run) -> None:
    lines = command("library", "IAG-CLS-10").out.splitlines()

    assert lines[0] == "Step 6: closing"
    assert any(line.startswith("  IAG-CLS-10  closure check") for line in lines)


def test_words_find_pages(command: Run) -> None:
    found = command("library", "visits", "notice", "--json").json["pages"]

    assert [(page["set"], page["page"], page["cases"]) for page in found] == [
        ("iag_core", "visits-without-notice", None)
    ]


def test_where_no_guidance_is_in_force_a_page_holds_no_case_up(command: Run) -> None:
    (page,) = command("library", "step-5-follow-up-and-review", "--cases", "--json").json["pages"]

    assert page["cases"] == []
    assert "answer.library" in command("schema").out


def test_the_questions_come_with_their_answers_in_json(command: Run) -> None:
    (page,) = command("library", "quiz", "--json").json["pages"]

    assert len(page["questions"]) == 14
    assert set(page["questions"][0]) == {"asks", "choices", "right", "why", "page"}
