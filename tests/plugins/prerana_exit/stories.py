"""Short words for what happens in the examples of this set, and the questions asked of them."""

from collections.abc import Iterable
from datetime import date

from prerana_exit.guidance import SET, SETTINGS
from prerana_exit.records.client_request import Asker, ClientRequest, Wish
from prerana_exit.records.discussion import Discussion, Topic
from prerana_exit.records.exit_agreement import ExitAgreement, ExitBasis, Side
from prerana_exit.records.family import FamilyKnown
from prerana_exit.records.no_major_need import NoMajorNeed
from prerana_exit.records.progress import Progress, ProgressMade
from prerana_exit.records.risk_now import RiskNow
from prerana_exit.records.stability import Stability, Steadiness
from prerana_exit.records.step_left_out import Step, StepLeftOut
from supervisor_tui.domain.answers import Answer, Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem, DueState, due_state
from supervisor_tui.domain.ids import ProgrammeId, RuleId, SetId
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Document
from supervisor_tui.domain.records.order import Order, OrderConsultation, OrderDuty, OrderDutyDone
from supervisor_tui.domain.records.registration import Referrer, Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.reviews import SetReview
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.testing import a_case, a_programme, registered, settings_of, written

HOST = PluginHost.discover()

Happened = Record | Iterable[Record]


def the_case(*happened: Happened, as_of: str) -> CaseFile:
    """Return a case for which this set decides, as it stands on a day."""
    return a_case(registered("2024-01-08"), *happened, programme=a_programme(SET), as_of=as_of)


def answer(rule: str, as_of: str, *happened: Happened, **settings: int) -> Answer:
    """Ask one closure check on a day."""
    return answer_of(rule, the_case(*happened, as_of=as_of), as_of, **settings)


def answer_of(rule: str, case: CaseFile, as_of: str, **settings: int) -> Answer:
    """Ask one closure check of a case."""
    found = next(one for one in HOST.rules() if one.id == rule and one.kind is RuleKind.CLOSURE_CHECK)
    assert found.function is not None
    said = found.function(case, date.fromisoformat(as_of), settings_of(SETTINGS, SET, **settings))
    assert isinstance(said, Answer)
    return said


def result(rule: str, as_of: str, *happened: Happened) -> Result:
    """Ask one closure check and return the bare result."""
    return answer(rule, as_of, *happened).result


def due(rule: str, as_of: str, *happened: Happened) -> tuple[DueItem, ...]:
    """Return the due items of one rule."""
    return due_of(rule, the_case(*happened, as_of=as_of), as_of)


def due_of(rule: str, case: CaseFile, as_of: str) -> tuple[DueItem, ...]:
    """Return the due items of one rule in a case."""
    mine = next(one for one in HOST.due_items(case, date.fromisoformat(as_of)) if one.set == SET)
    return tuple(item for item in mine.items if item.rule == RuleId(rule))


def days(items: Iterable[DueItem]) -> list[str]:
    """Return the due days as one reads them."""
    return [str(item.due) for item in items]


def states(items: Iterable[DueItem], as_of: str) -> list[DueState]:
    """Return what the items are on a day."""
    return [due_state(item, date.fromisoformat(as_of)) for item in items]


def reviewed(case: CaseFile, as_of: str, agency: Iterable[AgencyValue] = ()) -> SetReview:
    """Return what this set says about closing a case."""
    reviews = HOST.with_agency_values(agency).review_closing(case, date.fromisoformat(as_of))
    return next(one for one in reviews if one.set.id == SetId(SET))


def way(case: CaseFile, name: str, as_of: str) -> Result:
    """Return the answer of one way out, as the host puts it together."""
    return next(one.result for one in reviewed(case, as_of).alternatives if one.name == name)


def client(on: str, wish: Wish = Wish.END_ALL) -> Record:
    """Return a wish of the client."""
    return written(ClientRequest(asker=Asker.CLIENT, wish=wish), on)


