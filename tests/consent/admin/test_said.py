"""Staff screens for what people said: only one's own people, somebody else checks, nothing half-kept."""

import io
import re

import pypdf
import pytest
from django.contrib.auth.models import Permission as Right
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from consent.domain.acts import asking
from consent.domain.acts.choices import choices_of
from consent.domain.written import evidence
from consent.enums import State
from consent.models import Evidence
from people import clock, roles
from people.domain import plain_words
from people.models import OneUseLink, OutboxMessage
from tests.factories import people
from tests.factories.consent import a_file, a_version
from tests.people.cleaning.with_marks import holds_marks, pdf

pytestmark = pytest.mark.django_db


def staff(role=roles.SUPPORTER, name="Priya"):
    user = people.a_member_of_staff(role, first_name=name)
    user.user_permissions.add(Right.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def priya():
    return staff()


@pytest.fixture
def ama():
    return staff(roles.SAFEGUARDING, "Ama")


@pytest.fixture
def person(priya):
    return people.a_person("Dee", supporter=priya)


@pytest.fixture
def edition(person):
    made = a_version(a_file(person))
    asking.ask(made, uses=["website", "printed"], by=None)
    return made


def at(name, *args):
    return reverse(f"said:{name}", args=args)


def form(**more):
    now = clock.now().astimezone(clock.LONDON)
    return {
        "use_website-answer": "yes",
        "use_printed-answer": "no",
        "method": "paper",
        "happened_at": now.strftime("%Y-%m-%dT%H:%M"),
        "identity": "3",
        "name": "Dee",
        "understood": "yes",
        "copy_left": "yes",
        **more,
    }


def write(client, person, edition, **more):
    return client.post(at("write", person.pk, edition.file.uid, "first"), form(**more))


def states(person, edition):
    return {choice.use.slug: choice.state for choice in choices_of(person, edition.file_id)}


def test_written_down_by_one_and_checked_by_another_it_counts(client, priya, ama, person, edition):
    client.force_login(priya)
    answer = write(client, person, edition)
    row = Evidence.objects.get()
    client.force_login(ama)
    listed = client.get(at("waiting")).content.decode()
    page = client.get(at("check", row.uid)).content.decode()
    client.post(at("check", row.uid), {"agrees": "yes"})

    assert answer.status_code == 302
    assert at("check", row.uid) in listed
    assert "Yes. A name you chose: Dee." in page
    assert states(person, edition) == {"website": State.COOLING, "printed": State.REFUSED}


def test_who_wrote_it_down_does_not_find_it_among_what_to_check(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)
    row = Evidence.objects.get()

    assert at("check", row.uid) not in client.get(at("waiting")).content.decode()
    assert client.post(at("check", row.uid), {"agrees": "yes"}).status_code == 403
    assert states(person, edition)["website"] is State.REQUESTED


@pytest.mark.parametrize("which", ["person", "write", "copy"])
def test_people_outside_the_caseload_are_not_there(client, person, edition, which):
    client.force_login(staff(name="Sol"))
    args = {
        "person": [person.pk],
        "write": [person.pk, edition.file.uid, "first"],
        "copy": [person.pk, "AAAA-AAAA-AAAA"],
    }[which]

    theirs = client.get(at(which, *args))
    nobodys = client.get(at(which, 999_999, *args[1:]))

    assert theirs.status_code == nobodys.status_code == 403
    assert theirs.content == nobodys.content


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"method": ""}, "Choose how they told you"),
        ({"method": "screen"}, "Select a valid choice"),
        ({"happened_at": ""}, "Write the day and the time"),
        ({"happened_at": "31/02/2026"}, "day and a time that exist"),
        ({"happened_at": "9999-12-31T23:59"}, "still to come"),
        ({"happened_at": "1999-01-01T00:00"}, "before they could"),
        ({"use_website-answer": ""}, "Choose yes, no or not now"),
        ({"use_website-answer": "maybe"}, "Select a valid choice"),
        ({"name": ""}, "Write the name they want shown"),
        ({"name": "x" * 500}, "at most 80"),
        ({"use_website-last_day": "2001-01-01"}, "still to come"),
        ({"use_website-last_day": "soon"}, "a day that exists"),
        ({"use_website-last_day": "9999-12-31"}, "later than the last day we ask for"),
        ({"until_event": "moonrise"}, "Choose one of these"),
        ({"check_first": ["moonrise"]}, "Choose among these"),
        ({"name": "De\x00e"}, "Null characters"),
        ({"understood": ""}, "Choose yes or not yet"),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(client, priya, person, edition, change, why):
    client.force_login(priya)

    answer = write(client, person, edition, others_present="her sister Mags", **change)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert "her sister Mags" in answer.content.decode()
    assert Evidence.objects.count() == 0


