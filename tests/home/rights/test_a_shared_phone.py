"""Two people answer one phone: what one of them wrote is neither in the other's copy nor destroyed with them."""

import pytest

from consent.domain.care import concerns
from consent.domain.care.concerns import Matter, Said
from consent.domain.rights import own_concerns
from consent.models import Concern
from tests.factories.people import a_person

pytestmark = pytest.mark.django_db
PHONE = "07700 900123"


@pytest.mark.parametrize(("shared", "theirs"), [(False, 1), (True, 0)])
def test_a_concern_is_theirs_only_where_nobody_else_is_reached(shared, theirs):
    dee = a_person("Dee", phone=PHONE)
    if shared:
        a_person("Sam", phone=PHONE)
    said = Said(story="a shed", text="He writes about my daughter.", contact=PHONE)
    concerns.raise_concern(said, matter=Matter.ME, once="1")

    told, forgotten = len(own_concerns.concerns_of(dee)), own_concerns.forget_concerns_of(dee)

    assert (told, forgotten) == (theirs, theirs)
    assert Concern.objects.exclude(sealed=b"").count() == 1 - theirs
