"""Orders of a court or a committee, and what was asked of it afterwards."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from supervisor_tui.domain.records.kind import Months, RecordBody, YesNo, asked
from supervisor_tui.wording import _


class OrderDuty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that the order asks for, once or at an interval."""

    duty: Annotated[str, asked(_("What"))]
    every_months: Annotated[Months | None, asked(_("Every"), unit=_("months"))] = None


class Order(RecordBody, frozen=True, kw_only=True):
    """An order that obliges the agency, with its time."""

    KIND: ClassVar[str] = "order"
    TITLE: ClassVar[str] = _("Order")
    ON: ClassVar[str] = _("Passed on")

    order: Annotated[str, asked(_("Number"), hint=_("Your own, for example OR-1."))]
    body: Annotated[str, asked(_("Passed by"), hint=_("For example the Child Welfare Committee."))] = "cwc"
    starts_on: Annotated[date | None, asked(_("In force from"), rule="PX-P3-a-1")] = None
    months: Annotated[Months | None, asked(_("Length"), unit=_("months"), rule="PX-P3-a-1")] = None
    last_day: Annotated[date | None, asked(_("Last day in force"), rule="PX-P3-a-1")] = None
    extends: Annotated[str, asked(_("Extends order"), rule="PX-P3-a-2")] = ""
    duties: Annotated[tuple[OrderDuty, ...], asked(_("Asked for"), rule="PX-P3-a-3")] = ()


class OrderDutyDone(RecordBody, frozen=True, kw_only=True):
    """A duty of an order was carried out."""

    KIND: ClassVar[str] = "order_duty_done"
    TITLE: ClassVar[str] = _("Duty of an order carried out")
    ON: ClassVar[str] = _("Done on")

    order: Annotated[str, asked(_("Order"), codes="order")]
    duty: Annotated[str, asked(_("What"))]


class OrderConsultation(RecordBody, frozen=True, kw_only=True):
    """The body that passed the order was asked what comes next."""

    KIND: ClassVar[str] = "order_consultation"
    TITLE: ClassVar[str] = _("Committee or court consulted")
    ON: ClassVar[str] = _("Asked on")

    order: Annotated[str, asked(_("Order"), codes="order")]
    answered: Annotated[YesNo | None, asked(_("Did they answer?"), rule="PX-P3-a-4")] = None
    continue_work: Annotated[YesNo | None, asked(_("Shall the work go on?"), rule="PX-P3-a-4")] = None
    no_new_order: Annotated[
        YesNo | None, asked(_("Did they confirm that there is no new order?"), rule="PX-P3-a-2")
    ] = None
