"""The nouns of the consent room, one a file. No other room imports them."""

from consent.models.bar import Bar
from consent.models.clearance import Clearance
from consent.models.complaint import Complaint, ComplaintStep
from consent.models.concern import Concern, ConcernLook
from consent.models.edition import Edition
from consent.models.ending import Ending
from consent.models.ends_soon import EndsSoon
from consent.models.event import ConsentEvent
from consent.models.evidence import Evidence
from consent.models.file import Appearance, ConsentFile
from consent.models.hold import Hold
from consent.models.informed import InformedRecord
from consent.models.journal import JournalDue, JournalMark
from consent.models.ledger_read import LedgerRead
from consent.models.notice import Notice, NoticeRendering
from consent.models.outing import Outing
from consent.models.permission import Permission
from consent.models.recall_letter import RecallLetter
from consent.models.receipt import Receipt
from consent.models.review import Review
from consent.models.stop_case import RecallAction, StopCase
from consent.models.tombstone import Tombstone
from consent.models.unfinished import Unfinished
from consent.models.use import Use
from consent.models.waiver import Waiver
from consent.models.wording import Wording
from consent.models.young import YoungDecision

__all__ = [
    "Appearance",
    "Bar",
    "Clearance",
    "Complaint",
    "ComplaintStep",
    "Concern",
    "ConcernLook",
    "ConsentEvent",
    "ConsentFile",
    "Edition",
    "Ending",
    "EndsSoon",
    "Evidence",
    "Hold",
    "InformedRecord",
    "JournalDue",
    "JournalMark",
    "LedgerRead",
    "Notice",
    "NoticeRendering",
    "Outing",
    "Permission",
    "RecallAction",
    "RecallLetter",
    "Receipt",
    "Review",
    "StopCase",
    "Tombstone",
    "Unfinished",
    "Use",
    "Waiver",
    "Wording",
    "YoungDecision",
]
