"""The envelope around every record: who wrote down what, when it happened and how it is known.

The body stays as it was written until somebody asks for it by its kind, so that a record whose guidance set is not
installed is kept byte for byte.
"""

from datetime import date, datetime
from typing import Annotated

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.wording import _


class HowKnown(Choice):
    """Where a record came from."""

    RECORDED = "recorded", _("recorded")
    IMPORTED = "imported", _("imported")
    TOLD = "told", _("as told")


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One dated thing that happened or was found out in one case.

    on: the day it happened. entered_on: the moment it was written down, with its offset.
    by: the code of the person in whose name it was made.
    amends: the record that this one corrects; the corrected one is no longer read.
    told_by: for what is known "as told", who told it (a person's code or a role); the form is still outstanding.
    source: for what was imported, the file's name and a short hash of its content, never a path.
    """

    id: RecordId
    case: CaseCode
    kind: str
    on: date
    entered_on: Annotated[datetime, msgspec.Meta(tz=True)]
    by: PersonCode
    body: msgspec.Raw
    kind_version: int = 1
    amends: RecordId | None = None
    how_known: HowKnown = HowKnown.RECORDED
    told_by: str | None = None
    source: str | None = None
