"""What a check from outside is about, as it is seen and heard: the latest words with each picture and recording."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from people import clock
from storybank.domain import outside
from storybank.domain.outside import Invited
from storybank.domain.reading_shapes import FOR_THE_HOUSE, Reading
from storybank.domain.reading_words import compose
from storybank.public.media import answer


def as_read(invited: Invited, *, address: str = "") -> Reading:
    """Everything in it, whatever readers may see of it later. Pictures stand under `address`, the page's own."""
    return compose(
        invited.page.get_latest_revision_as_object(),
        shows=FOR_THE_HOUSE,
        since=clock.now(),
        media=lambda uid: f"{address}{uid}/",
    )


@require_safe
def media(request: HttpRequest, token: str, uid: UUID) -> HttpResponse:
    """A picture or recording of the words that the link shows, as long as it shows them."""
    invited = outside.invited_by(token)
    if invited is None:
        raise Http404
    return kept_by_nobody(answer(request, as_read(invited).body, uid, file_id=invited.page.file_id))


def kept_by_nobody(given: HttpResponse) -> HttpResponse:
    """No cache, no search engine, and no word of the address to the next site."""
    add_never_cache_headers(given)
    given["Referrer-Policy"] = "no-referrer"
    given["X-Robots-Tag"] = "noindex, nofollow"
    return given
