"""The hand that writes one case: it knows the day, who carries the case and when they get round to typing.

What lies after the opening day, or was not yet typed by then, is not there: a course may tell its story to the end
and the file stops where a real one would.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar

import msgspec

from supervisor_tui.casework.demo_agency.days_in_words import with_days
from supervisor_tui.casework.demo_agency.words import Caseworker, DemoWords
from supervisor_tui.domain.ids import CaseCode, PersonCode, RecordId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.programme import Programme
from supervisor_tui.domain.records.envelope import HowKnown, Record
from supervisor_tui.domain.records.kind import RecordBody

ChosenT = TypeVar("ChosenT")

SUNDAY = 6
TYPING_DAYS = (1, 4)
"""Tuesday and Friday: on these evenings the sheets of those who work on paper are typed in."""


class CasePen:
    """Writes the records of one case; `records`, `meetings` and `lines` are what came of it."""

    def __init__(
        self,
        code: CaseCode,
        programme: Programme,
        worker: Caseworker,
        as_of: datetime,
        words: DemoWords,
        chance: Random,
    ) -> None:
        """Take the case's code, who carries it, the moment the demo is opened on, and the case's own dice."""
        self.code = code
        self.programme = programme
        self.worker = worker
        self.as_of = as_of
        self.today = as_of.date()
        self.words = words
        self.chance = chance
        self.records: list[Record] = []
        self.meetings: list[Meeting] = []
        self.lines: list[MinutesLine] = []
        self._numbers: dict[str, int] = {}

    def write(
        self,
        body: RecordBody,
        on: date,
        *,
        by: PersonCode | None = None,
        entered: datetime | None = None,
        how_known: HowKnown = HowKnown.RECORDED,
        told_by: str | None = None,
        source: str | None = None,
        amends: RecordId | None = None,
    ) -> RecordId:
        """Write a record of `on`; it is left out if that is still to come, or not typed by the opening moment."""
        return self._add(
            body.KIND, body.VERSION, msgspec.json.encode(body), on, by, entered, how_known, told_by, source, amends
        )

    def write_of_set(
        self, name: str, on: date, by: PersonCode | None = None, entered: datetime | None = None
    ) -> RecordId:
        """Write the record of a guidance set's own kind that stands under `name` in the demo's files.

        Days in it are counted back from `on`.
        """
        said = self.words.set_records[name]
        fields = with_days(said.fields, on, self.as_of.tzinfo)
        return self._add(said.kind, 1, msgspec.json.encode(fields), on, by, entered)

    def write_as_said(
        self, kind: str, body: bytes, on: date, *, entered: datetime | None, record: RecordId | None
    ) -> RecordId:
        """Write a record whose body stands in a file as it is stored, under an id that others of the file can name."""
        return self._add(kind, 1, body, on, None, entered, record=record)

    @property
    def says_it_all(self) -> bool:
        """Whether this case is written up in full; one in seven, and whoever types little, leaves blanks."""
        return int(self.code[2:]) % 7 != 0 and not self.worker.entered_until_days_ago

    def works_with(self, set_id: str) -> bool:
        """Say whether the programme has switched a guidance set on."""
        return any(entry.set == set_id for entry in self.programme.sets)

    def _add(
        self,
        kind: str,
        version: int,
        body: bytes,
        on: date,
        by: PersonCode | None,
        entered: datetime | None = None,
        how_known: HowKnown = HowKnown.RECORDED,
        told_by: str | None = None,
        source: str | None = None,
        amends: RecordId | None = None,
        record: RecordId | None = None,
    ) -> RecordId:
        record = record or RecordId(self.number("r"))
        typed = entered or self._typed(on, by)
        if on <= self.today and typed <= self.as_of:
            writer = by or (self.worker.supervisor if self.worker.on_paper else self.worker.code)
            raw = msgspec.Raw(body)
            self.records.append(
                Record(record, self.code, kind, on, typed, writer, raw, version, amends, how_known, told_by, source)
            )
        return record

    def _typed(self, on: date, by: PersonCode | None) -> datetime:
        if by is not None and by != self.worker.code:
            return self.moment(on, 15, 10)
        if self.worker.on_paper:
            waiting = min((day - on.weekday()) % 7 for day in TYPING_DAYS)
            return self.moment(on + timedelta(days=waiting), 16, 30)
        quiet = timedelta(days=self.worker.entered_until_days_ago)
        if quiet:
            return self.moment(on + quiet if on > self.today - quiet else on, 17)
        late = on < self.today - timedelta(days=4) and self.chance.random() < 0.12
        return self.moment(on + timedelta(days=2 if late else 0), 17, self.chance.randrange(60))

    def number(self, letter: str) -> str:
        """Return the next number of a series within this case, such as R-0117-2."""
        self._numbers[letter] = self._numbers.get(letter, 0) + 1
        return f"{letter}-{self.code[2:]}-{self._numbers[letter]}"

    def moment(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return an hour of a day in the offset of the opening moment."""
        return datetime.combine(day, time(hour, minute), self.as_of.tzinfo)

    def ago(self, days: int) -> date:
        """Return the day `days` before the opening day."""
        return self.today - timedelta(days=days)

    def pick(self, among: Sequence[ChosenT]) -> ChosenT:
        """Return one of several."""
        return self.chance.choice(among)

    def between(self, least: int, most: int) -> int:
        """Return a whole number between two, both included."""
        return self.chance.randint(least, most)

    def often(self, share: float) -> bool:
        """Say yes in this share of the times."""
        return self.chance.random() < share


def days_after(day: date, days: int) -> date:
    """Return the day `days` later."""
    return day + timedelta(days=days)


def working_day(day: date) -> date:
    """Return the day itself, or the Saturday before a Sunday."""
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day
