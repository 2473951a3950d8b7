"""The desk: what one person has in front of them: store, guidance sets, who they are and the day in question."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from supervisor_tui.domain.case_file import CaseFile, as_seen
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.open_store import Store
from supervisor_tui.wording import _


class NoSuchCaseError(LookupError):
    """Nobody registered a case of this code here."""

    def __init__(self, code: str) -> None:
        """Say it in a sentence for the person who typed the code."""
        super().__init__(_("There is no case {code} here. Please check the code.").format(code=code))


@dataclass(frozen=True)
class Desk:
    """What every task is handed.

    day: the day asked about, or None for the present. known_at: leave out what was entered after that day. clock gives
    the moment, with offset; it is read here and nowhere below.
    """

    store: Store
    host: PluginHost
    person: Person
    clock: Callable[[], datetime]
    day: date | None = None
    known_at: date | None = None

    @property
    def as_of(self) -> date:
        """The day that answers speak of."""
        return self.day or self.clock().date()

    @property
    def moment(self) -> date | datetime:
        """The moment at which hours are counted: this one, or the end of the day asked about."""
        return self.day or self.clock()

    @property
    def asks_about_the_past(self) -> bool:
        """Whether stored lists, which speak of the present, cannot answer."""
        return self.day is not None or self.known_at is not None

    def case(self, code: CaseCode) -> CaseFile:
        """Return a case file as it answers for the day.

        Raises NoSuchCaseError if there is none.
        """
        records = self.store.records.of(code)
        if not records:
            raise NoSuchCaseError(code)
        return self.case_of(code, records)

    def case_of(self, code: CaseCode, records: Iterable[Record]) -> CaseFile:
        """Return the case file of records already read."""
        held = tuple(records)
        return as_seen(code, self.programme_of(held), held, self.as_of, self.known_at)

    def cases(self) -> Iterable[CaseFile]:
        """Go through every case file; for questions about another day than the present."""
        for code, records in self.store.records.everything():
            case = self.case_of(code, records)
            if case.records:
                yield case

    def programme_of(self, records: Iterable[Record]) -> Programme:
        """Return the programme that the latest registration names, or an empty one of that name."""
        named = ProgrammeId("")
        for record in records:
            if record.kind == Registration.KIND:
                named = _programme_named(record)
        return self.store.programmes.get(named) or Programme(named, named)

    def short_name(self, code: PersonCode | None) -> str:
        """Return what the agency calls somebody, for screens only; the code where there is no such person."""
        person = self.store.people.get(code) if code else None
        return person.short_name if person else (code or "")

    def team(self) -> tuple[Person, ...]:
        """Return the caseworkers this person answers for; everybody's for whoever has no team of their own."""
        workers = [one for one in self.store.people.all() if Role.CASEWORKER in one.roles and one.active]
        mine = tuple(one for one in workers if one.supervisor == self.person.code)
        return mine or tuple(workers)


def _programme_named(record: Record) -> ProgrammeId:
    return msgspec.json.decode(record.body, type=Registration).programme
