"""How a page ends, and what stands there when little else works."""

from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from home import maintenance
from home.public import went_wrong
from tests.journeys.every_page.looking import ALONE, PUBLIC
from tests.journeys.every_page.walk import Walk


def end(walk: Walk) -> None:
    walk.at("/no/such/place/", "This page is not here.", status=404)
    walk.at("/cy/no/such/place/", "116 123", status=404)
    walk.at("/q/nothing/", "This page is not here.", status=404)
    walk.at("/weather/", "Take a coat.", frame=ALONE)
    walk.answered(
        render_to_string("400.html"), "We did not understand that address.", status=400, frame=ALONE
    )
    walk.answered(render_to_string("403.html"), "This page is for somebody else.", status=403, frame=ALONE)
    walk.answered(_from_elsewhere(), "That was not sent.", status=403, frame=PUBLIC)
    walk.answered(_too_large(), "This file is too large.", status=413, frame=ALONE)
    walk.answered(_broken(), "Something went wrong on our side.", status=500, frame=ALONE)
    walk.answered(_resting(), "Back in a moment.", status=503, frame=ALONE)
    mend(walk)


def mend(walk: Walk) -> None:
    maintenance.begin(minutes=30)
    try:
        walk.at("/", "We are mending something.", status=503, frame=ALONE)
        walk.at("/cy/", "116 123", status=503, frame=ALONE)
    finally:
        maintenance.end()


def _from_elsewhere() -> str:
    """A form that another site has sent, or that lost its token."""
    said = {"about": "My picture is still there."}
    return Client(enforce_csrf_checks=True).post("/complain/", said).content.decode()


def _too_large() -> str:
    far = settings.LARGEST_REQUEST + 1
    answer = Client().post("/complain/", CONTENT_LENGTH=str(far))
    return answer.content.decode()


def _broken() -> str:
    return went_wrong.show(RequestFactory().get("/stories/")).content.decode()


def _resting() -> str:
    return render_to_string("home/resting.html", {"prefix": "", "phone": "01632 960417"})
