"""Pages behind a link of somebody's own: an organiser's, a speaker's, an official's, a partner's, a quote's."""

from consent.domain.care import files
from consent.domain.stop import stopping
from speakers.domain.tokens import ANSWER, REQUEST, token_for
from speakers.models import Booking, SpeakerRequest
from storybank.models import Quote
from tests.journeys.every_page.looking import ALONE
from tests.journeys.every_page.walk import Walk
from tests.journeys.test_links_for_others import (
    WORDS,
    a_check,
    a_private_reading,
    a_quote,
    a_second_pair_of_eyes,
    a_thing_to_take_down,
)


def follow(walk: Walk) -> None:
    read_privately(walk)
    quote(walk)
    answer(walk)
    speak(walk)


def read_privately(walk: Walk) -> None:
    walk.at(a_private_reading(), "This is for one reader.")
    walk.press("I am Alun Maddock")
    walk.here("For Alun Maddock")
    walk.at("/reading/nothing/", "nothing to read here now", status=410)


def quote(walk: Walk) -> None:
    address = a_quote()
    walk.at(address, "Used with a yes", frame=ALONE)
    stopping.stop(files.author_of(Quote.objects.latest("id").edition.file_id))
    walk.at(address, "This quote has ended", status=410, frame=ALONE)


def answer(walk: Walk) -> None:
    walk.at(a_check(), "Is it what they said?")
    walk.press("Yes, it is what they said")
    walk.here("Thank you")
    walk.at("/confirm/nothing/", "This link is over", status=404)
    walk.at(a_second_pair_of_eyes(), WORDS)
    walk.at("/check/nothing/", "116 123", status=404)
    walk.at(a_thing_to_take_down(), "Is it taken down?")
    walk.press("Yes, we have taken it down")
    walk.here("Thank you")
    walk.at("/taken-down/nothing/", "nothing to do here", status=404)


def speak(walk: Walk) -> None:
    """An organiser's page in each state that there is, and a speaker's answer."""
    for request in {one.state: one for one in SpeakerRequest.objects.all()}.values():
        walk.at(f"/requests/{token_for(REQUEST, request.uid)}/", request.title)
    booking = Booking.objects.filter(state="invited").first()
    walk.at(f"/answer/{token_for(ANSWER, booking.uid)}/", booking.request.title)
    walk.at("/answer/nothing/", "116 123", status=404)
    walk.at("/requests/nothing/", "116 123", status=404)
