"""Meetings by video or phone, and children who come to a meeting."""

from datetime import date

from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.meetings.kinds import Channel
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.missing import missing_in_meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

rules.declared("IAG-MTG-21", kind=RuleKind.CHECKLIST, title=_("Invited to speak, not pressed"), source="004 §1.4, §3.2")


@rules.meeting_check("FU-12", title=_("Precautions by video or phone"), source="002", strength=Strength.WARNS)
def precautions_at_a_distance(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Where people cannot meet, they may talk by video or phone, with precautions for what is said there."""
    if file.meeting.channel is Channel.IN_PERSON:
        return Answer.does_not_apply(_("It is held in one room."))
    if file.meeting.precautions is YesNo.YES:
        return Answer.passes(_("The precautions were followed."))
    return Answer.fails(
        _("It is not held in one room, and nobody ticked that the precautions were followed."),
        missing=missing_in_meeting("precautions"),
    )


@rules.meeting_check("IAG-MTG-21", title=_("Invited to speak, not pressed"), source="004 §1.4, §3.2")
def the_child_is_not_pressed(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """A child who comes is told that it need not answer, feels safe in the room, and its own words are kept."""
    meeting = file.meeting
    if not any(one.role is ParticipantRole.CHILD for one in meeting.there):
        return Answer.does_not_apply(_("No child comes."))
    ticks = (
        ("child_may_be_silent", meeting.child_may_be_silent, _("that it need not speak")),
        ("child_safe_space", meeting.child_safe_space, _("that it feels safe")),
        ("child_own_words", meeting.child_own_words, _("that its own words are kept")),
    )
    open_ticks = [(field, words) for field, tick, words in ticks if tick is not YesNo.YES]
    if open_ticks:
        words = _("Not ticked for the child: {what}.").format(what=", ".join(what for _field, what in open_ticks))
        return Answer.fails(words, missing=missing_in_meeting(open_ticks[0][0]))
    return Answer.passes(_("The child is invited and not pressed."))
