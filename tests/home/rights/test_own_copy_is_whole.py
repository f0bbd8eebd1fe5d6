"""The copy leaves nothing out by forgetting: each table that leads to a person is told, or named with a reason."""

import json

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models import Model

from consent.models import ConsentFile
from home.rights import copying, gathering
from people.models import Person
from tests.home.rights.a_full_life import PAPER, all_of_it
from tests.home.rights.a_life import lived
from tests.home.rights.copied import LEFT_OUT, TOLD

pytestmark = pytest.mark.django_db
ROOMS = ("people", "consent", "storybank", "speakers", "home")


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker):
    """One life in full, looked at by every test here and put away again."""

    with django_db_blocker.unblock(), transaction.atomic():
        life = lived()
        all_of_it(life)
        told = json.loads(copying.as_json(gathering.gather(Person.objects.get(pk=life.person.pk))))
        files = dict(gathering.files_of(life.person))
        counts = {label: apps.get_model(label).objects.count() for label in TOLD}
        yield told, files, counts
        transaction.set_rollback(True)


def tables_that_lead_to_somebody() -> set[str]:
    """Walked from Person and ConsentFile outwards, over every foreign key of our rooms, until nothing is added."""
    ours = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
    near: set[type[Model]] = {Person, ConsentFile}
    while added := {model for model in ours if model not in near and points_into(model, near)}:
        near |= added
    return {model._meta.label for model in near - {Person, ConsentFile}}


def points_into(model: type[Model], near: set[type[Model]]) -> bool:
    return any(field.related_model in near for field in model._meta.get_fields() if field.concrete)


def found_at(told, path):
    if not path:
        return [told]
    if path[0] == "*":
        return [leaf for one in told for leaf in found_at(one, path[1:])]
    return found_at(told[path[0]], path[1:]) if path[0] in told else []


def test_every_table_is_told_or_left_out_with_a_reason():
    assert tables_that_lead_to_somebody() == TOLD.keys() | LEFT_OUT.keys()
    assert TOLD.keys() & LEFT_OUT.keys() == set()
    assert [label for label, reason in LEFT_OUT.items() if len(reason.split(": ")[1]) < 20] == []


def test_a_life_with_a_row_in_each_of_them_is_told_whole(whole):
    told, _, counts = whole

    assert [label for label, count in counts.items() if not count] == []
    assert [label for label, path in TOLD.items() if not any(found_at(told, path))] == []


def test_every_word_of_it_is_there_and_nobody_elses(whole):
    text = json.dumps(whole[0], ensure_ascii=False)
    theirs = "friend sister complaint answer concern recipient quoted said waiver council prison training ending note"
    others = ("Zqstranger", "Sams own", "Oyelaran", "Moss", "Nandra")

    assert [word for word in theirs.split() if f"zq{word}" not in text.casefold()] == []
    assert [word for word in others if word in text] == []


def test_pictures_recordings_and_papers_lie_in_it_under_the_names_the_words_say(whole):
    told, files, _ = whole
    media = [shelf for what in ("StoryMedia", "Take") for shelf in found_at(told, TOLD[f"storybank.{what}"])]
    named = {one["In this copy as"] for shelf in media for one in shelf}
    papers = set(found_at(told, (*TOLD["consent.Evidence"][:-1], "Your paper or voice"))) - {""}
    sheets = {name for names in found_at(told, TOLD["storybank.PaperScan"]) for name in names}

    assert files.keys() == named | papers | sheets
    assert {name.rsplit(".", 1)[1] for name in named} == {"jpg", "wav", "mp3"}
    assert [files[name] for name in papers] == [PAPER]
    assert all(files.values())


def test_the_copy_says_what_it_leaves_out_and_why(whole):
    said = " ".join(whole[0]["About this copy"]["What is left out"])

    assert ("Notes about safety stay shut" in said, "show your words again" in said) == (True, True)
    assert "What our machines count" in said
