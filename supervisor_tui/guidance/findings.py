"""What a look at a record about to be saved may find."""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import RuleId, SetId
from supervisor_tui.wording import _


class Severity(Choice):
    """What a finding does to the saving."""

    REFUSE = "refuse", _("cannot be")
    WARN = "warn", _("please check")
    HINT = "hint", _("note")


class Finding(msgspec.Struct, frozen=True):
    """One finding in plain words, at a field if it belongs to one. Only what is impossible is refused.

    rule and set are filled in by the host. keeps: words that the finding would rather have otherwise, and that the
    writer may keep with a reason; then it does not come again in this case.
    """

    severity: Severity
    message: str
    field: str = ""
    rule: RuleId = RuleId("")
    set: SetId = SetId("")
    keeps: str = ""
