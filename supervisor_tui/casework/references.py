"""What a record refers to has to be here: the record that it corrects, the programme, the caseworker."""

from collections.abc import Iterable, Sequence

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import RecordBody
from supervisor_tui.domain.records.note import Retraction
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.wording import _

__all__ = ["findings_on_references"]


def findings_on_references(
    desk: Desk, records: Sequence[Record], body: RecordBody, amends: RecordId | None
) -> Iterable[Finding]:
    """Give what a record names that is not here. records: those of the case, as they were written.

    A correction of nothing would be kept and read by nobody, and in a programme that nobody set up no guidance holds:
    both would pass in silence, so both are refused. A caseworker may be known by another code, so that is a warning.
    """
    yield from _on_correction(records, body, amends)
    if isinstance(body, Registration) and desk.store.programmes.get(body.programme) is None:
        known = ", ".join(programme.id for programme in desk.store.programmes.all()) or _("none yet")
        message = _("There is no programme {programme} here. The programmes are: {known}.")
        yield Finding(Severity.REFUSE, message.format(programme=body.programme, known=known), "programme")
    if isinstance(body, Assignment):
        person = desk.store.people.get(body.worker)
        if person is None:
            message = _("Nobody here has the code {code}. Please check it.")
            yield Finding(Severity.WARN, message.format(code=body.worker), "worker")
        elif not person.active:
            yield Finding(Severity.WARN, _("{code} has left the agency.").format(code=body.worker), "worker")


def _on_correction(records: Sequence[Record], body: RecordBody, amends: RecordId | None) -> Iterable[Finding]:
    if amends is None:
        if isinstance(body, Retraction):
            yield Finding(Severity.REFUSE, _("Say which record was entered in error."), "amends")
        return
    corrected = next((record for record in records if record.id == amends), None)
    if corrected is None:
        message = _("There is no record {record} in this case that could be corrected.")
        yield Finding(Severity.REFUSE, message.format(record=amends), "amends")
    elif corrected.kind != body.KIND and not isinstance(body, Retraction):
        message = _("{record} is a record of another kind ({kind}), which this one cannot correct.")
        yield Finding(Severity.REFUSE, message.format(record=amends, kind=corrected.kind), "amends")
