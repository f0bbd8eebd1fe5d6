"""What of all this is on the landing page of a person's desk: only what they have something on."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import Person
from storybank.after import checking_in, happened, skills
from storybank.answers import mine
from storybank.domain.replies import giving as replies
from storybank.thanks import giving
from storybank.workshop import pieces
from storybank.yearly import talking


@dataclass(frozen=True)
class Link:
    """`waits`: something new is there."""

    label: str
    url: str
    waits: bool = False


def links_for(person: Person) -> list[Link]:
    found = []
    if checking_in.asked_now(person):
        found.append(Link(_("How is it? Tell us in one tap"), reverse("storybank:how_is_it"), waits=True))
    letters = happened.letters_to(person)
    if letters:
        new = any(letter.read_at is None for letter in letters)
        label = _("What happened because you spoke")
        found.append(Link(label, reverse("storybank:what_happened"), waits=new))
    had = replies.given_to(person).values_list("read_at", "printed_at", "put_away_at")
    if had:
        new = any(not any(moments) for moments in had)
        found.append(Link(_("Letters from readers"), reverse("storybank:reader_letters"), waits=new))
    if came := mine.things_of(person):
        waits = any(thing.waits for thing in came)
        found.append(Link(_("Answers to your story"), reverse("storybank:answers"), waits=waits))
    if pieces.seats_of(person):
        label = _("Writing together")
        found.append(Link(label, reverse("storybank:together"), waits=pieces.waits_for(person)))
    if talking.is_due(person):
        found.append(Link(_("Once a year: is it still right?"), reverse("storybank:yearly"), waits=True))
    offered = bool(skills.waiting_for(person))
    if offered or skills.has_begun(person):
        label = _("What I learned and gave")
        found.append(Link(label, reverse("storybank:skills"), waits=offered))
    if giving.any_for(person):
        found.append(Link(_("Thanks for your time"), reverse("storybank:my_thanks")))
    return found
