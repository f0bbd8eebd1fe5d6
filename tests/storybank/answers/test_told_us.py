"""What a supporter writes down for whoever told the story counts once somebody else has checked it. A no at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from consent.domain.care import files
from consent.domain.stop import stopping
from people import clock, roles
from storybank.answers import checking, counting, deciding, writing
from storybank.answers.checking import CannotCheck
from storybank.models import SaidToUs, TellerSaid
from tests.factories import people
from tests.storybank.answers.an_answer import a_promise, a_story, an_answer, let
from tests.storybank.answers.test_beside_a_story import beside
from tests.storybank.answers.test_promises import claimed, told_of
from tests.storybank.answers.test_staff import signed_in
from tests.storybank.desk.walking import at_the_desk_of

pytestmark = pytest.mark.django_db
CHECK = "/admin/answers/check/"


def told(row, author, *, yes=True):
    """Their supporter writes down what they said on the phone."""
    deciding.may_stand(row, person=author, yes=yes, how="phone", by=author.supporter)
    return row.told_us.last()


def happened(row, author, said):
    deciding.say_happened(row, person=author, said=said, how="phone", by=author.supporter)
    return row.told_us.last()


def agreed(waits, **more):
    checking.check(waits, agrees=True, by=people.a_supporter(), **more)


def outcomes():
    return [str(outcome) for outcome in SaidToUs.objects.values_list("outcome", flat=True)]


def test_a_yes_on_the_phone_shows_nothing_before_somebody_else_has_checked_it():
    page, author = a_story()
    row, eyes = an_answer(page), people.a_supporter()
    waits = told(row, author)
    before, said = beside(page), TellerSaid.objects.count()

    checking.check(waits, agrees=True, by=eyes)

    mine = TellerSaid.objects.get()
    assert (bool(before), said) == (False, 0)
    assert [one.words for one in beside(page).answers]
    assert (mine.said, mine.how, mine.written_by) == ("yes", "phone", author.supporter)
    assert SaidToUs.objects.get().checked_by == eyes


def test_what_is_not_the_same_does_not_count_and_who_wrote_it_down_sees_that():
    page, author = a_story()
    waits = told(an_answer(page), author)

    checking.check(waits, agrees=False, by=people.a_supporter())

    sheet = signed_in(author.supporter).get(reverse("answers:story", args=[page.pk])).content.decode()
    assert (bool(beside(page)), TellerSaid.objects.count(), outcomes()) == (False, 0, ["not_same"])
    assert "says it is not what they said" in sheet


def test_a_no_on_the_phone_counts_at_once_also_over_a_yes_that_waits():
    page, author = a_story()
    row = an_answer(page)
    waits = told(row, author)

    told(row, author, yes=False)

    assert (TellerSaid.objects.get().said, outcomes()) == ("no", ["over"])
    with pytest.raises(CannotCheck, match="said otherwise"):
        agreed(waits)
    assert not beside(page)


def test_a_no_that_stood_already_is_said_again_over_a_yes_that_waits():
    page, author = a_story()
    row = an_answer(page)
    told(row, author, yes=False)
    told(row, author)

    deciding.may_stand(row, person=author, yes=False)

    assert (TellerSaid.objects.get().said, outcomes()) == ("no", ["over"])


def test_until_it_is_checked_their_no_stands():
    page, author = a_story()
    row = an_answer(page)
    told(row, author, yes=False)

    waits = told(row, author)
    before = TellerSaid.objects.get().said
    checking.check(waits, agrees=False, by=people.a_supporter())

    assert (before, TellerSaid.objects.get().said) == ("no", "no")


def test_who_said_it_themselves_meanwhile_needs_nobody():
    page, author = a_story()
    row = an_answer(page)
    told(row, author)

    let(row, author)

    assert (bool(beside(page)), outcomes()) == (True, ["over"])


def test_nobody_checks_what_they_wrote_down_asked_about_or_are_kept_apart_from():
    page, author = a_story()
    comms = people.a_member_of_staff(roles.COMMS, roles.SUPPORTER)
    row = claimed(a_promise(page, by=comms))
    waits = told(row, author)
    apart, cousins, free = people.a_supporter(), people.a_supporter(), people.a_supporter()
    author.conflicts.add(apart)
    cousin = people.a_person("Cousin")
    cousin.conflicts.add(cousins)
    files.add_appearance(page.file, person=cousin, basis="own")

    may_not = [author.supporter, comms, row.claimed_by, apart, cousins]
    listed = [checking.waiting_for(user) for user in [*may_not, free]]
    for user in may_not:
        with pytest.raises(CannotCheck, match="Somebody else has to check it"):
            checking.check(waits, agrees=True, by=user)

    assert listed == [[], [], [], [], [], [waits]]
    assert not TellerSaid.objects.exists()


def test_the_database_refuses_whoever_wrote_it_down_as_the_second_pair_of_eyes():
    page, author = a_story()
    told(an_answer(page), author)

    with pytest.raises(IntegrityError), transaction.atomic():
        SaidToUs.objects.update(outcome="counted", checked_by=author.supporter, checked_at=clock.now())


def test_that_it_happened_is_told_to_nobody_before_it_is_checked():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    with clock.at(clock.now() - timedelta(days=2)):
        waits = happened(row, author, "yes")
    before = (told_of(page), counting.counts().kept)

    agreed(waits)

    assert (before, told_of(page), counting.counts().kept) == (("promised", 0), "kept", 1)
    assert TellerSaid.objects.get(about="happened").said_at == waits.said_at


def test_that_it_has_not_happened_takes_a_yes_back_at_once_and_says_so_once_it_is_checked():
    page, author = a_story()
    row = claimed(a_promise(page))
    let(row, author)
    deciding.say_happened(row, person=author, said="yes")

    waits = happened(row, author, "no")
    before = (told_of(page), counting.counts().kept)
    agreed(waits)

    assert (before, told_of(page)) == (("promised", 0), "claimed_not_so")


def test_a_claim_and_a_stop_end_what_waits():
    page, author = a_story()
    row, other = a_promise(page), an_answer(page)
    let(row, author)
    waits = happened(row, author, "not_yet")
    writing.claim(row, on=clock.today(), by=people.a_member_of_staff(roles.COMMS))
    told(other, author)

    stopping.stop(author)
    writing.take_back(page.file_id)

    assert outcomes() == ["over", "over"]
    with pytest.raises(CannotCheck):
        agreed(waits)


def test_what_waits_is_no_slip_of_the_pen_any_more():
    page, author = a_story()
    row = an_answer(page)
    told(row, author)

    with pytest.raises(writing.CannotWrite, match="Only they"):
        writing.take_away(row)


def test_the_same_twice_waits_once():
    page, author = a_story()
    row = an_answer(page)

    told(row, author)
    told(row, author)

    assert outcomes() == ["waiting"]


def test_the_page_of_what_waits_names_nobody_and_one_of_two_buttons_counts_it():
    page, author = a_story("Zebedee", title="The kettle")
    row = an_answer(page)
    waits = told(row, author)
    lead = signed_in(people.a_member_of_staff(roles.SAFEGUARDING))

    html = lead.get(CHECK).content.decode()
    guessed = lead.post(CHECK, {"same": "\x00"}, follow=True).content.decode()
    before = TellerSaid.objects.count()
    done = lead.post(CHECK, {"same": waits.uid}, follow=True).content.decode()

    assert author.code in html
    assert "It may stand there." in html
    assert "Zebedee" not in html
    assert "Nothing was changed." in guessed
    assert (before, TellerSaid.objects.get().said) == (0, "yes")
    assert "It counts now." in done


def test_other_roles_and_who_wrote_it_down_find_nothing_to_check():
    page, author = a_story()
    waits = told(an_answer(page), author)
    client = signed_in(author.supporter)

    html = client.get(CHECK).content.decode()
    client.post(CHECK, {"same": waits.uid})
    by_comms = signed_in(people.a_member_of_staff(roles.COMMS)).get(CHECK).status_code

    assert "Nothing waits." in html
    assert (by_comms, TellerSaid.objects.count(), outcomes()) == (403, 0, ["waiting"])


def test_the_author_reads_that_it_is_being_checked_and_can_say_it_themselves():
    page, author = a_story()
    row, desk = an_answer(page), at_the_desk_of(author)
    words = "We wrote down what you told us about this."
    before = desk.get("/my/answers/").content.decode()
    told(row, author)
    during = desk.get("/my/answers/").content.decode()

    desk.post("/my/answers/", {"stand": row.uid})

    after = desk.get("/my/answers/").content.decode()
    assert [words in html for html in (before, during, after)] == [False, True, False]
    assert beside(page).answers


def test_as_many_queries_for_three_to_check_as_for_one(django_assert_max_num_queries):
    def queries():
        with django_assert_max_num_queries(40) as counted:
            client.get(CHECK)
        return len(counted)

    client = signed_in(people.a_supporter())
    page, author = a_story()
    told(an_answer(page), author)
    client.get(CHECK)
    one = queries()
    for words in ("Another.", "A third."):
        told(an_answer(page, words=words), author)

    assert queries() <= one
