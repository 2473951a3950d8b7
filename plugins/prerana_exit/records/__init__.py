"""What this set writes down beside the product's own kinds of record, one subject a module."""

from prerana_exit.records.after_order import AfterOrder
from prerana_exit.records.client_request import ClientRequest
from prerana_exit.records.committee_talk import CommitteeTalk, CommitteeTalkNeeded
from prerana_exit.records.contact_state import ContactState
from prerana_exit.records.discussion import Discussion
from prerana_exit.records.exit_agreement import ExitAgreement
from prerana_exit.records.family import FamilyConsent, FamilyKnown
from prerana_exit.records.log_state import LogState
from prerana_exit.records.no_major_need import NoMajorNeed
from prerana_exit.records.progress import Progress
from prerana_exit.records.risk_now import RiskNow
from prerana_exit.records.stability import Stability
from prerana_exit.records.step_left_out import StepLeftOut
from prerana_exit.records.team_discussion import TeamDiscussion
from prerana_exit.records.window_length import WindowLength
from supervisor_tui.domain.records.kind import RecordBody

KINDS: tuple[type[RecordBody], ...] = (
    ClientRequest,
    LogState,
    WindowLength,
    FamilyKnown,
    FamilyConsent,
    Discussion,
    CommitteeTalkNeeded,
    CommitteeTalk,
    StepLeftOut,
    ExitAgreement,
    RiskNow,
    Stability,
    Progress,
    NoMajorNeed,
    ContactState,
    AfterOrder,
    TeamDiscussion,
)
