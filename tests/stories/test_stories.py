"""Every story in this folder is told as the installed guidance answers it, and every way of closing has a story."""

import re
from pathlib import Path

import pytest

from supervisor_tui.domain.records.closing import Closure, ClosureReason
from tests.stories.story_runner import as_recorded, differences, host_of
from tests.story_reader import read_story

STORIES = sorted(path for path in Path(__file__).parent.glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_story_is_answered_as_it_is_told(path: Path) -> None:
    wrong = list(differences(read_story(path)))

    assert not wrong, "\n".join(wrong)


def test_each_reason_for_closing_has_a_story() -> None:
    told = set()
    for story in map(read_story, STORIES):
        host = host_of(story)
        records = (as_recorded(story, host, row) for row in story.records)
        told |= {body.reason for record in records if isinstance(body := host.kinds.decode(record), Closure)}

    assert told == set(ClosureReason)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_holds_no_id_of_a_rule_and_no_name_under_which_something_is_stored(path: Path) -> None:
    assert re.findall(r"\b(?:IAG|FU|RB|PX)-\w[\w-]*|\b[a-z]+_[a-z_]+\b", path.read_text("utf-8")) == []
