"""What a column can become: the fields of the record kinds, as declared, and a few facts about the case itself.

A target is named `group.field`. The fields of a group are read from the declaration of its record kind, so that a
field added there can be imported without a line here.
"""

from functools import cache

import msgspec

from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, RiskLevelSet
from supervisor_tui.domain.records.closing import Closure, ClosureRequest, Reopening
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentPurpose
from supervisor_tui.domain.records.contact import FollowUp, Review
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.placement import Placement
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.guidance.forms import FieldType, FormField, fields_of, form_of
from supervisor_tui.wording import N_, _

__all__ = ["GROUPS", "Target", "TargetGroup", "all_targets", "group_of", "target_named"]


class TargetGroup(msgspec.Struct, frozen=True):
    """One record that a case or a row can give; `presets` are fields that the group itself settles."""

    name: str
    kind: type[RecordBody]
    presets: tuple[tuple[str, str], ...] = ()


class Target(msgspec.Struct, frozen=True):
    """What a column can become. `field` is None for facts that are not a field of a record."""

    name: str
    title: str
    type: FieldType
    group: TargetGroup | None = None
    field: FormField | None = None
    identifies: bool = False
    """It names or finds a person: kept locked, whatever the mapping file says."""

    @property
    def is_free_text(self) -> bool:
        """Whether a cell could hold anything, a name included."""
        return self.type in {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.LINES}


GROUPS: tuple[TargetGroup, ...] = (
    TargetGroup("registration", Registration),
    TargetGroup("assignment", Assignment),
    TargetGroup("risk_level", RiskLevelSet),
    TargetGroup("initial_assessment", Assessment, (("stage", AssessmentStage.INITIAL),)),
    TargetGroup("assessment", Assessment, (("stage", AssessmentStage.COMPREHENSIVE),)),
    TargetGroup("consent_services", Consent, (("form", ConsentForm.CONSENT), ("purpose", ConsentPurpose.SERVICES))),
    TargetGroup("consent_sharing", Consent, (("form", ConsentForm.CONSENT), ("purpose", ConsentPurpose.SHARING))),
    TargetGroup("plan", CasePlan),
    TargetGroup("follow_up", FollowUp),
    TargetGroup("review", Review),
    TargetGroup("placement", Placement),
    TargetGroup("referral", Referral),
    TargetGroup("closure_request", ClosureRequest),
    TargetGroup("closure", Closure),
    TargetGroup("reopening", Reopening),
    TargetGroup("transfer", Transfer),
)

_CASE_FACTS = (
    Target("case.code", N_("Case code"), FieldType.CODE),
    Target("case.source_id", N_("Id in the system that it comes from"), FieldType.CODE),
    Target("case.status", N_("Status in the system that it comes from"), FieldType.CODE),
    Target("case.kept", N_("False where it was deleted there"), FieldType.YES),
    Target("case.entered_on", N_("Entered there on"), FieldType.DATE),
    Target("case.changed_on", N_("Last changed there on"), FieldType.DATE),
)
_PERSON_FACTS = (
    Target("person.name", N_("Name"), FieldType.TEXT, identifies=True),
    Target("person.other_name", N_("Other name"), FieldType.TEXT, identifies=True),
    Target("person.caregiver", N_("Caregiver"), FieldType.TEXT, identifies=True),
    Target("person.address", N_("Address"), FieldType.TEXT, identifies=True),
    Target("person.contact", N_("Telephone or other contact"), FieldType.TEXT, identifies=True),
)
_ROW_FACTS = (
    ("row.id", N_("Id of the row"), FieldType.CODE),
    ("row.due_on", N_("To be done by"), FieldType.DATE),
    ("row.done_on", N_("Done on"), FieldType.DATE),
    ("row.status", N_("Status of the row"), FieldType.CODE),
    ("row.of", N_("What the row is about"), FieldType.CODE),
    ("row.by", N_("Who"), FieldType.CODE),
    ("row.text", N_("What"), FieldType.TEXT),
    ("row.goal", N_("Goal"), FieldType.TEXT),
    ("row.referred", N_("Sent to another agency?"), FieldType.YES),
)
_LEFT_TO_US = {"registration.duties_from", "plan.goals", "plan.actions", "registration.verified_by"}


@cache
def all_targets() -> dict[str, Target]:
    """Return every target by its name."""
    facts = [*_CASE_FACTS, *_PERSON_FACTS, *(Target(name, title, kind) for name, title, kind in _ROW_FACTS)]
    found = {target.name: msgspec.structs.replace(target, title=_(target.title)) for target in facts}
    for group in GROUPS:
        found |= {target.name: target for target in _of_group(group) if target.name not in _LEFT_TO_US}
    return found


def target_named(name: str) -> Target | None:
    """Return the target of that name, or None."""
    return all_targets().get(name)


def group_of(name: str) -> TargetGroup | None:
    """Return the group of that name, or None."""
    return next((group for group in GROUPS if group.name == name), None)


def _of_group(group: TargetGroup) -> list[Target]:
    settled = {name for name, _value in group.presets}
    on = form_of(group.kind).on_title
    targets = [Target(f"{group.name}.on", on, FieldType.DATE, group)]
    targets += [
        Target(f"{group.name}.{field.name}", field.title, field.type, group, field)
        for field in fields_of(group.kind)
        if field.name not in settled and field.type is not FieldType.ROWS
    ]
    return targets
