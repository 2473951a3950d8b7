"""Identifiers, each of its own type, so that a caseworker's code is never taken for a case's."""

import re
from typing import NewType

CaseCode = NewType("CaseCode", str)
PersonCode = NewType("PersonCode", str)
RecordId = NewType("RecordId", str)
RuleId = NewType("RuleId", str)
SetId = NewType("SetId", str)
ProgrammeId = NewType("ProgrammeId", str)
MeetingId = NewType("MeetingId", str)
ParticipantId = NewType("ParticipantId", str)
SeriesId = NewType("SeriesId", str)
CopyId = NewType("CopyId", str)

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,31}")


def is_code(text: str) -> bool:
    """Say whether a text may serve as the code of a case or a person: 2 to 32 of A-Z, 0-9 and the hyphen."""
    return _CODE.fullmatch(text) is not None
