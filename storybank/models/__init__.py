"""The nouns of the stories room, one a file."""

from storybank.models.check import RestrictedNote, RestrictedNoteReading, SafetyCheck
from storybank.models.draft import Draft
from storybank.models.duty import OnDuty
from storybank.models.edition import StoryEdition
from storybank.models.enquiry import Enquiry, EnquiryStep
from storybank.models.helpline import Helpline
from storybank.models.index_page import StoryIndexPage
from storybank.models.legacy import LegacyBatch, LegacyRow
from storybank.models.media import StoryMedia
from storybank.models.newsletter import NewsletterIssue, NewsletterPiece
from storybank.models.pack import Pack
from storybank.models.plan import StoryPlan
from storybank.models.press_text import PressText
from storybank.models.private_reading import PrivateReading
from storybank.models.quote import Quote
from storybank.models.room_card import RoomCard
from storybank.models.settling import Settling
from storybank.models.shown_part import ShownPart
from storybank.models.story_page import StoryPage
from storybank.models.tasks import SafetyCheckTask, SupporterCheckTask

__all__ = [
    "Draft",
    "Enquiry",
    "EnquiryStep",
    "Helpline",
    "LegacyBatch",
    "LegacyRow",
    "NewsletterIssue",
    "NewsletterPiece",
    "OnDuty",
    "Pack",
    "PressText",
    "PrivateReading",
    "Quote",
    "RestrictedNote",
    "RestrictedNoteReading",
    "RoomCard",
    "SafetyCheck",
    "SafetyCheckTask",
    "Settling",
    "ShownPart",
    "StoryEdition",
    "StoryIndexPage",
    "StoryMedia",
    "StoryPage",
    "StoryPlan",
    "SupporterCheckTask",
]
