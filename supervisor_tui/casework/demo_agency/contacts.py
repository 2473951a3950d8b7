"""What happens between plan and end: follow-ups at the rate of the risk, reviews, referrals, actions, goals."""

from collections.abc import Callable
from datetime import date, datetime

import msgspec

from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.registering import understood
from supervisor_tui.casework.demo_agency.words import Issue
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.programme import Context
from supervisor_tui.domain.records.assessment import ConcernSettled
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.contact import Channel, FollowUp, Review, ServicesReceived, Situation
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus, GoalOutcome, GoalStatus
from supervisor_tui.domain.records.referral import Referral, ReferralProgress, ReferralStatus, SharingMethod

SEEN = (Channel.HOME_VISIT, Channel.HOME_VISIT, Channel.HOME_VISIT, Channel.MEETING, Channel.UNANNOUNCED_VISIT)
REACHED = (Channel.HOME_VISIT, Channel.HOME_VISIT, Channel.MEETING, Channel.CALL)
DAYS_BETWEEN = {"high": (3, 4), "emergency": (3, 4), "medium": (6, 7), "low": (12, 14), "none": (12, 14)}
"""How many days lie between two contacts of a caseworker who keeps to the rate of the risk."""

NEWS = ((ReferralStatus.ACCEPTED, 8), (ReferralStatus.RECEIVED, 19), (ReferralStatus.NEED_MET, 29))
"""How a referral goes, and about how many days after it was sent."""

EMERGENCY_REVIEW_DAYS = 27
RENEWED_DAYS_BEFORE = 10
HIGH_RISK_DAYS = (1, 4)
"""Tuesday and Friday: with two contacts a week nobody waits longer than four days."""


def sentence(pen: CasePen, channel: Channel, situation: Situation) -> str:
    """Return a note as it is written in the evening."""
    notes = pen.words.notes
    parts = (
        pen.pick(notes.opening[channel.value]),
        pen.pick(notes.observation[situation.value]),
        pen.pick(notes.agreed[situation.value]),
    )
    return " ".join(part for part in parts if part)


def follow_up(
    pen: CasePen,
    on: date,
    *,
    channel: Channel | None = None,
    situation: Situation | None = None,
    child_seen: YesNo | None = None,
    note: str | None = None,
    entered: datetime | None = None,
    how_known: HowKnown = HowKnown.RECORDED,
    told_by: str | None = None,
    source: str | None = None,
) -> None:
    """Write one contact."""
    way = channel or pen.pick(REACHED)
    moved = situation or pen.pick((Situation.BETTER, Situation.SAME, Situation.SAME))
    in_person = way not in {Channel.CALL, Channel.PROVIDER, Channel.COMMUNITY}
    words = note if note is not None else sentence(pen, way, moved) if pen.often(0.6) else ""
    pen.write(
        FollowUp(
            channel=way,
            child_seen=child_seen or (YesNo.YES if in_person else YesNo.NO),
            services_received=pen.pick((ServicesReceived.YES, ServicesReceived.YES, ServicesReceived.PART)),
            situation=moved,
            safe=YesNo.NO if moved is Situation.WORSE else YesNo.YES,
            care_supported=YesNo.YES if in_person else None,
            decision=pen.pick(pen.words.notes.decision["worse"]) if moved is Situation.WORSE else "",
            changed=YesNo.NO if pen.says_it_all and moved is not Situation.WORSE else None,
            note=words,
        ),
        on,
        entered=entered,
        how_known=how_known,
        told_by=told_by,
        source=source,
    )


def follow(pen: CasePen, since: date, until: date, level: str, *, every_days: int = 0, calm: bool = False) -> date:
    """Write contacts from the day after `since` up to `until`; return the last day on which there was one.

    every_days: the rate of the plan, where it has one. calm: nothing gets worse, and the child is always seen.
    """
    step = _rate(pen, level, every_days)
    last, on = since, step(since)
    while on <= until:
        worse = not calm and days_after(on, 12) < pen.today and pen.often(0.02)
        channel = pen.pick(SEEN) if calm else None
        follow_up(pen, on, channel=channel, situation=Situation.WORSE if worse else None)
        if worse:
            review(pen, working_day(days_after(on, pen.between(4, 6))))
        if pen.often(0.05):
            pen.write(Note(text=pen.pick(pen.words.notes.file.entries)), on)
        last, on = on, step(on)
    return last


def _rate(pen: CasePen, level: str, every_days: int) -> Callable[[date], date]:
    if not every_days and level in {"high", "emergency"}:
        return lambda day: next(
            later for later in (days_after(day, ahead) for ahead in range(1, 8)) if later.weekday() in HIGH_RISK_DAYS
        )
    least, most = (every_days - 3, every_days) if every_days else DAYS_BETWEEN.get(level, (12, 14))
    return lambda day: working_day(days_after(day, pen.between(least, most)))


