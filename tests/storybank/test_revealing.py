"""What the words let a reader know: said at the safety check of everybody in it, kept in the version before asking."""

import re

import pytest
from django.test import Client

from consent.domain.acts import asking
from consent.domain.acts.answering import CannotAnswer
from consent.domain.acts.asking import CannotAsk
from consent.domain.care import files, people_in_it
from consent.enums import Answer, Basis, IdentityLevel, Relation
from people.domain import vault
from storybank.domain import checking, freezing, outside, revealing, sending
from storybank.domain.checking import CannotCheck
from storybank.models import SafetyCheck, StoryEdition, StoryPage
from tests.factories import people, stories
from tests.storybank.admin.steps import a_filled_form, a_lead, a_team_story, all_well, at_safety, work

pytestmark = pytest.mark.django_db
N0, N2, N3, N4, N5 = (IdentityLevel(number) for number in (0, 2, 3, 4, 5))


def waiting(words="I kept the kettle on.", **more):
    page, supporter, author = a_team_story(happened=words, **more)
    return at_safety(page, supporter=supporter), author


def fresh(page):
    return StoryPage.objects.get(pk=page.pk)


def author_row(page):
    return files.appearances_in(page.file_id).get(relation=Relation.AUTHOR)


def checked_option(html, pk):
    """Which answer is chosen already about somebody."""
    found = re.search(rf'name="known_{pk}" value="(\d)"[^>]*checked', html)
    return int(found[1]) if found else None


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("I kept the kettle on.", N2),
        ("They called me Dee.", N4),
        ("DEE, said the officer.", N4),
        ("I went indeed, in deep snow.", N2),
        ("Dee Marlow, it said on the door.", N5),
        ("{name} was the name.", N2),
    ],
)
def test_the_sheet_has_a_guess_chosen_already(client, words, guess):
    page, author = waiting(words)
    author.called = "Dee Marlow" if guess == N5 else "Dee"
    author.save()
    client.force_login(a_lead())

    html = client.get(work("story", page)).content.decode()

    assert checked_option(html, author_row(page).pk) == guess
    assert "what do the words let a reader know about who this is?" in html


@pytest.mark.parametrize("level", [N2, N3, N4, N5])
def test_what_is_said_stands_in_the_version_before_anybody_is_asked(client, level):
    page, author = waiting()
    row = author_row(page)
    client.force_login(a_lead())

    client.post(work("safety_check", page), a_filled_form(page, **{f"known_{row.pk}": int(level)}))

    edition = StoryEdition.objects.select_related("edition").get(page=page).edition
    assert edition.reveals == {str(row.pk): level}
    assert edition.frozen_at <= asking.open_asks(author.pk, page.file_id)[0].asked_at


@pytest.mark.parametrize("said", ["", "9", "0", "-1", "N4", "4\x00", "4' OR 1=1", "٤٤", "4" * 5000])
def test_an_answer_that_is_none_is_asked_again_and_nothing_is_lost(client, said):
    page, _ = waiting()
    client.force_login(a_lead())

    again = client.post(
        work("safety_check", page),
        a_filled_form(page, **{f"known_{author_row(page).pk}": said}, note="Take the street out."),
    )

    assert again.status_code == 422
    assert "Take the street out." in again.content.decode()
    assert SafetyCheck.objects.count() == StoryEdition.objects.count() == 0


def test_it_is_said_of_everybody_and_of_nobody_else():
    page, _ = waiting()
    stranger = files.appearances_in(a_team_story("South")[0].file_id).get()
    well = all_well(page)["reveals"]

    for reveals in ({}, well | {stranger.pk: N2}, {stranger.pk: N2}):
        with pytest.raises(CannotCheck, match="Say of everybody in it"):
            checking.check(page, by=a_lead(), **all_well(page, reveals=reveals))

    assert SafetyCheck.objects.count() == 0


def test_somebody_added_while_the_lead_was_reading_is_asked_about_too(client):
    page, _ = waiting()
    form = a_filled_form(page)
    files.add_appearance(page.file, role="a cousin", basis=Basis.COMPOSITE)
    client.force_login(a_lead())

    again = client.post(work("safety_check", page), form)

    assert again.status_code == 422
    assert "A cousin: what do the words let a reader know" in again.content.decode()


def test_less_than_the_name_that_stands_in_the_words_needs_a_word_why():
    page, _ = waiting("They called me Dee.")
    lead = a_lead()

    with pytest.raises(CannotCheck, match="Dee seems to be named in the words"):
        checking.check(page, by=lead, **all_well(page))
    checking.check(page, by=lead, **all_well(page, note="Another Dee is meant, the officer."))

    assert SafetyCheck.objects.get().safe


