"""Five ways to stop, one effect: the same events, the same case, the same darkness; and each is one step."""

from datetime import timedelta

import pytest

from consent import policy
from consent.domain.out.outings import Kind, begin
from consent.domain.proof.audit import audit
from consent.enums import EventKind, Method
from consent.models import Clearance, ConsentEvent, Outing, Permission, RecallAction, StopCase, Use
from people import clock, roles
from people.domain import codes, trusting
from tests.factories.consent import a_file, a_version, cleared
from tests.factories.people import a_member_of_staff, a_person, a_supporter

pytestmark = pytest.mark.django_db
USES = ("website", "newspapers")


@pytest.fixture
def supporter():
    return a_supporter()


@pytest.fixture
def person(supporter):
    return a_person("Dee", supporter=supporter, email="dee@post.example")


@pytest.fixture
def version(person):
    with clock.at(clock.now() - timedelta(days=40)):
        Use.objects.update(single_use=False)
        made = a_version(a_file(person))
        cleared(made, *USES)
    begin(made, use="website", kind=Kind.SURFACE)
    begin(made, use="newspapers", kind=Kind.PACK)
    return made


def own_desk(client, person):
    client.force_login(person.user)
    return client.post("/my/stop/")


def paper_code(client, person):
    code, _ = codes.issue_code(person, by=None)
    return client.post("/stop/", {"code": code})


def slip_recorded_by_staff(client, person):
    """Somebody of the press desk took the slip; they know the code and nothing else."""
    client.force_login(a_member_of_staff(roles.COMMS, first_name="Kit"))
    return client.post("/admin/stops/told/", {"code": person.code, "how": "paper", "when": "now"})


def supporter_on_the_persons_page(client, person):
    client.force_login(person.supporter)
    return client.post(f"/admin/stops/told/{person.pk}/", {"how": "phone", "when": "now"})


def trusted_person(client, person):
    return client.post("/stop/", {"code": trusting.trust(person, called="Nan")})


ROUTES = {
    own_desk: Method.SCREEN,
    paper_code: Method.PAPER_CODE,
    slip_recorded_by_staff: Method.PAPER,
    supporter_on_the_persons_page: Method.PHONE,
    trusted_person: Method.TRUSTED,
}
TOLD_AT_ONCE = (paper_code, trusted_person)
"""By a browser that has kept nothing of ours, and perhaps never does."""


def what_happened(version):
    stopped = ConsentEvent.objects.filter(file=version.file, kind=EventKind.STOPPED)
    case = StopCase.objects.get()
    return {
        "events": sorted(event.permission.use.slug for event in stopped),
        "by": {event.actor for event in stopped},
        "ended": set(Permission.objects.filter(file=version.file).values_list("ended_why", flat=True)),
        "cleared": Clearance.objects.filter(file=version.file).count(),
        "case": (case.kind, case.person.called, case.use_slug, list(case.files.all()) == [version.file]),
        "actions": sorted(case.actions.values_list("outing__use_slug", "state")),
        "still up": Outing.objects.filter(kind="surface", ended_at=None).count(),
        "gate": [policy.may_use(version.pk, use, clock.now()).allowed for use in USES],
    }


EFFECT = {
    "events": ["newspapers", "website"],
    "by": {None},
    "ended": {"withdrawn"},
    "cleared": 0,
    "case": ("stop", "Dee", "", True),
    "actions": [("newspapers", "todo"), ("website", "done")],
    "still up": 0,
    "gate": [False, False],
}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
def test_each_route_has_the_one_same_effect_in_one_step(client, person, version, route):
    before = [policy.may_use(version.pk, use, clock.now()).allowed for use in USES]

    answer = route(client, person)

    assert before == [True, True]
    if route in TOLD_AT_ONCE:
        assert (answer.status_code, StopCase.objects.get().code in answer.content.decode()) == (200, True)
    else:
        assert answer.status_code == 302
    assert what_happened(version) == EFFECT
    assert StopCase.objects.get().route == ROUTES[route]
    assert list(audit()) == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.__name__)
def test_a_second_press_changes_nothing_more(client, person, version, route):
    route(client, person)
    route(client, person)

    assert ConsentEvent.objects.filter(kind=EventKind.STOPPED, permission__isnull=False).count() == 2
    assert RecallAction.objects.count() == 2
    assert list(audit()) == []


def test_what_staff_record_says_who_wrote_it_down_and_that_it_was_the_persons_act(client, person, version):
    supporter_on_the_persons_page(client, person)

    events = ConsentEvent.objects.filter(kind=EventKind.STOPPED)

    assert {(event.actor, event.recorded_by) for event in events} == {(None, person.supporter)}
    assert StopCase.objects.get().recorded_by == person.supporter


def told(client, person, **said):
    client.force_login(person.supporter)
    return client.post(
        f"/admin/stops/told/{person.pk}/", {"how": "phone", "when": "earlier"} | said, follow=True
    )


