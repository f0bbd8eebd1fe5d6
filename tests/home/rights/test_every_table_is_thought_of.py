"""No table without an answer to: what becomes of it when somebody is erased?"""

from django.apps import apps

from tests.home.rights.register import REGISTER

OURS = ("people", "consent", "storybank", "speakers", "home")


def test_every_table_of_ours_says_what_erasing_does_with_it():
    tables = {model._meta.label for room in OURS for model in apps.get_app_config(room).get_models()}

    assert tables == set(REGISTER)
