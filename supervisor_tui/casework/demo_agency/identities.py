"""Made-up names and addresses for the cases, so that the second file can be shown as well."""

import msgspec

from supervisor_tui.domain.ids import CaseCode


class DemoIdentity(msgspec.Struct, frozen=True):
    """Who stands behind a code; nobody could take it for a real person."""

    name: str
    address: str
    contact: str


def demo_identity(code: CaseCode) -> DemoIdentity:
    """Return the made-up identity of a case."""
    number = int(code.rpartition("-")[2])
    return DemoIdentity(
        name=f"Demo Child {number}",
        address=f"{number} Example Road, Nowhere",
        contact=f"caregiver of Demo Child {number}, phone 000 {number:04}",
    )
