"""Every load in the folder `loads` moves as its story tells it."""

from pathlib import Path

import pytest

from tests.stories.load_runner import LoadStory
from tests.story_values import StoryError
from tests.tui.agency import Clock, an_agency

LOADS = sorted((Path(__file__).parent / "loads").glob("*.md"))


@pytest.mark.rule("IAG-TRF-03")
@pytest.mark.rule("IAG-TRF-11")
@pytest.mark.parametrize("path", LOADS, ids=lambda path: path.stem)
def test_the_load_moves_as_it_is_told(path: Path, tmp_path: Path) -> None:
    desk = an_agency(tmp_path, cases=False)
    assert isinstance(desk.clock, Clock)
    wrong = list(LoadStory(path, desk, desk.clock).differences())
    desk.store.close()

    assert not wrong, "\n".join(wrong)


def test_a_line_that_cannot_be_read_fails_with_its_place(tmp_path: Path) -> None:
    story = tmp_path / "story.md"
    story.write_text("- Load: B-1\n- Cases: C-0301\n\n- On 6 June C-0301: may go.\n", encoding="utf-8")
    desk = an_agency(tmp_path / "store", cases=False)
    assert isinstance(desk.clock, Clock)
    told = LoadStory(story, desk, desk.clock)

    with pytest.raises(StoryError, match=r"story\.md, line 4: the day after “On” is not like 2024-06-12"):
        list(told.differences())
    desk.store.close()