def review(pen: CasePen, on: date) -> None:
    """Write one review of the plan, and what child and family said of the work on that day."""
    pen.write_of_set("feedback", on)
    words = pen.words.notes.review
    pen.write(
        Review(
            progress=YesNo.YES,
            goals_being_met=pen.pick((YesNo.YES, YesNo.YES, YesNo.NO)),
            plan_still_right=pen.pick((YesNo.YES, YesNo.YES, YesNo.NO)),
            changes=pen.pick(words.changes),
            safe=YesNo.YES,
            care_supported=YesNo.YES,
            child_took_part=YesNo.YES,
            family_took_part=pen.pick((YesNo.YES, YesNo.YES, YesNo.NO)),
            absent_because="Nobody of the family could come." if pen.says_it_all else "",
            chair=pen.worker.supervisor if pen.says_it_all else pen.worker.code,
            note=pen.pick(words.note),
        ),
        on,
    )


def review_every(pen: CasePen, since: date, until: date, days: int = 88) -> date:
    """Write reviews, never more than `days` apart, up to `until`; return the day of the last one."""
    last, on = since, working_day(days_after(since, pen.between(days - 9, days)))
    while on <= until:
        review(pen, on)
        last, on = on, working_day(days_after(on, pen.between(days - 9, days)))
    return last


def review_in_the_emergency(pen: CasePen, since: date, until: date) -> None:
    """Write the reviews of an emergency, which come each month at the latest, for a plan that stands since a day."""
    begun = next((one.since for one in pen.programme.contexts if one.context is Context.EMERGENCY), None)
    if begun is not None:
        review_every(pen, max(since, begun), until, EMERGENCY_REVIEW_DAYS)


def refer(pen: CasePen, on: date, issues: tuple[Issue, ...], until: date) -> None:
    """Write a referral for each worry that another agency answers, with consent, and what became of it by `until`."""
    sent = [issue for issue in issues if issue.agency]
    if sent:
        agencies = tuple(dict.fromkeys(issue.agency for issue in sent))
        consent = Consent(
            giver=ConsentGiver.CAREGIVER,
            form=ConsentForm.CONSENT,
            purpose=ConsentPurpose.SHARING,
            agencies=agencies,
            sections=("assessment",),
            methods=(SharingMethod.WRITTEN,),
        )
        _agree_for_a_year(pen, consent, on, until)
    for issue in sent:
        number = refer_once(pen, on, issue)
        for status, days in NEWS:
            day = working_day(days_after(on, days + pen.between(0, 2)))
            if day <= until:
                pen.write(ReferralProgress(referral=number, status=status), day)


def _agree_for_a_year(pen: CasePen, consent: Consent, on: date, until: date) -> None:
    """Write a consent, and the next one shortly before the year is over, as long as the work goes on.

    Who does not say it all leaves out until when it lasts, and is reminded of nothing.
    """
    if not pen.says_it_all:
        pen.write(understood(pen, consent), on)
        return
    while on <= until:
        last = add_months(on, 12)
        pen.write(understood(pen, msgspec.structs.replace(consent, valid_until=last)), on)
        on = working_day(days_after(last, -RENEWED_DAYS_BEFORE))


def leave_referral_open(pen: CasePen, issue: Issue) -> None:
    """Write a referral of last month whose service has come and whose need is not met."""
    number = refer_once(pen, pen.ago(30), issue)
    pen.write(ReferralProgress(referral=number, status=ReferralStatus.ACCEPTED), pen.ago(20))
    pen.write(ReferralProgress(referral=number, status=ReferralStatus.RECEIVED), pen.ago(9))


def refer_once(pen: CasePen, on: date, issue: Issue) -> str:
    """Write one referral and return its number."""
    number = pen.number("R")
    pen.write(
        Referral(
            referral=number,
            agency=issue.agency or "AG-09",
            service=issue.service or "advice",
            need=issue.need,
            accompanied=YesNo.YES,
            sections=("assessment",),
            method=SharingMethod.WRITTEN,
        ),
        on,
    )
    return number


def carry_out(pen: CasePen, planned: date, issues: tuple[Issue, ...], until: date) -> None:
    """Write that the actions of the plan were done about when they were due."""
    number = 0
    for issue in issues:
        for _action in issue.actions:
            number += 1
            done = working_day(days_after(planned, 14 * number - pen.between(0, 6)))
            if done <= until:
                pen.write(ActionOutcome(action=f"A{number}", status=ActionStatus.DONE), done)


def reach_goals(
    pen: CasePen, issues: tuple[Issue, ...], on: date, *, but_goal: str = "", but_concern: str = ""
) -> None:
    """Write that goals were met and concerns settled a few days apart, with the one left open that is named."""
    for number, issue in enumerate(issues, 1):
        day = working_day(days_after(on, -7 * (len(issues) - number)))
        if f"O{number}" != but_goal:
            pen.write(GoalOutcome(goal=f"O{number}", status=GoalStatus.MET, note=issue.settled), day)
        if f"K{number}" != but_concern:
            pen.write(ConcernSettled(concern=f"K{number}", how=issue.settled), day)
