"""What a form of a story is called on the author's screens, and which form waits for the author."""

from django.utils.translation import gettext_lazy as _

from consent.enums import EditionKind
from storybank.domain.deriving import forms_of
from storybank.domain.waiting import standings
from storybank.enums import Waiting
from storybank.models import StoryPage

FORMS = {
    EditionKind.TRANSLATION: _("in another language"),
    EditionKind.EASY_READ: _("in fewer words"),
    EditionKind.EXCERPT: _("a part of it"),
    EditionKind.AUDIO: _("to listen to"),
}


def form_to_look_at(page: StoryPage) -> StoryPage:
    """The form whose changes wait for the author, the original first; the original when none does."""
    pages = forms_of(page)
    waiting = standings(pages)
    looks = (one for one in pages if waiting[one.pk].waiting is Waiting.AUTHOR_LOOKS)
    return next(looks, page)
