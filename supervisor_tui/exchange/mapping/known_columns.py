"""Headings that are understood without being told.

Primero's internal names stand first, then its English labels and what agencies type into sheets of their own. Where
two columns of a file could be the same, the name further to the left wins and the other is kept locked. Names of
Primero are facts of its exporters and API (primeroIMS/primero, the fields of the case form).
"""

import msgspec

__all__ = ["KNOWN_COLUMNS", "KNOWN_SECTIONS", "KnownColumn", "KnownSection"]


class KnownColumn(msgspec.Struct, frozen=True):
    """A target with the headings under which it is known.

    coded: the system writes ids of a closed list there, so that a cell that looks like such an id names nobody.
    """

    field: str
    headings: tuple[str, ...]
    coded: bool = False


class KnownSection(msgspec.Struct, frozen=True):
    """A repeating section with the names under which it is known, and its columns.

    telling: a heading that no other section has, for sheets named in another way.
    """

    becomes: str
    names: tuple[str, ...]
    telling: str
    columns: tuple[KnownColumn, ...]


KNOWN_COLUMNS: tuple[KnownColumn, ...] = (
    KnownColumn(
        "case.code",
        (
            "case_id_display",
            "short_id",
            "case code",
            "case number",
            "case no",
            "case id",
            "case ref",
            "case reference",
            "file number",
            "file no",
            "case",
            "code",
            "client code",
            "client id",
            "cpims id",
        ),
    ),
    KnownColumn("case.source_id", ("id", "case_id", "unique_identifier", "uuid", "record id", "unique id")),
    KnownColumn("case.status", ("status", "child_status", "case status", "state of the case")),
    KnownColumn("case.kept", ("record_state", "enabled")),
    KnownColumn("case.entered_on", ("created_at", "date created")),
    KnownColumn("case.changed_on", ("last_updated_at", "last updated", "date of last update")),
    KnownColumn("person.name", ("name", "full name", "child name", "name of child", "client name", "child's name")),
    KnownColumn("person.other_name", ("name_nickname", "name_other", "nickname", "other name", "also known as")),
    KnownColumn("person.caregiver", ("caregiver_name", "name_caregiver", "name of caregiver", "caregiver name")),
    KnownColumn("person.address", ("address_current", "current address", "address", "home address", "village")),
    KnownColumn("person.contact", ("telephone_current", "telephone", "phone", "phone number", "mobile", "contact")),
    KnownColumn(
        "registration.on",
        (
            "registration_date",
            "date of registration or interview",
            "date of registration",
            "registered on",
            "date registered",
            "intake date",
            "date opened",
            "opening date",
        ),
    ),
    KnownColumn("registration.sex", ("sex", "gender")),
    KnownColumn("registration.born_on", ("date_of_birth", "date of birth", "dob", "d o b", "birth date", "born on")),
    KnownColumn("registration.age_years", ("age", "age in years", "age (years)")),
    KnownColumn("registration.age_estimated", ("estimated", "is the age estimated?", "age estimated")),
    KnownColumn("registration.urgent", ("urgent_protection_concern", "urgent protection concern?", "urgent")),
    KnownColumn(
        "registration.concerns",
        ("protection_concerns", "protection concerns", "protection concern", "concerns"),
        coded=True,
    ),
    KnownColumn(
        "assignment.worker",
        (
            "owned_by",
            "record owner",
            "caseworker",
            "case worker",
            "social worker",
            "assigned to",
            "case owner",
            "worker",
        ),
    ),
    KnownColumn("assignment.on", ("assigned_on", "date assigned", "assigned on", "caseworker since")),
    KnownColumn("risk_level.level", ("risk_level", "risk level", "risk", "level of risk", "priority")),
    KnownColumn("risk_level.on", ("risk_level_date", "date of risk level", "risk level since")),
    KnownColumn("initial_assessment.on", ("initial_assessment_date", "date of initial assessment")),
    KnownColumn(
        "assessment.started_on",
        ("assessment_requested_on", "date assessment started", "assessment started on"),
    ),
    KnownColumn("assessment.on", ("date_assessment", "assessment date", "date of assessment", "assessed on")),
    KnownColumn("plan.on", ("date_case_plan", "date case plan initiated", "case plan date", "date of case plan")),
    KnownColumn("consent_services.agreed", ("consent_for_services", "consent for services", "consent")),
    KnownColumn("consent_services.on", ("consent_date", "date of consent", "consent given on")),
    KnownColumn("consent_services.giver", ("consent_source", "consent given by", "who gave consent")),
    KnownColumn("consent_sharing.agreed", ("disclosure_other_orgs", "consent to share information")),
    KnownColumn("consent_sharing.on", ("consent_sharing_date", "date of consent to share")),
    KnownColumn("consent_sharing.giver", ("consent_sharing_source", "consent to share given by")),
    KnownColumn("follow_up.on", ("last_followup_date", "last follow up", "last visit", "date of last visit")),
    KnownColumn("follow_up.next_on", ("next_followup_date", "next follow up", "next visit", "next visit due")),
    KnownColumn("follow_up.child_seen", ("child_seen_last_visit", "child seen at last visit")),
    KnownColumn("closure.on", ("date_closure", "date of closure", "closure date", "date closed", "closed on")),
    KnownColumn(
        "closure.reason",
        (
            "closure_reason",
            "what is the reason for closing the child's file?",
            "closure reason",
            "reason for closure",
            "reason for closing",
        ),
    ),
    KnownColumn("transfer.agency", ("transferred_to_agency", "transferred to")),
    KnownColumn("transfer.on", ("transfer_date", "date of transfer", "transferred on")),
)