def test_a_second_click_writes_nothing_twice(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)

    again = write(client, person, edition)

    assert "written down already" in again.content.decode()
    assert Evidence.objects.count() == 1


def test_a_file_that_is_none_is_refused_and_a_paper_is_kept_for_the_two(client, priya, ama, person, edition):
    client.force_login(priya)
    bad = write(client, person, edition, scan=SimpleUploadedFile("x.pdf", b"MZ not a paper"))
    write(client, person, edition, scan=SimpleUploadedFile("x.exe", pdf()))
    row = Evidence.objects.get()
    client.force_login(ama)
    shown = client.get(at("paper", row.uid))
    client.force_login(staff(roles.COMMS, "Marcus"))
    to_others = client.get(at("paper", row.uid))

    assert "cannot keep this kind of file" in bad.content.decode()
    assert shown.content.startswith(b"%PDF-")
    assert not holds_marks(shown.content)
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in shown["Cache-Control"]
    assert to_others.status_code in {403, 404}


def test_the_slip_says_back_what_was_written_down_in_plain_words(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)

    slip = client.get(at("slip", Evidence.objects.get().uid))

    reader = pypdf.PdfReader(io.BytesIO(slip.content))
    words = reader.pages[0].extract_text()
    assert "Our website Yes. A name you chose: Dee." in words
    assert "It does not count yet" in words
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert plain_words.not_for_authors(words) == []


def sent_links(client, row, *names):
    for name in names:
        client.post(at("link", row.uid), {"for_whom": name, "email": "dilys@chapel.example"})
    sent = OutboxMessage.objects.filter(event="consent/outsider_check").order_by("pk")
    return [re.search(r"/confirm/\S+", message.body)[0] for message in sent]


def test_who_wrote_it_down_never_holds_the_link(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)
    row = Evidence.objects.get()

    told = [
        client.post(at("link", row.uid), given, follow=True).content.decode()
        for given in ({"for_whom": "Dilys"}, {"for_whom": "Dilys", "email": "dilys@chapel.example"})
    ]

    assert "Write their e-mail address" in told[0]
    assert "on its way to them" in told[1]
    assert "/confirm/" not in "".join(told)
    assert OneUseLink.objects.count() == 1


def test_somebody_outside_checks_by_a_link_that_works_once(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)
    (address,) = sent_links(client, Evidence.objects.get(), "Rev. Dilys Amos")
    client.logout()

    looked = client.get(address)
    nothing = client.post(address, {"agrees": "perhaps"})
    thanks = client.post(address, {"agrees": "yes"})
    again = client.post(address, {"agrees": "no"})

    assert (looked.status_code, nothing.status_code, thanks.status_code, again.status_code) == (
        200,
        422,
        200,
        404,
    )
    assert "Dilys" in looked.content.decode()
    assert looked["Cache-Control"] == "no-store, private"
    assert states(person, edition)["website"] is State.COOLING
    assert evidence.recorded_for(person)[0].outcome == "counted"


def test_an_earlier_link_ends_when_another_is_made(client, priya, person, edition):
    client.force_login(priya)
    write(client, person, edition)
    addresses = sent_links(client, Evidence.objects.get(), "One", "Two")

    assert [client.get(address).status_code for address in addresses] == [404, 200]


@pytest.mark.parametrize("token", ["x", "a" * 3000, "😀", "..", "{{7*7}}"])
def test_odd_links_are_over(client, token):
    assert client.get(f"/confirm/{token}/").status_code == 404


def test_a_supporter_notes_in_which_form_somebody_wants_to_be_told(client, priya, person):
    client.force_login(priya)
    change = reverse("caseload:change", args=[person.pk])
    given = {"called": "Dee", "channel": "letter", "language": "en", "notice_format": "easy_read"}

    client.post(change, given)
    person.refresh_from_db()
    chosen = person.notice_format
    client.post(change, {name: value for name, value in given.items() if name != "notice_format"})
    person.refresh_from_db()

    assert (chosen, person.notice_format) == ("easy_read", "easy_read")
