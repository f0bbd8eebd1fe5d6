"""One pack that cannot be printed stops nobody else's: it is left out, named, and its person keeps their card."""

import pytest
from django.test import Client

from consent.domain.told import notices
from consent.models import Notice, NoticeRendering
from people import clock
from people.models import AccessCode
from storybank.models import PaperPack
from storybank.workshop import evenings
from tests.factories import people

pytestmark = pytest.mark.django_db


def cards_of(person):
    return set(AccessCode.objects.filter(person=person, ended_at=None).values_list("pk", flat=True))


def test_a_pack_that_is_too_long_is_left_out_and_named_and_the_others_are_printed():
    supporter = people.a_supporter()
    evening = evenings.open_evening(on=clock.today(), place="", led_by=supporter, by=supporter)
    given = {"channel": "letter", "language": "en", "by": supporter}
    dee, ira = (evenings.add_new(evening, called=name, **given).person for name in ("Dee", "Ira"))
    type(dee).objects.filter(pk=dee.pk).update(notice_format="large")
    Notice.objects.filter(key=notices.STORY_CHOICES).update(current=False)
    notice = Notice.objects.create(key=notices.STORY_CHOICES, version=900)
    for form, times in (("plain", 1), ("large", 1500)):
        text = "\n\n".join(["A very long notice goes on and on."] * times)
        NoticeRendering.objects.create(notice=notice, language="en", format=form, text=text)
    before = cards_of(dee), cards_of(ira)
    staff = Client()
    staff.force_login(supporter)
    address = f"/admin/workshops/{evening.uid}/"

    answer = staff.post(f"{address}packs/", {"language": "en", "cards": "on", "once": "1"})

    page = staff.get(address).content.decode()
    assert answer["Content-Type"] == "application/pdf"
    assert "The pack of Dee is not among them. This is more than twelve sheets." in page
    assert "The pack of Ira" not in page
    assert [pack.person for pack in PaperPack.objects.all()] == [ira]
    assert (cards_of(dee) == before[0], cards_of(ira) == before[1]) == (True, False)
    evening.seats.filter(person=ira).delete()
    with pytest.raises(evenings.CannotOpen, match="Dee: This is more than twelve sheets"):
        evenings.print_batch(evening, by=supporter, language="en")