_ROW_ID = KnownColumn("row.id", ("unique_id", "id", "row id"))

KNOWN_SECTIONS: tuple[KnownSection, ...] = (
    KnownSection(
        "follow_up",
        ("followup_subform_section", "follow up", "follow ups", "followup", "followups", "visits"),
        "followup_date",
        (
            _ROW_ID,
            KnownColumn("follow_up.on", ("followup_date", "follow up date", "date of follow up", "date", "visit date")),
            KnownColumn("row.due_on", ("followup_needed_by_date", "follow up needed by", "follow up needed by date")),
            KnownColumn(
                "follow_up.child_seen",
                ("child_was_seen", "was the child/adult seen during the visit?", "child seen", "was the child seen?"),
            ),
            KnownColumn("follow_up.channel", ("followup_method", "channel", "how")),
            KnownColumn("follow_up.next_on", ("when_follow_up_visit_should_happen", "next follow up", "next visit")),
            KnownColumn("follow_up.note", ("followup_comments", "comments", "notes")),
        ),
    ),
    KnownSection(
        "referral",
        ("services_section", "services", "service", "referrals"),
        "service_response_day_time",
        (
            _ROW_ID,
            KnownColumn("referral.service", ("service_type", "type of service", "service"), coded=True),
            KnownColumn("referral.on", ("service_response_day_time", "created on", "date of referral", "referred on")),
            KnownColumn(
                "referral.agency",
                ("service_implementing_agency", "implementing agency", "agency", "service provider"),
                coded=True,
            ),
            KnownColumn("row.referred", ("service_status_referred", "referred?", "referred")),
            KnownColumn("row.status", ("service_implemented", "service implemented", "service status")),
            KnownColumn(
                "row.done_on", ("service_implemented_day_time", "service implemented on", "date service implemented")
            ),
        ),
    ),
    KnownSection(
        "plan",
        (
            "cp_case_plan_subform_case_plan_interventions",
            "case plan interventions",
            "interventions",
            "case plan",
            "actions",
        ),
        "intervention_service_to_be_provided",
        (
            _ROW_ID,
            KnownColumn(
                "row.text",
                ("intervention_service_to_be_provided", "intervention service to be provided", "action", "what"),
                coded=True,
            ),
            KnownColumn("row.goal", ("intervention_service_goal", "goal", "intervention goal")),
            KnownColumn("row.due_on", ("case_plan_timeframe", "timeframe", "until", "due date")),
        ),
    ),
    KnownSection(
        "approval",
        ("approval_subforms", "approvals"),
        "approval_response_for",
        (
            _ROW_ID,
            KnownColumn("row.of", ("approval_response_for", "approval_for", "approved what")),
            KnownColumn("row.status", ("approval_status", "decision")),
            KnownColumn("row.done_on", ("approval_date", "approved on")),
            KnownColumn("row.by", ("approved_by", "approver")),
        ),
    ),
    KnownSection(
        "reopening",
        ("reopened_logs", "reopenings"),
        "reopened_date",
        (_ROW_ID, KnownColumn("reopening.on", ("reopened_date", "reopened on"))),
    ),
    KnownSection(
        "transfer",
        ("transfers", "transitions"),
        "transitioned_to_agency",
        (
            _ROW_ID,
            KnownColumn("row.of", ("type", "transition type")),
            KnownColumn("transfer.agency", ("transitioned_to_agency", "to agency"), coded=True),
            KnownColumn("transfer.on", ("created_at", "transferred on")),
            KnownColumn("row.status", ("status",)),
            KnownColumn("row.done_on", ("responded_at", "accepted on")),
        ),
    ),
)
