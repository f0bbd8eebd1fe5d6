"""What people are told: in every form, readable at nine, served before each answer, in their own language."""

import pytest

from consent.domain.acts import answering, asking
from consent.domain.acts.asking import CannotAsk
from consent.domain.proof.audit import audit
from consent.domain.told import informing, notices
from consent.domain.told.notices import Format, NotTheirWords
from consent.enums import Answer, EventKind, Subject
from consent.models import ConsentEvent, NoticeRendering, Permission
from people.domain import plain_words
from people.domain.reading_age import reading_age
from tests.factories.consent import a_file, a_person, a_version, asked, first_yes, told
from tests.factories.people import a_supporter

pytestmark = pytest.mark.django_db
ENGLISH = {"plain", "easy_read", "large", "audio"}


def everything(language="en"):
    return NoticeRendering.objects.filter(notice__current=True, language=language)


def test_every_notice_stands_in_every_form_and_in_welsh():
    forms = {}
    for one in NoticeRendering.objects.filter(notice__current=True):
        forms.setdefault((one.notice.key, one.language), set()).add(one.format)

    keys = ("story-choices", "speaking-choices", "in-it-choices", "guardian-choices")
    assert forms == {(key, "en"): ENGLISH for key in keys} | {(key, "cy"): {"plain", "large"} for key in keys}


def test_a_child_of_nine_can_read_all_of_it_and_it_frightens_nobody():
    ages = {str(one): one.reading_age for one in everything()}

    assert [name for name, age in ages.items() if not 0 < age <= 9] == []
    assert {one.reading_age for one in everything()} == {reading_age(one.text) for one in everything()}
    assert [plain_words.not_for_authors(one.text) for one in everything()] == [[]] * len(ages)


def test_hard_words_read_older_than_plain_ones():
    hard = "Notwithstanding the aforementioned provisions, processing operations necessitate authorisation."

    assert reading_age("We ask you. You say yes or no. That is all.") < 9 < reading_age(hard)
    assert reading_age("") == 0


def test_every_digest_is_that_of_the_words():
    assert [one.sha256 == notices.sha256_of(one.text) for one in NoticeRendering.objects.all()] == [
        True
    ] * NoticeRendering.objects.count()
    assert list(audit()) == []


@pytest.mark.parametrize(
    ("language", "form", "possible"),
    [
        ("en", "plain", True),
        ("en", "easy_read", True),
        ("en", "large", True),
        ("en", "audio", True),
        ("cy", "plain", True),
        ("cy", "easy_read", False),
        ("cy", "audio", False),
    ],
)
def test_nobody_is_asked_in_a_language_or_form_that_is_not_theirs(language, form, possible):
    person = a_person()
    person.language, person.notice_format = language, form
    person.save()
    edition = a_version(a_file(person))

    try:
        asking.ask(edition, uses=["website"])
        problem = ""
    except CannotAsk as error:
        problem = str(error)

    assert (problem == "") is possible
    assert possible or "Dee chose" in problem
    assert Permission.objects.exists() is possible


def test_staff_cannot_put_other_words_before_a_person_than_they_chose():
    person = a_person()
    file = a_file(person)
    easy = notices.rendering(notices.STORY_CHOICES, language="en", format=Format.EASY_READ)
    welsh = notices.rendering(notices.STORY_CHOICES, language="cy")

    for words in (easy, welsh):
        with pytest.raises(NotTheirWords):
            notices.serve(file, person=person, rendering=words, recorded_by=a_supporter())

    assert not ConsentEvent.objects.filter(kind=EventKind.NOTICE_SERVED).exists()


def test_the_person_may_choose_another_form_on_their_own_screen_and_it_is_theirs_from_then_on():
    person = a_person()
    file = a_file(person)
    easy = notices.rendering(notices.STORY_CHOICES, language="en", format=Format.EASY_READ)

    notices.serve(file, person=person, rendering=easy)

    person.refresh_from_db()
    assert person.notice_format == "easy_read"


