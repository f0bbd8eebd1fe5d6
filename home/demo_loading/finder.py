"""Comms at work: who has the phone, who has asked, a pack that went out, a private reading, a card, a newsletter."""

from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from consent.domain.acts import answering
from home.demo_loading.telling import Cast
from people import clock
from people.models import User
from storybank.domain import forgetting, settling
from storybank.finder import enquiries
from storybank.finder.duty import take_the_phone
from storybank.finder.enquiries import Noted
from storybank.models import StoryEdition
from storybank.packs import making, newsletter, room_cards
from storybank.packs.newsletter import Chosen
from storybank.packs.room_cards import Planned, Went
from storybank.private_reading import making as private
from storybank.private_reading.making import Wanted as WantedReading

HOUSE = UUID("6b0f5f0c-7f6e-4c0e-9d2e-2f5f1f3a7c55")


def load_the_press(cast: Cast, staff: dict[str, User]) -> None:
    """After the stories are told. Everything is done by the house's own verbs, on the days it happened."""
    _second_yes_to_the_slow_ones(cast)
    comms, supporter = staff["comms"], staff["supporter"]
    take_the_phone(supporter, phone="01632 960111", until=_at(clock.today() + timedelta(days=1), 22))
    _enquiries(comms)
    _a_pack(cast, comms)
    _a_private_reading(cast, comms)
    _a_card(cast, comms)
    _a_newsletter(cast, comms)


def _second_yes_to_the_slow_ones(cast: Cast) -> None:
    """Radio has a longer thinking time than the rest: its second yes comes a week later."""
    for person in cast.people.values():
        for page in cast.pages.values():
            ready = answering.waiting_for_second_yes(person, page.file_id)
            if ready:
                answering.confirm(page.file, person=person, permissions=ready)
                settling.settle(page.file_id)


def _enquiries(comms: User) -> None:
    today = clock.today()
    lantern = Noted(
        uid=_uid("lantern"),
        outlet="The Kestlewick Lantern",
        use="newspapers",
        journalist="Rhona Tessler, 01632 960240",
        asks="A page on Sunday about what families pay to stay in touch. Is there a voice we can quote by six?",
        deadline=max(_at(today, 17, 55), clock.now() + timedelta(hours=2)),
    )
    sallow = Noted(
        uid=_uid("sallow"),
        outlet="Radio Sallow",
        use="radio-tv",
        journalist="Gethin Prowse, newsdesk@sallow.example",
        asks="Who decides what is on the visiting-hall menu?",
        deadline=_at(today - timedelta(days=1), 12),
    )
    for noted, days in ((lantern, 0), (sallow, 2)):
        with clock.at(clock.now() - timedelta(days=days, hours=1)):
            enquiries.note(noted, by=comms)


def _a_pack(cast: Cast, comms: User) -> None:
    wanted = making.Wanted(
        uid=_uid("pack"),
        edition_id=_edition(cast, "old_pound"),
        use="newspapers",
        recipient="Rhona Tessler",
        outlet="The Kestlewick Lantern",
        rang_back=True,
        terms_accepted=True,
        contact="newsdesk@lantern.example",
    )
    with clock.at(clock.now() - timedelta(days=3)):
        making.fetch(making.make_pack(wanted, by=comms), by=comms)
    forgetting.forget_what_is_over()


def _a_private_reading(cast: Cast, comms: User) -> None:
    wanted = WantedReading(
        uid=_uid("reading"),
        edition_id=_edition(cast, "sixteen_doses"),
        use="ministers",
        reader="Alun Maddock",
        office="Marchgate House",
        last_day=clock.today() + timedelta(days=7),
    )
    with clock.at(clock.now() - timedelta(days=2)):
        _, link = private.make(wanted, by=comms)
    with clock.at(clock.now() - timedelta(days=1)):
        private.open_(link.rstrip("/").rpartition("/")[2])


def _a_card(cast: Cast, comms: User) -> None:
    day = clock.today() - timedelta(days=9)
    planned = Planned(
        uid=_uid("card"),
        edition_id=_edition(cast, "two_sugars"),
        use="training-staff",
        reader="Priya Nandra",
        where="Induction evening, Kestlewick",
        on=day,
    )
    with clock.at(_at(day - timedelta(days=1), 15)):
        card = room_cards.plan(planned, by=comms)
    with clock.at(_at(day, 21)):
        came_of_it = "Two volunteers asked to move the welcome table nearer the door. It has been moved."
        room_cards.write_up(card, Went(True, 14, came_of_it), by=comms)


def _a_newsletter(cast: Cast, comms: User) -> None:
    day = clock.today() - timedelta(days=20)
    with clock.at(_at(day - timedelta(days=2), 11)):
        newsletter.put_together(
            Chosen(_uid("letter"), "Autumn letter", day, (_edition(cast, "trolley"),)), by=comms
        )


def _edition(cast: Cast, key: str) -> int:
    newest = StoryEdition.objects.filter(page=cast.pages[key]).order_by("-edition__n")
    found: int = newest.values_list("edition_id", flat=True)[0]
    return found


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=clock.LONDON)


def _uid(name: str) -> UUID:
    return uuid5(HOUSE, name)
