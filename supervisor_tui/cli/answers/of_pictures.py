"""The answer of `steps`: what sets draw of a case, as they gave it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.casework.pictures import Picture
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.guidance.panels import Panel, Section


class PictureAnswer(msgspec.Struct, frozen=True):
    """What one set draws. sections: each with its `type`; fault: what went wrong instead, "" where nothing did."""

    set: str
    screen: str
    title: str
    sections: tuple[Section, ...]
    fault: str = ""


class StepsAnswer(msgspec.Struct, frozen=True):
    """The steps of one case, as each set in force tells them."""

    case: str
    as_of: date
    screens: tuple[PictureAnswer, ...]


def pictures_answer(code: CaseCode, as_of: date, pictures: Iterable[Picture]) -> StepsAnswer:
    """Return pictures as JSON gives them."""
    return StepsAnswer(code, as_of, tuple(map(_picture, pictures)))


def _picture(one: Picture) -> PictureAnswer:
    if isinstance(one.panel, Panel):
        return PictureAnswer(one.set, one.source.id, one.source.title, one.panel.sections)
    return PictureAnswer(one.set, one.source.id, one.source.title, (), one.panel.what)
