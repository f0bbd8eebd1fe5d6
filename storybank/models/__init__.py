"""The nouns of the stories room, one a file."""

from storybank.models.answer import Answer, Promise, SaidToUs, TellerSaid
from storybank.models.check import RestrictedNote, RestrictedNoteReading, SafetyCheck
from storybank.models.check_in import CheckIn
from storybank.models.draft import Draft
from storybank.models.duty import OnDuty
from storybank.models.edition import StoryEdition
from storybank.models.elsewhere import FromElsewhere
from storybank.models.enquiry import Enquiry, EnquiryStep
from storybank.models.findable import Findable, KnownWord
from storybank.models.helpline import Helpline
from storybank.models.index_page import StoryIndexPage
from storybank.models.left_as_it_is import LeftAsItIs
from storybank.models.legacy import LegacyBatch, LegacyRow
from storybank.models.look import Look
from storybank.models.media import StoryMedia
from storybank.models.never_know import NeverKnow
from storybank.models.newsletter import NewsletterIssue, NewsletterPiece
from storybank.models.pack import Pack
from storybank.models.paper_pack import PaperPack
from storybank.models.paper_scan import PaperScan
from storybank.models.picture_size import StoryPictureSize
from storybank.models.plan import StoryPlan
from storybank.models.population import PopulationRow
from storybank.models.press_text import PressText
from storybank.models.private_reading import PrivateReading
from storybank.models.quote import Quote
from storybank.models.reply import Reply, ReplyGiven, ReplyLook, ReplyWish
from storybank.models.room_card import RoomCard
from storybank.models.settling import Settling
from storybank.models.shown_part import ShownPart
from storybank.models.skill import Skill
from storybank.models.story_page import StoryPage
from storybank.models.take import Take, TakePart
from storybank.models.tasks import SafetyCheckTask, SupporterCheckTask
from storybank.models.thanks import Thanks, ThanksGiven
from storybank.models.typed import Typed
from storybank.models.what_happened import AfterWish, WhatHappened
from storybank.models.who_else import PersonSaid, WhoElse, Wish
from storybank.models.workshop import GroupPiece, GroupSeat, Workshop, WorkshopSeat
from storybank.models.write_back import WriteBack
from storybank.models.yearly import YearlyTalk

__all__ = [
    "AfterWish",
    "Answer",
    "CheckIn",
    "Draft",
    "Enquiry",
    "EnquiryStep",
    "Findable",
    "FromElsewhere",
    "GroupPiece",
    "GroupSeat",
    "Helpline",
    "KnownWord",
    "LeftAsItIs",
    "LegacyBatch",
    "LegacyRow",
    "Look",
    "NeverKnow",
    "NewsletterIssue",
    "NewsletterPiece",
    "OnDuty",
    "Pack",
    "PaperPack",
    "PaperScan",
    "PersonSaid",
    "PopulationRow",
    "PressText",
    "PrivateReading",
    "Promise",
    "Quote",
    "Reply",
    "ReplyGiven",
    "ReplyLook",
    "ReplyWish",
    "RestrictedNote",
    "RestrictedNoteReading",
    "RoomCard",
    "SafetyCheck",
    "SafetyCheckTask",
    "SaidToUs",
    "Settling",
    "ShownPart",
    "Skill",
    "StoryEdition",
    "StoryIndexPage",
    "StoryMedia",
    "StoryPage",
    "StoryPictureSize",
    "StoryPlan",
    "SupporterCheckTask",
    "Take",
    "TakePart",
    "TellerSaid",
    "Thanks",
    "ThanksGiven",
    "Typed",
    "WhatHappened",
    "WhoElse",
    "Wish",
    "Workshop",
    "WorkshopSeat",
    "WriteBack",
    "YearlyTalk",
]
