"""The nouns of the stories room, one a file."""

from storybank.models.check import RestrictedNote, RestrictedNoteReading, SafetyCheck
from storybank.models.draft import Draft
from storybank.models.edition import StoryEdition
from storybank.models.helpline import Helpline
from storybank.models.index_page import StoryIndexPage
from storybank.models.legacy import LegacyBatch, LegacyRow
from storybank.models.plan import StoryPlan
from storybank.models.settling import Settling
from storybank.models.story_page import StoryPage
from storybank.models.tasks import SafetyCheckTask, SupporterCheckTask

__all__ = [
    "Draft",
    "Helpline",
    "LegacyBatch",
    "LegacyRow",
    "RestrictedNote",
    "RestrictedNoteReading",
    "SafetyCheck",
    "SafetyCheckTask",
    "Settling",
    "StoryEdition",
    "StoryIndexPage",
    "StoryPage",
    "StoryPlan",
    "SupporterCheckTask",
]
