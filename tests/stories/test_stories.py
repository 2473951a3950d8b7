"""Every story in this folder is told as the installed guidance answers it."""

from pathlib import Path

import pytest

from tests.stories.story_runner import differences
from tests.story_reader import read_story

STORIES = sorted(path for path in Path(__file__).parent.glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_story_is_answered_as_it_is_told(path: Path) -> None:
    wrong = list(differences(read_story(path)))

    assert not wrong, "\n".join(wrong)
