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


def test_pages_are_listed_under_each_step_that_they_are_about(command: Run) -> None:
    lines = command("library", "consent", "--by-step").out.splitlines()

    page = "  iag_core/consent-and-assent  Consent and assent  (004 §1.2, §1.3, §3.4, §3.6)"
    assert lines[:2] == ["Step 1: registration", page]
    assert lines[lines.index("Step 4: implementation") + 1] == page
    assert lines.count(page) == 2


def test_where_no_guidance_is_in_force_a_page_holds_no_case_up(command: Run) -> None:
    (page,) = command("library", "step-5-follow-up-and-review", "--cases", "--json").json["pages"]

    assert page["cases"] == []
    assert "answer.library" in command("schema").out


def test_the_questions_come_with_their_answers_in_json(command: Run) -> None:
    (page,) = command("library", "quiz", "--json").json["pages"]

    assert len(page["questions"]) == 14
    assert set(page["questions"][0]) == {"asks", "choices", "right", "why", "page"}
