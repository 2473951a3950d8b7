"""The people, the programmes and the decided numbers of the demo agency, as the product keeps them."""

from datetime import date, timedelta

from supervisor_tui.casework.demo_agency.days_in_words import day_said
from supervisor_tui.casework.demo_agency.folder import read
from supervisor_tui.casework.demo_agency.words import DecidedNumbers, People, Programmes
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import ContextPeriod, Programme, SetInForce
from supervisor_tui.domain.settings import AgencyValue


def people(staff: People) -> tuple[Person, ...]:
    """Return everybody, the office first."""
    office = tuple(Person(one.code, one.short_name, one.roles) for one in staff.people)
    caseworkers = tuple(
        Person(one.code, one.short_name, (Role.CASEWORKER,), one.supervisor) for one in staff.caseworkers
    )
    return office + caseworkers


def programmes(today: date) -> tuple[Programme, ...]:
    """Return the programmes with the days since which everything holds."""
    return tuple(
        Programme(
            one.id,
            one.title,
            tuple(ContextPeriod(context.context, _ago(today, context.since_days_ago)) for context in one.contexts),
            tuple(
                SetInForce(held.set, held.standing, _ago(today, held.since_days_ago), held.reason) for held in one.sets
            ),
        )
        for one in read("programmes", Programmes).programmes
    )


def agency_values(today: date) -> tuple[AgencyValue, ...]:
    """Return the numbers that the agency has decided."""
    return tuple(
        AgencyValue(
            one.set,
            one.key,
            _value(one.value, today),
            one.decided_by,
            _ago(today, one.decided_days_ago),
            one.reason,
            one.programme,
            one.agreed_by,
            _ago(today, one.agreed_days_ago) if one.agreed_days_ago is not None else None,
        )
        for one in read("settings", DecidedNumbers).values
    )


def _value(said: int | str, today: date) -> int | str:
    """Return a value; a day in words is counted back from the day on which the demo is opened."""
    return day_said(said, today, None) if isinstance(said, str) else said


def _ago(today: date, days: int) -> date:
    return today - timedelta(days=days)