def test_each_form_is_served_once_and_large_print_is_not_taken_for_plain():
    person = a_person()
    file = a_file(person)
    for form in (Format.PLAIN, Format.PLAIN, Format.LARGE, Format.LARGE):
        words = notices.rendering(notices.STORY_CHOICES, language="en", format=form)
        notices.serve(file, person=person, rendering=words)

    served = ConsentEvent.objects.filter(kind=EventKind.NOTICE_SERVED).order_by("seq")
    assert [event.data["format"] for event in served] == ["plain", "large"]


def test_the_answer_says_which_words_were_served():
    permission = first_yes(asked(a_version(a_file()))[0])

    served = ConsentEvent.objects.get(kind=EventKind.NOTICE_SERVED)
    answered = ConsentEvent.objects.get(kind=EventKind.ANSWERED)

    assert answered.data["notice_sha256"] == served.data["sha256"] == permission.notice_sha256


def test_no_answer_counts_before_the_words_were_served():
    permission = asked(a_version(a_file()))[0]

    with pytest.raises(answering.CannotAnswer, match="Read what we tell you"):
        answering.answer(permission, person=permission.appearance.person, answer=Answer.YES)


@pytest.mark.parametrize(("use", "needs"), [("website", False), ("printed", True)])
def test_a_yes_to_what_cannot_be_taken_back_needs_it_understood(use, needs):
    permission = asked(a_version(a_file()), use)[0]
    person = permission.appearance.person
    words = notices.rendering(notices.STORY_CHOICES, language="en")
    notices.serve(permission.file, person=person, rendering=words)
    informing.record_check(
        permission.file, person=person, rendering=words, questions=["stop"], understood=False
    )

    try:
        answering.answer(permission, person=person, answer=Answer.YES)
        taken = True
    except answering.CannotAnswer:
        taken = False

    assert taken is not needs
    told(permission.file, person)
    if needs:
        answering.answer(permission, person=person, answer=Answer.YES)
    assert Permission.objects.get(pk=permission.pk).answer == "yes"


def test_a_no_needs_nothing_understood():
    permission = asked(a_version(a_file()), "printed")[0]
    person = permission.appearance.person
    notices.serve(
        permission.file, person=person, rendering=notices.rendering(notices.STORY_CHOICES, language="en")
    )

    answering.answer(permission, person=person, answer=Answer.NO)

    assert Permission.objects.get(pk=permission.pk).answer == "no"


def test_how_it_was_explained_is_written_down_and_the_names_are_sealed():
    person, reader = a_person(), a_supporter()
    file = a_file(person)
    words = notices.rendering(notices.STORY_CHOICES, language="en", format=Format.AUDIO)

    made = informing.record_check(
        file,
        person=person,
        rendering=words,
        questions=["stop", "copies"],
        understood=True,
        reader=reader,
        others_present="Mags, her sister",
    )

    event = ConsentEvent.objects.get(kind=EventKind.INFORMED)
    assert event.data["read_aloud"] is event.data["others_present"] is event.data["understood"] is True
    assert "Mags" not in str(event.data)
    assert b"Mags" not in bytes(made.with_sealed)
    assert informing.has_understood(file, person=person)


def test_every_kind_of_file_has_its_notice():
    assert set(notices.KEYS) == set(Subject)
    assert all(notices.rendering_for(a_person(), kind) for kind in Subject)


def test_words_read_once_more_after_others_are_what_they_were_told_last():
    file = a_file(a_person())
    person = file.appearances.get().person
    plain, easy = (
        everything().get(notice__key=notices.STORY_CHOICES, format=form) for form in ("plain", "easy_read")
    )

    for words in (plain, easy, plain, plain):
        notices.serve(file, person=person, rendering=words)

    served = ConsentEvent.objects.filter(kind=EventKind.NOTICE_SERVED).order_by("seq")
    assert [event.data["format"] for event in served] == ["plain", "easy_read", "plain"]
    assert notices.told_now(file, person=person) == plain.sha256
