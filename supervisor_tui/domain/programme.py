"""Programmes: the context they work in, the guidance in force, and the agency's own risk levels."""

from datetime import date

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.wording import _


class Context(Choice):
    """Whether ordinary time frames or those of an emergency hold."""

    DEVELOPMENT = "development", _("development")
    EMERGENCY = "emergency", _("emergency")


class ContextPeriod(msgspec.Struct, frozen=True):
    """From this day on the context holds, until a later period begins."""

    context: Context
    since: date


class Standing(Choice):
    """What a guidance set's answer counts for here."""

    DECIDES = "decides", _("decides")
    INFORMS = "informs", _("informs")
    OFF = "no", _("not in force")


class SetInForce(msgspec.Struct, frozen=True):
    """A guidance set's standing from a day on, and why."""

    set: SetId
    standing: Standing
    since: date
    reason: str


class GuidanceRisk(Choice):
    """The levels that guidance speaks of; an agency's own levels are mapped to these."""

    HIGH = "high", _("high")
    MEDIUM = "medium", _("medium")
    LOW = "low", _("low")
    NONE = "none", _("none")


class RiskLevel(msgspec.Struct, frozen=True):
    """One level of the agency's own scale.

    letter stands beside every colour. rank orders the scale, the highest danger first (0). guidance is the level at
    which the guidance is read for it.
    """

    id: str
    letter: str
    title: str
    rank: int
    guidance: GuidanceRisk


USUAL_RISK_LEVELS = (
    RiskLevel("emergency", "E", _("emergency"), 0, GuidanceRisk.HIGH),
    RiskLevel("high", "H", _("high"), 1, GuidanceRisk.HIGH),
    RiskLevel("medium", "M", _("medium"), 2, GuidanceRisk.MEDIUM),
    RiskLevel("low", "L", _("low"), 3, GuidanceRisk.LOW),
    RiskLevel("none", "-", _("none"), 4, GuidanceRisk.NONE),
)


class Programme(msgspec.Struct, frozen=True):
    """A programme of the agency, with its history of contexts and of guidance in force."""

    id: ProgrammeId
    title: str
    contexts: tuple[ContextPeriod, ...] = ()
    sets: tuple[SetInForce, ...] = ()
    risk_levels: tuple[RiskLevel, ...] = USUAL_RISK_LEVELS

    def context_on(self, day: date) -> Context | None:
        """Return the context that held on `day`, or None if nobody said; of two words of one day, the later."""
        begun = [period for period in reversed(self.contexts) if period.since <= day]
        return max(begun, key=lambda period: period.since).context if begun else None

    def standing_on(self, set_id: SetId, day: date) -> SetInForce | None:
        """Return the latest word on a set's standing by `day`, or None if there is none."""
        begun = [entry for entry in reversed(self.sets) if entry.set == set_id and entry.since <= day]
        return max(begun, key=lambda entry: entry.since) if begun else None

    def risk_level(self, level: str) -> RiskLevel | None:
        """Return the agency's level of that id, or None where the agency does not have it."""
        return next((known for known in self.risk_levels if known.id == level), None)
