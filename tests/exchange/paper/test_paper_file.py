from pathlib import Path

import pytest

from supervisor_tui.exchange.paper.paper import PaperForm
from supervisor_tui.exchange.paper.paper_file import FileThereError, UnknownFormError, write_paper
from supervisor_tui.exchange.paper.printed import printed
from tests.exchange.paper.papers import EVERYTHING


@pytest.mark.parametrize("form", PaperForm)
def test_the_end_of_the_name_says_the_form(form: PaperForm, tmp_path: Path) -> None:
    file = tmp_path / f"paper.{form.value.upper()}"
    write_paper(EVERYTHING, file)
    assert file.read_bytes() == printed(EVERYTHING, form)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(FileThereError, match="is there already"):
        write_paper(EVERYTHING, file)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_name_that_says_no_form_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormError, match=r"end in \.md, \.html, \.docx, \.pdf"):
        write_paper(EVERYTHING, tmp_path / "paper.txt")
    assert list(tmp_path.iterdir()) == []
