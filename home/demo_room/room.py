"""The room itself: five things, seven people, the post, the clock, the way back to the start."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.demo_loading.load import is_loaded
from home.demo_room.cast import CAST, called
from home.demo_room.clock import STEPS
from home.demo_room.gate import only_in_demo
from home.demo_room.more_things import more_things
from home.demo_room.post import newest
from home.demo_room.things import five_things
from people import clock

AT_A_GLANCE = 3


@only_in_demo
@require_safe
def room(request: HttpRequest) -> HttpResponseBase:
    context = {
        "loaded": is_loaded(),
        "things": five_things(),
        "more": more_things(),
        "cast": CAST,
        "you": called(request.user) if request.user.is_authenticated else "",
        "post": newest(AT_A_GLANCE),
        "now": clock.now(),
        "ahead": clock.offset(),
        "steps": STEPS,
        "here": "demo",
    }
    return render(request, "home/demo/room.html", context)
