"""A picture or recording of what somebody is asked about: for them, while they are asked, and for nobody else."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase

from people.models import Person
from storybank.in_it.before_them import all_before
from storybank.in_it.frame import in_it_page
from storybank.public.media import answer


@in_it_page
def media(request: HttpRequest, person: Person, file: Any, media: UUID) -> HttpResponseBase:
    """Only of the part that they may read now; not theirs, outside it, over and unknown are one answer."""
    blocks = [block for part in all_before(person, file) for block in part.blocks]
    return answer(request, blocks, media, file_id=file.pk)
