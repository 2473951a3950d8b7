"""Every number that this set reads, with its default and where that stands.

The course calls its own time frames guidance and leaves the last word to the agency's protocol (004 §3.1); each of them
can be changed. A default of None means that the guidance gives no figure: until the agency decides, the rule that
needs it answers *not known*.
"""

from iag_core.settings.assessment import ASSESSMENT
from iag_core.settings.best_interests import BEST_INTERESTS
from iag_core.settings.closing import CLOSING, CRITERIA, ENDING
from iag_core.settings.follow_up import FOLLOW_UP
from iag_core.settings.handing_over import HANDING_OVER
from iag_core.settings.meetings import MEETINGS
from iag_core.settings.quality import QUALITY
from iag_core.settings.readiness import READINESS
from iag_core.settings.registration import REGISTRATION
from iag_core.settings.reviews import REVIEW
from supervisor_tui.domain.settings import Setting, Settings

SETTINGS: tuple[Setting, ...] = (
    *REGISTRATION,
    *ASSESSMENT,
    *QUALITY,
    *FOLLOW_UP,
    *REVIEW,
    *CLOSING,
    *CRITERIA,
    *ENDING,
    *HANDING_OVER,
    *BEST_INTERESTS,
    *READINESS,
    *MEETINGS,
)


def figure(settings: Settings, key: str) -> int:
    """Return a number that has a default and is therefore always decided."""
    value = settings.number(key)
    if value is None:
        raise ValueError(f"{key} has no default")
    return value
