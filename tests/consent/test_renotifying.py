"""When the meaning of what people are told changes: everybody is told and reads again, and nothing comes down."""

import pytest

from consent import policy
from consent.domain.acts import answering
from consent.domain.proof.audit import audit
from consent.domain.told import notices, renotifying
from consent.domain.told.renotifying import CannotPublish
from consent.models import Notice, NoticeRendering
from people import clock, roles
from people.models import OutboxMessage
from tests.factories.consent import a_file, a_person, a_version, asked, cleared, first_yes, later
from tests.factories.people import a_member_of_staff

pytestmark = pytest.mark.django_db
KEY = notices.STORY_CHOICES
NEW = "What do we ask?\n\nWe ask you new things. You say yes or no."


@pytest.fixture
def officer():
    return a_member_of_staff(roles.DPO)


def publish(officer, *, changes_meaning=True, **texts):
    words = {("en", "plain"): NEW} | {tuple(key.split("_")): text for key, text in texts.items()}
    return renotifying.publish(KEY, words, changes_meaning=changes_meaning, by=officer)


def read(person, file):
    words = notices.rendering(KEY, language="en")
    notices.serve(file, person=person, rendering=words)


def test_a_new_version_stands_beside_the_old_ones(officer):
    before = set(NoticeRendering.objects.values_list("pk", "text"))

    made = publish(officer)

    assert (made.version, made.current) == (2, True)
    assert before < set(NoticeRendering.objects.values_list("pk", "text"))
    assert [row.version for row in Notice.objects.filter(key=KEY, current=True)] == [2]
    assert list(audit()) == []


def test_a_standing_yes_stays_and_the_person_is_told_and_asked_to_read(officer):
    edition = a_version(a_file())
    person = cleared(edition)[0].appearance.person

    with clock.at(later()):
        publish(officer)

        assert policy.may_use(edition.pk, "website", clock.now()).allowed
        assert renotifying.to_read_again(person) == [edition.file]
    assert OutboxMessage.objects.filter(event="consent/read_again", person=person).count() == 1


def test_the_second_yes_waits_until_the_new_words_are_read(officer):
    permission = first_yes(asked(a_version(a_file()))[0])
    person = permission.appearance.person

    with clock.at(later()):
        publish(officer)
        with pytest.raises(answering.CannotAnswer, match="Read what we tell you"):
            answering.confirm(permission.file, person=person, permissions=[permission])
        read(person, permission.file)
        done = answering.confirm(permission.file, person=person, permissions=[permission])

    assert [row.pk for row in done] == [permission.pk]
    assert renotifying.to_read_again(person) == []


def test_the_same_said_better_asks_nobody_anything(officer):
    permission = first_yes(asked(a_version(a_file()))[0])
    person = permission.appearance.person

    with clock.at(later()):
        publish(officer, changes_meaning=False)
        done = answering.confirm(permission.file, person=person, permissions=[permission])

    assert len(done) == 1
    assert renotifying.to_read_again(person) == []
    assert not OutboxMessage.objects.filter(event="consent/read_again").exists()


def test_who_has_never_answered_anything_is_not_told(officer):
    a_person("Sam")

    publish(officer)

    assert not OutboxMessage.objects.filter(event="consent/read_again").exists()


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({("cy", "plain"): "Helo."}, "missing"),
        ({("en", "plain"): "   "}, "missing"),
        ({("en", "plain"): "You may submit. We redact."}, "other words"),
        (
            {
                ("en", "plain"): "Notwithstanding the aforementioned provisions, processing operations"
                " necessitate unequivocal authorisation of dissemination activities."
            },
            "Shorter words",
        ),
    ],
)
def test_what_cannot_be_read_does_not_go_out(officer, texts, why):
    with pytest.raises(CannotPublish, match=why):
        renotifying.publish(KEY, texts, changes_meaning=True, by=officer)

    assert Notice.objects.get(key=KEY, current=True).version == 1


def test_a_double_click_makes_one_version(officer):
    publish(officer)

    with pytest.raises(CannotPublish, match="already"):
        publish(officer)

    assert Notice.objects.filter(key=KEY).count() == 2