def test_a_stop_counts_from_when_it_was_told_however_late_it_is_typed(client, person, version):
    yesterday = clock.today() - timedelta(days=1)

    told(client, person, day=yesterday.isoformat(), at="18:02")

    case = StopCase.objects.get()
    local = case.received_at.astimezone(clock.LONDON)
    assert (local.date(), local.hour, local.minute) == (yesterday, 18, 2)
    assert case.effective_at == case.received_at < case.recorded_at
    assert {event.at for event in ConsentEvent.objects.filter(kind=EventKind.STOPPED)} == {case.received_at}
    assert what_happened(version) == EFFECT
    assert list(audit()) == []


@pytest.mark.parametrize(
    "said",
    [
        {"day": "", "at": ""},
        {"day": "9999-12-31", "at": "23:59"},
        {"day": "0001-01-01", "at": "00:00"},
        {"day": "2026-02-30", "at": "10:00"},
        {"day": "yesterday", "at": "25:61"},
        {"day": "\x00", "at": "\x00"},
        {"how": "smoke", "when": "once"},
        {"day": "x" * 100000},
    ],
)
def test_no_date_and_no_nonsense_can_make_a_stop_wait(client, person, version, said):
    answer = told(client, person, **said)

    assert answer.status_code == 200
    assert what_happened(version) == EFFECT
    case = StopCase.objects.get()
    assert case.recorded_at - case.received_at < timedelta(seconds=30)


def test_one_use_can_be_stopped_by_staff_and_the_rest_stands(client, person, version):
    client.force_login(person.supporter)
    client.post(f"/admin/stops/told/{person.pk}/", {"how": "in_person", "use": "newspapers"})
    client.post(f"/admin/stops/told/{person.pk}/", {"how": "in_person", "use": "newspapers"})
    client.post(f"/admin/stops/told/{person.pk}/", {"how": "in_person", "use": "no-such-use"})

    assert [policy.may_use(version.pk, use, clock.now()).allowed for use in USES] == [True, False]
    assert StopCase.objects.get().use_slug == "newspapers"


@pytest.mark.parametrize(
    "code", ["", "000000", "0000 0000 0000 0000", "\x00", "🪁" * 40, "{{7*7}}", "x" * 100000]
)
def test_a_wrong_code_stops_nobody_and_says_so_alike(client, person, version, code):
    client.force_login(a_member_of_staff(roles.COMMS))

    answer = client.post("/admin/stops/told/", {"code": code})

    assert answer.status_code == 422
    assert not StopCase.objects.exists()


def test_the_page_for_whoever_answers_the_phone_says_nothing_about_the_caller(client, person, version):
    client.force_login(a_member_of_staff(roles.COMMS))

    page = client.post("/admin/stops/told/", {"code": person.code}, follow=True).content.decode()

    assert "Dee" not in page
    assert "kettle" not in page
    assert StopCase.objects.get().code in page


def test_figures_of_somebody_trusted_stop_and_open_nothing_else(client, person, version):
    figures = trusting.trust(person, called="Nan")

    signed_in = client.post("/my/in/card/", {"code": figures})
    only_one = client.post("/stop/", {"code": figures, "only": "one"}, follow=True)

    assert codes.find_by_code(figures) is None
    assert "_auth_user_id" not in client.session
    assert "That did not work." in signed_in.content.decode()
    page = only_one.content.decode()
    assert StopCase.objects.get().code in page
    assert not any(word in page for word in ("Dee", "kettle", "website:", "Newspapers"))
    assert what_happened(version) == EFFECT


def test_figures_taken_back_stop_nothing(client, person, version):
    earlier = trusting.trust(person, called="Nan")
    later = trusting.trust(person, called="Sam")

    refused = client.post("/stop/", {"code": earlier})
    trusting.stop_trusting(person)
    also = client.post("/stop/", {"code": later})

    assert [refused.status_code, also.status_code] == [422, 422]
    assert not StopCase.objects.exists()


@pytest.mark.parametrize("called", ["", "   ", "\x00"])
def test_nobody_is_named_without_a_name_and_what_was_typed_stays(client, person, called):
    client.force_login(person.user)

    page = client.post("/my/somebody-i-trust/", {"called": called, "contact": "07700 900123"})

    assert page.status_code == 422
    assert "07700 900123" in page.content.decode()
    assert trusting.trusted_by(person) is None


def test_whom_i_trust_is_sealed_and_shown_to_me(client, person):
    client.force_login(person.user)
    made = client.post("/my/somebody-i-trust/", {"called": "Nan <b>& co</b> 🪁", "contact": "x" * 10000})
    again = client.get("/my/somebody-i-trust/").content.decode()

    assert made.status_code == 200
    assert "Nan &lt;b&gt;&amp; co&lt;/b&gt; 🪁" in again
    assert b"Nan" not in bytes(person.trusted.get().sealed)
    client.post("/my/somebody-i-trust/", {"end": "yes"})
    assert trusting.trusted_by(person) is None


def test_a_form_that_arrives_empty_is_a_stop_all_the_same(client, person, version):
    client.force_login(person.supporter)

    client.post(f"/admin/stops/told/{person.pk}/")

    assert not policy.may_use(version.pk, policy.WEBSITE, clock.now()).allowed
