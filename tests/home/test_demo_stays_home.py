"""The demo is loaded here only, beside nobody real, and can go back to where it started."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from consent.domain.journal import journal_watch
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from home.demo_loading.beside_the_journal import begin_afresh
from home.demo_loading.load import is_loaded, start_again
from home.demo_loading.start import CannotStartAgain, back_to_start, remember_start
from people import clock
from people.models import Organisation, Person, Surroundings
from people.surroundings import grow
from tests.consent.journal.forgetting import only_the_journal_remembers
from tests.factories import stories
from tests.factories.people import a_person, an_organisation
from tests.home.curated import every_row_count

pytestmark = pytest.mark.django_db


def test_outside_the_demo_nothing_is_loaded(settings):
    before = every_row_count()
    settings.DEMO = False

    with pytest.raises(CommandError, match="for local settings only"):
        call_command("load_demo", stories=3)

    assert every_row_count() == before


def test_numbers_below_nought_are_refused_before_anything_is_loaded():
    with pytest.raises(CommandError, match="from 0 upwards"):
        call_command("load_demo", people=-1)

    assert Person.objects.count() == 0


def test_it_does_not_move_in_with_real_people():
    a_person("Somebody real")

    with pytest.raises(CommandError, match="not the demo's"):
        call_command("load_demo")

    assert [person.called for person in Person.objects.all()] == ["Somebody real"]
    assert Organisation.load().fictional is False


@pytest.mark.django_db(transaction=True)
def test_going_back_to_the_start_leaves_what_migrations_made_and_nothing_else():
    grow()
    remember_start()
    before, kept_under = every_row_count(), Surroundings.objects.get().mark
    a_person("A stray", email="stray@post.example")
    clock.forward(timedelta(days=3))

    back_to_start()

    assert every_row_count() == before
    assert Surroundings.objects.get().mark != kept_under  # no finished piece of the old demo is found again
    assert clock.offset() == timedelta()
    assert list(audit()) == []


def test_a_new_database_beside_the_journal_of_a_deleted_one_does_not_rest_for_ever():
    page = stories.a_live_story()
    with only_the_journal_remembers():
        stopping.stop(page.file.appearances.get().person)
    rests, said = not journal_watch.look(), []

    begin_afresh(say=said.append)

    assert (rests, len(said)) == (True, 1)
    assert journal_watch.look()


def test_a_house_that_is_not_the_demos_does_not_start_again():
    a_person("Somebody real")

    with pytest.raises(RuntimeError, match="not the demo's"):
        start_again(say=print)

    assert Person.objects.count() == 1


def test_without_the_rows_to_go_back_to_nothing_is_emptied(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    a_person("Dee")

    with pytest.raises(CannotStartAgain, match="make demo"):
        back_to_start()

    assert Person.objects.count() == 1


def test_outside_the_demo_nothing_is_emptied(settings):
    remember_start()
    a_person("Dee")
    settings.DEMO = False

    with pytest.raises(CannotStartAgain, match="Only a demo"):
        back_to_start()

    assert Person.objects.count() == 1


def test_a_demo_that_is_only_half_there_does_not_count_as_loaded():
    an_organisation(fictional=True, set_up_done=False)

    assert is_loaded() is False
