"""The desk: what one person has in front of them: store, guidance sets, who they are and the day in question."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError, as_seen
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.note import Retraction
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.open_store import Store
from supervisor_tui.store.rows import CaseSummary
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
    def moment(self) -> datetime:
        """The moment at which hours are counted: this one, or the end of the day asked about, in the clock's offset."""
        now = self.clock()
        return now if self.day is None else datetime.combine(self.day, time.max, now.tzinfo)

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
        programme = self.programme_of(held, self.as_of, self.known_at)
        return as_seen(code, programme, held, self.as_of, self.known_at)

    def cases(self) -> Iterable[CaseFile]:
        """Go through every case file; for questions about another day than the present."""
        for code, records in self.store.records.everything():
            case = self.case_of(code, records)
            if case.records:
                yield case

    def programme_of(self, records: Iterable[Record], day: date = date.max, known_at: date | None = None) -> Programme:
        """Return the programme that the registration which counts names, or an empty one of that name.

        day, known_at: as for a case file; a registration that came later, was corrected or taken back names none.
        """
        named = _programme_named([one for one in records if one.kind in _NAME_PROGRAMMES], day, known_at)
        return self.store.programmes.get(named) or Programme(named, named)

    def short_name(self, code: PersonCode | None) -> str:
        """Return what the agency calls somebody, for screens only; the code where there is no such person."""
        person = self.store.people.get(code) if code else None
        return person.short_name if person else (code or "")

    def team(self) -> tuple[Person, ...]:
        """Return the caseworkers this person answers for; everybody's for whoever has no team of their own.

        A caseworker whose supervisor left, or was never named, is in every team, so that nobody is in none.
        """
        elsewhere = self.others_answer_for()
        workers = (one for one in self.store.people.all() if Role.CASEWORKER in one.roles and one.active)
        return tuple(one for one in workers if one.code not in elsewhere)

    def others_answer_for(self) -> frozenset[PersonCode]:
        """Return whose cases another supervisor who works here answers for; nobody's for who has no team of their own.

        All other cases are this person's to look after, be their caseworker gone or their code nobody's here.
        """
        people = self.store.people.all()
        if not any(one.supervisor == self.person.code for one in people):
            return frozenset()
        others = {one.code: one for one in people if one.active and one.code != self.person.code}
        supervisors = {code for code, one in others.items() if Role.SUPERVISOR in one.roles}
        return frozenset(supervisors | {one.code for one in people if one.supervisor in others})

    def looked_after(self) -> tuple[CaseSummary, ...]:
        """Return the rows of the cases this person looks after, closed ones among them, in the order of codes.

        All but those another supervisor answers for are read, so that it costs the same in an agency of any size.
        """
        return self.store.summaries.carried_by_none_of(self.others_answer_for())


_NAME_PROGRAMMES = frozenset({Registration.KIND, Retraction.KIND})


def _programme_named(records: Iterable[Record], day: date, known_at: date | None) -> ProgrammeId:
    """Return the programme's id, or none where no registration counts or it cannot be read."""
    nameless = Programme(ProgrammeId(""), "")
    try:
        opening = registration(as_seen(CaseCode(""), nameless, records, day, known_at))
    except UnreadableRecordError:
        return nameless.id
    return opening.body.programme if opening else nameless.id
