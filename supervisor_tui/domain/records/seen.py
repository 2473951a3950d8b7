"""What the guidance sets answered when somebody signed: kept in words, so that it can be read without the sets.

Years later a set may have another version, other numbers, or be gone. The paper must still say on what was decided.
"""

from datetime import date
from typing import Annotated

import msgspec

from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import asked
from supervisor_tui.wording import _


class SeenFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something an answer rested on."""

    text: Annotated[str, asked(_("Fact"))]
    on: Annotated[date | None, asked(_("Day"))] = None
    how_known: Annotated[HowKnown, asked(_("How it was known"))] = HowKnown.RECORDED


class SeenCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One check as it stood when somebody signed, with the reason if it was accepted all the same.

    advises: whether it only advised and did not stand in the way.
    """

    rule: Annotated[str, asked(_("Check"))]
    result: Annotated[str, asked(_("Answer"))]
    accepted_because: Annotated[str, asked(_("Accepted because"))] = ""
    set: Annotated[str, asked(_("Guidance"))] = ""
    title: Annotated[str, asked(_("Title"))] = ""
    reason: Annotated[str, asked(_("Reason"))] = ""
    source: Annotated[str, asked(_("Source"))] = ""
    advises: Annotated[bool, asked(_("Only advises"))] = False
    facts: Annotated[tuple[SeenFact, ...], asked(_("Facts"))] = ()


class SeenSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number that the answers read, and where it came from: the agency's own decision, else the guidance.

    value: "" where nobody had decided it. decided_by, decided_on, because: for the agency's own value.
    """

    key: Annotated[str, asked(_("Setting"))]
    title: Annotated[str, asked(_("Title"))]
    value: Annotated[str, asked(_("Value"))] = ""
    unit: Annotated[str, asked(_("Unit"))] = ""
    source: Annotated[str, asked(_("Source"))] = ""
    decided_by: Annotated[str, asked(_("Decided by"))] = ""
    decided_on: Annotated[date | None, asked(_("Decided on"))] = None
    because: Annotated[str, asked(_("Because"))] = ""


class SeenSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A guidance set that was in force: its version, whether it decided, what it answered, and the numbers it read."""

    set: Annotated[str, asked(_("Guidance"))]
    title: Annotated[str, asked(_("Title"))]
    version: Annotated[str, asked(_("Version"))]
    standing: Annotated[str, asked(_("Decides or informs"))]
    verdict: Annotated[str, asked(_("Answer"))]
    words: Annotated[str, asked(_("Answer in words"))]
    since: Annotated[date | None, asked(_("In force since"))] = None
    why: Annotated[str, asked(_("Why it is in force"))] = ""
    source: Annotated[str, asked(_("Source"))] = ""
    settings: Annotated[tuple[SeenSetting, ...], asked(_("Numbers read"))] = ()