def test_whoever_was_said_to_be_unknowable_cannot_be_known_by_the_words():
    page, _, _ = a_team_story()
    cousin = files.add_appearance(page.file, role="a cousin", basis=Basis.COMPOSITE)
    page = at_safety(page, supporter=people.a_supporter())
    known = all_well(page)["reveals"] | {cousin.pk: N4}

    with pytest.raises(CannotCheck, match="it was decided that nobody could"):
        checking.check(page, by=a_lead(), **all_well(page, reveals=known))
    checking.check(
        page, by=a_lead(), **all_well(page, reveals=known, safe=False, note="Take the cousin's name out.")
    )

    assert SafetyCheck.objects.get().reveals[str(cousin.pk)] == N4


def test_somebody_outside_learns_no_name_and_our_guess_counts_where_it_is_higher():
    page, _ = waiting("They called me Dee.")
    link = "/" + outside.invite(page, by=a_lead(), for_whom="Ines").split("/", 3)[3]
    row = author_row(page)

    html = Client().get(link).content.decode()
    sent = Client().post(link, a_filled_form(page, note="Nobody points out of it."))

    assert "Whoever tells it: what do the words let a reader know" in html
    assert "Dee:" not in html
    assert checked_option(html, row.pk) is None
    assert sent.status_code == 200
    assert SafetyCheck.objects.get().reveals == {str(row.pk): N4}


def test_what_cannot_be_asked_now_is_no_broken_page_outside():
    page, author = waiting()
    vault.set_identity(author, born="2015-03-04")
    link = "/" + outside.invite(page, by=a_lead(), for_whom="Ines").split("/", 3)[3]

    sent = Client().post(link, a_filled_form(page))

    assert sent.status_code == 422
    assert "cannot go on yet" in sent.content.decode()
    assert "under 18" not in sent.content.decode()
    assert Client().get(link).status_code == 200


def test_other_things_said_of_the_same_words_make_a_new_version_for_which_all_are_asked_afresh():
    page, author = waiting()
    checking.check(page, by=a_lead(), **all_well(page))
    first = StoryEdition.objects.get(page=page).edition
    files.add_appearance(page.file, person=people.a_person("Rosa"), basis=Basis.OWN)
    page = at_safety(fresh(page), supporter=people.a_supporter())

    checking.check(page, by=a_lead(), **all_well(page))

    second = StoryEdition.objects.filter(page=page).order_by("-edition__n").first().edition
    assert (second.n, second.closure_sha256) == (first.n + 1, first.closure_sha256)
    assert {ask.edition_id for ask in asking.open_asks(author.pk, page.file_id)} == {first.pk, second.pk}


def test_the_same_things_said_of_the_same_words_are_the_same_version():
    page, _ = waiting()
    checking.check(page, by=a_lead(), **all_well(page))

    freezing.freeze_and_ask(fresh(page), by=None)

    assert StoryEdition.objects.filter(page=page).count() == 1


def test_whoever_turns_up_later_is_not_asked_before_it_was_said_of_them():
    page, _ = waiting()
    supporter = people.a_supporter()
    checking.check(page, by=a_lead(), **all_well(page))
    sister = files.add_appearance(page.file, role="my sister")
    people_in_it.invite(sister, by=supporter, reason="She is named in it.", called="Rosa", channel="letter")
    edition = StoryEdition.objects.get(page=page).edition

    with pytest.raises(CannotAsk, match="Send it to the safety check once more"):
        asking.ask(edition, uses=["website"])
    said = sending.send_for_checks(fresh(page), by=supporter)

    assert said == "It is on its way. Say what we plan to ask for."
    assert not revealing.covers(SafetyCheck.objects.get())


def test_a_yes_to_less_than_the_words_show_is_refused_with_what_to_do(client):
    page, author = waiting("They called me Dee.")
    well = all_well(page, reveals={author_row(page).pk: N4})
    checking.check(page, by=a_lead(), **well)

    with pytest.raises(CannotAnswer, match="we change the words first"):
        stories.answered(page, identity=N3)
    stories.answered(page, identity=N4)

    assert not asking.open_asks(author.pk, page.file_id)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER])
def test_no_and_not_now_are_always_possible(answer):
    page, author = waiting("They called me Dee.")
    checking.check(page, by=a_lead(), **all_well(page, reveals={author_row(page).pk: N5}))

    stories.answered(page, identity=N2, yes=answer)

    assert not asking.open_asks(author.pk, page.file_id)
