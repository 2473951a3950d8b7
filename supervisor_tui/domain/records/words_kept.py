"""Words that guidance would rather have otherwise, and that somebody keeps on purpose."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class WordsKept(RecordBody, frozen=True, kw_only=True):
    """The words stay as they were written, for a reason; the hint about them does not come again in this case."""

    KIND: ClassVar[str] = "words_kept"
    TITLE: ClassVar[str] = _("Words kept on purpose")
    ON: ClassVar[str] = _("Kept on")

    words: Annotated[str, asked(_("Which words"), hint=_("As the hint named them."), rule="IAG-S2-19")]
    reason: Annotated[str, asked(_("Why they stay"), rule="IAG-S2-19")]
