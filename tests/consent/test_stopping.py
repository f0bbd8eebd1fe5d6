"""One act stops one use, one story or everything, at any moment and as often as one likes."""

import pytest

from consent import policy
from consent.domain.acts import answering
from consent.domain.care import files
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from tests.factories.consent import (
    a_file,
    a_person,
    a_version,
    asked,
    cleared,
    comes_to_us,
    first_yes,
    later,
    second_yes,
)

pytestmark = pytest.mark.django_db


def test_stopping_one_use_leaves_the_others():
    edition = a_version(a_file())
    cleared(edition, "website", "newsletter")
    person = files.author_of(edition.file_id)

    done = stopping.stop(person, use="website")

    assert done.ended == 1
    assert [reason.code for reason in policy.may_use(edition.pk, "website", later()).reasons] == ["withdrawn"]
    assert policy.may_use(edition.pk, "newsletter", later()).allowed
    assert list(audit()) == []


def test_stopping_everything_ends_every_choice_in_every_file_in_one_act():
    person = a_person()
    editions = [a_version(a_file(person)), a_version(a_file(person))]
    for edition in editions:
        cleared(edition)
    somebody_else = a_version(a_file(a_person("Sam")))
    cleared(somebody_else)

    done = stopping.stop(person)

    assert (done.ended, done.files) == (2, 2)
    assert [policy.may_use(edition.pk, "website", later()).allowed for edition in editions] == [False, False]
    assert policy.may_use(somebody_else.pk, "website", later()).allowed


def test_stopping_twice_is_no_error_and_stopping_mid_thinking_ends_it():
    edition = a_version(a_file())
    permission = first_yes(asked(edition)[0])
    person = permission.appearance.person

    first, second = stopping.stop(person), stopping.stop(person)

    assert (first.ended, second.ended) == (1, 0)
    with pytest.raises(answering.CannotAnswer):
        second_yes(permission)


def test_a_stop_is_the_last_word_on_its_own_use_only():
    edition = a_version(a_file())
    cleared(edition, "website", "newsletter")

    stopping.stop(files.author_of(edition.file_id), use="newsletter")

    said = [stopping.was_stopped(edition.file_id, use=use) for use in ("website", "newsletter", "funders")]
    assert said == [False, True, False]


def test_a_new_yes_after_a_stop_is_the_last_word_again():
    file = a_file()
    cleared(a_version(file))
    stopping.stop(files.author_of(file.pk))
    after_the_stop = stopping.was_stopped(file.pk, use="website")

    comes_to_us(file)
    cleared(a_version(file, "New words."))

    assert (after_the_stop, stopping.was_stopped(file.pk, use="website")) == (True, False)
