"""The first page of the admin says what waits for whom, and says it to nobody else."""

from datetime import timedelta

import pytest

from consent.domain.care import complaints, concerns
from consent.domain.care.concerns import Matter, Said
from people import clock, roles
from tests.factories import people

pytestmark = pytest.mark.django_db


def words_on_the_first_page(client, role) -> str:
    client.force_login(people.a_member_of_staff(role, first_name="Moss"))
    return " ".join(client.get("/admin/").content.decode().split())


@pytest.fixture
def something_waits():
    concerns.raise_concern(Said(story="the kettle", text="", contact=""), matter=Matter.ME, once="1")
    with clock.at(clock.now() - timedelta(days=31)):
        complaints.complain(about="Nobody rang back.", once="a")
    complaints.complain(about="The page was hard to read.", once="b")


def test_leads_read_of_concerns_and_the_officer_of_complaints(client, something_waits):
    lead = words_on_the_first_page(client, roles.SAFEGUARDING)
    officer = words_on_the_first_page(client, roles.DPO)

    assert ("1 to see to</a>, the next by" in lead, "panel-complaints" in lead) == (True, False)
    assert ("2 to acknowledge</a>, the next by" in officer, "panel-concerns" in officer) == (True, False)
    assert "<mark>1 late</mark>" in officer


@pytest.mark.parametrize("role", [roles.SUPPORTER, roles.COMMS, roles.ADMINISTRATOR])
def test_nobody_else_reads_of_them(client, something_waits, role):
    page = words_on_the_first_page(client, role)

    assert [name for name in ("panel-concerns", "panel-complaints") if name in page] == []
