"""The front page: what this is, one voice, the themes, what changed, two doors, help. In the order that staff chose.

It is one piece, made anew each minute and with every act of consent: helplines open and shut by the minute, and a
number that a stop has left behind would say that somebody has just stopped.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from home.front.parts import markup
from home.models import HomePage
from people import clock
from storybank.domain.showing import around_now
from storybank.public.pieces.answering import answer
from storybank.public.pieces.frame import framed
from storybank.public.pieces.together import told_together


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    around = around_now()
    minute = clock.now().replace(second=0, microsecond=0)
    part = told_together("front", lambda: _made(around.mark), around, minute)
    page = framed(request, HomePage.template, {"front": part}, mark=around.mark, here="home")
    return answer(request, page)


def _made(mark: str) -> str:
    page = HomePage.objects.first() or HomePage()
    return markup(page.body, mark=mark)
