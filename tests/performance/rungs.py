"""The rungs every page is compared with: a constant, and one indexed query with twenty items; and our own addresses."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from wagtail.models import Page

from storybank.config.urls import urlpatterns as our_addresses

ITEMS = engines["django"].from_string("<ul>{% for page in pages %}<li>{{ page.title }}</li>{% endfor %}</ul>")


def hello(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


def one_query(request: HttpRequest) -> HttpResponse:
    pages = Page.objects.order_by("-path").only("title")[:20]
    return HttpResponse(ITEMS.render({"pages": pages}, request))


urlpatterns = [
    path("rung/hello", hello),
    path("rung/one-query", one_query),
    *our_addresses,
]