def family(on: str, wish: Wish = Wish.END_ALL) -> Record:
    """Return a wish of the family."""
    return written(ClientRequest(asker=Asker.FAMILY, wish=wish), on)


def family_known(known: YesNo, on: str = "2024-01-08") -> Record:
    """Return whether a family is known."""
    return written(FamilyKnown(known=known), on)


def talk(on: str, topic: Topic = Topic.HESITATION) -> Record:
    """Return a talk."""
    return written(Discussion(topic=topic), on)


def left_out(step: Step, on: str, reason: str = "the client moved away and asked for quiet") -> Record:
    """Return the written reason for leaving out a step."""
    return written(StepLeftOut(step=step, reason=reason), on)


def all_left_out(on: str) -> tuple[Record, ...]:
    """Return a written reason for every step of the six months."""
    return tuple(left_out(step, on) for step in Step if step is not Step.ORDER_REPORT)


def paper(code: str, dated: str, sent: str = "", regards: str = "") -> Record:
    """Return a paper on file, sent or not."""
    sent_on = date.fromisoformat(sent) if sent else None
    return written(Document(document=code, sent_to="cwc", sent_on=sent_on, regards=regards), dated)


def an_order(
    starts: str,
    months: int | None = 12,
    *,
    number: str = "OR-1",
    passed: str = "",
    last_day: str = "",
    extends: str = "",
    duties: tuple[OrderDuty, ...] = (),
    body: str = "cwc",
) -> Record:
    """Return an order of the committee, passed on the day on which it begins unless said otherwise."""
    order = Order(
        order=number,
        body=body,
        starts_on=date.fromisoformat(starts),
        months=months,
        last_day=date.fromisoformat(last_day) if last_day else None,
        extends=extends,
        duties=duties,
    )
    return written(order, passed or starts)


def duty_done(on: str, duty: str = "visit", number: str = "OR-1") -> Record:
    """Return a duty carried out."""
    return written(OrderDutyDone(order=number, duty=duty), on)


def consulted(
    on: str,
    *,
    answered: YesNo | None = YesNo.YES,
    no_new_order: YesNo | None = None,
    continue_work: YesNo | None = None,
    number: str = "OR-1",
) -> Record:
    """Return a question to the committee."""
    return written(
        OrderConsultation(order=number, answered=answered, no_new_order=no_new_order, continue_work=continue_work), on
    )


def sent_by(referrer: Referrer | None, on: str = "2024-01-08", duties_from: str = "") -> tuple[Record, ...]:
    """Return the opening of a case that somebody sent; duties are counted from a day, if one is given."""
    began = date.fromisoformat(duties_from) if duties_from else None
    opening = Registration(programme=ProgrammeId("north"), referrer=referrer, duties_from=began)
    given = next(record for record in registered(on) if record.kind == Assignment.KIND)
    return (written(opening, on), given)


def no_danger(on: str, danger: YesNo = YesNo.NO) -> Record:
    """Return a look at immediate danger."""
    return written(RiskNow(physical_immediate=danger), on)


def stable(
    on: str,
    finances: Steadiness | None = Steadiness.STABLE,
    social: Steadiness | None = Steadiness.STABLE,
    emotional: Steadiness | None = Steadiness.STABLE,
) -> Record:
    """Return a judgement of stability."""
    return written(Stability(finances=finances, social=social, emotional=emotional), on)


def progress(on: str, made: ProgressMade = ProgressMade.SIGNIFICANT, note: str = "keeps a job since May") -> Record:
    """Return a judgement of progress."""
    return written(Progress(progress=made, note=note), on)


def nothing_left(on: str, none_left: YesNo = YesNo.YES) -> Record:
    """Return the worker's statement on major needs."""
    return written(NoMajorNeed(none_left=none_left), on)


def agrees(side: Side, on: str, agreed: YesNo = YesNo.YES, *basis: ExitBasis) -> Record:
    """Return one side's word on ending."""
    return written(ExitAgreement(side=side, agrees=agreed, basis=basis), on)
