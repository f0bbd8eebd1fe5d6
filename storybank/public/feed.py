"""The Atom feed of public stories: no more than the list shows, days instead of moments."""

from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from people.models import Organisation
from storybank.domain.queries import public_stories
from storybank.domain.reading import readings

NEWEST = 30


@require_safe
@cache_control(no_cache=True)
def feed(request: HttpRequest) -> HttpResponse:
    """The newest thirty, through the gate on this request; what is stopped is simply not in it."""
    organisation = Organisation.load()
    atom = Atom1Feed(
        title=organisation.name,
        link=request.build_absolute_uri(reverse("storybank:stories")),
        description=organisation.strapline,
        feed_url=request.build_absolute_uri(),
        language="en-gb",
    )
    pages = public_stories().select_related("region").prefetch_related("themes")[:NEWEST]
    for item in readings(pages):
        day = datetime.combine(item.published_day, time(), tzinfo=UTC) if item.published_day else None
        atom.add_item(
            title=item.title,
            link=request.build_absolute_uri(item.url),
            description=item.first_sentence,
            author_name=item.byline or None,
            pubdate=day,
            updateddate=day,
            unique_id=request.build_absolute_uri(item.url),
            categories=[theme.name for theme in item.themes],
        )
    response = HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
