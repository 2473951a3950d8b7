"""The values of a mapping: for every column what it becomes, and what the words in it mean here."""

import enum

import msgspec

from supervisor_tui.domain.ids import ProgrammeId
from supervisor_tui.exchange.mapping.targets import Target, target_named
from supervisor_tui.exchange.reading.dates import DateOrder

__all__ = ["CodesFrom", "ColumnMapping", "Mapping", "SectionMapping", "WordMapping"]


class CodesFrom(enum.StrEnum):
    """Where case codes come from."""

    FILE = "file"
    DERIVED = "derived"
    """From the file's own ids, for an agency whose case numbers are names or paths."""


class ColumnMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column. `field` names a target, or is empty: then the column is kept locked under its own heading."""

    header: str
    section: str = ""
    samples: tuple[str, ...] = ()
    """Masked: letters are x, digits are 9."""
    field: str = ""
    identifying: bool = True
    only_codes: bool = False
    """Only what looks like an id of a closed list goes to the case; anything else in the column stays locked."""
    leave_out: bool = False
    date_order: DateOrder | None = None

    @property
    def target(self) -> Target | None:
        """What the column becomes, or None."""
        return target_named(self.field) if self.field and not self.leave_out else None

    @property
    def enters_the_case(self) -> bool:
        """Whether what stands in it may go to the cases file, where no name may be."""
        target = self.target
        return target is not None and not target.identifies and not self.identifying


class SectionMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A repeating section; `becomes` names what each row is, or is empty: then it is kept locked."""

    section: str
    becomes: str = ""


class WordMapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a word of the file means in a field of ours; an empty meaning has still to be filled in."""

    field: str
    says: str
    means: str = ""


class Mapping(msgspec.Struct, frozen=True):
    """Everything that has to be known to bring a file in."""

    made_for: str
    programme: ProgrammeId | None = None
    sheet: str | None = None
    codes: CodesFrom = CodesFrom.FILE
    dates: DateOrder | None = None
    """The order for every column that does not say its own."""
    columns: tuple[ColumnMapping, ...] = ()
    sections: tuple[SectionMapping, ...] = ()
    words: tuple[WordMapping, ...] = ()

    def column(self, section: str, header: str) -> ColumnMapping | None:
        """Return the entry of a column, or None."""
        return next((entry for entry in self.columns if (entry.section, entry.header) == (section, header)), None)

    def becomes(self, section: str) -> str:
        """Return what the rows of a section are, or an empty text."""
        return next((entry.becomes for entry in self.sections if entry.section == section), "")
