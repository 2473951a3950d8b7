"""The line of the cursor in full, below the list: on a narrow screen the reason does not fit beside it."""

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from supervisor_tui.domain.ids import SetId
from supervisor_tui.guidance.kinds import RecordKinds
from supervisor_tui.kit.safe_text import content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.closing.closing_lines import ClosingLine
from supervisor_tui.tui.days import full_day
from supervisor_tui.wording import _, ngettext

__all__ = ["whole_line"]


def whole_line(line: ClosingLine, titles: Mapping[SetId, str], kinds: RecordKinds, as_of: date) -> Content:
    """Return what the line says, why, whose turn it is and what Enter does; for a difference each set's answer."""
    if line.difference is not None:
        answers = [
            Content.assemble(content(f"{titles.get(set_id, set_id)}: ", Tone.QUIET.style), content(one.answer))
            for set_id, one in line.difference.answers
        ]
        return Content("\n").join([content(line.what, Tone.STRONG.style), *answers])
    if line.check is None:
        return Content("")
    answer = line.check.check.answer
    result = content(f"  {answer.result.label}", Tone.QUIET.style)
    head = Content.assemble(content(line.what, Tone.STRONG.style), result)
    parts = [head, content(line.reason)]
    turn = _turn_words(line, kinds, as_of)
    return Content("\n").join([*parts, content(turn, Tone.QUIET.style)] if turn else parts)


def _turn_words(line: ClosingLine, kinds: RecordKinds, as_of: date) -> str:
    assert line.check is not None
    answer = line.check.check.answer
    words = []
    if answer.earliest is not None and answer.earliest > as_of:
        words.append(_("from {day}").format(day=full_day(answer.earliest)))
    missing = answer.missing
    if missing is not None and missing.who:
        words.append(_("waits for: {who}").format(who=missing.who))
    if missing is not None and missing.setting:
        words.append(_("Enter: decide the number"))
    elif missing is not None and missing.record:
        words.append(_("Enter: {form}").format(form=kinds.title(missing.record)))
    if line.depending:
        more = ngettext("{n} more check asks for the same", "{n} more checks ask for the same", line.depending)
        words.append(more.format(n=line.depending))
    return " · ".join((*words, line.set_title))
