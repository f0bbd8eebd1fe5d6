"""Numbers about what is cleared are kept under the tide of consent: every act moves it, in whatever order acts end."""

import pytest

from consent import policy
from consent.models import ConsentEvent
from people import clock
from tests.factories import consent as given

pytestmark = pytest.mark.django_db


def tide():
    return policy.tide(policy.WEBSITE, clock.now()).get()


def an_act(of, *, number):
    """A row as the database has it once its transaction has ended; numbers are given when acts begin."""
    row = ConsentEvent.objects.filter(file=of).order_by("-seq").first()
    row.pk, row.seq = number, row.seq + 1
    row.save(force_insert=True)


def test_it_moves_with_an_act_that_began_before_the_last_one_and_ended_after_it():
    one, other = given.a_file(given.a_person("Dee")), given.a_file(given.a_person("Sam"))
    last = ConsentEvent.objects.order_by("-pk").values_list("pk", flat=True)[0]
    seen = [tide()]

    an_act(other, number=last + 2)
    seen.append(tide())
    an_act(one, number=last + 1)
    seen.append(tide())

    assert len(set(seen)) == 3
