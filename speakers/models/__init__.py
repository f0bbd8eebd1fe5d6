"""The nouns of the speakers room, one a file."""

from speakers.models.access_need import AccessNeed
from speakers.models.blackout import Blackout
from speakers.models.block import Block
from speakers.models.booking import Booking
from speakers.models.booking_event import BookingEvent
from speakers.models.experience import ExperienceTag, SpeakerExperience
from speakers.models.language import LanguageSkill
from speakers.models.outlet import Outlet
from speakers.models.profile import ProfileEdition
from speakers.models.recheck import Recheck
from speakers.models.request import SpeakerRequest
from speakers.models.request_event import RequestEvent
from speakers.models.shortlist_run import ShortlistRun
from speakers.models.speaker import Speaker
from speakers.models.topic import Topic, TopicStance
from speakers.models.training import TrainingModule, TrainingRecord
from speakers.models.venue import Venue

__all__ = [
    "AccessNeed",
    "Blackout",
    "Block",
    "Booking",
    "BookingEvent",
    "ExperienceTag",
    "LanguageSkill",
    "Outlet",
    "ProfileEdition",
    "Recheck",
    "RequestEvent",
    "ShortlistRun",
    "Speaker",
    "SpeakerExperience",
    "SpeakerRequest",
    "Topic",
    "TopicStance",
    "TrainingModule",
    "TrainingRecord",
    "Venue",
]
