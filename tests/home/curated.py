"""The whole curated demo, loaded once for a module: the same that `make demo` loads, by the same command."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from home.demo_loading.start import back_to_start, remember_start
from people import clock
from people.models import Organisation, Person

HALF_A_PERSON = "Left behind"


@pytest.fixture(scope="module")
def curated_demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Committed for real, because the demo acts after commits; gone again when the module is through."""
    with django_db_blocker.unblock():
        _an_earlier_loading_broke_off()
        call_command("load_demo", verbosity=0)
        try:
            yield
        finally:
            back_to_start()


def _an_earlier_loading_broke_off() -> None:
    """So that every run also proves that a loading begins anew where the last one stopped half way."""
    remember_start()
    Organisation.load()
    Organisation.objects.update(fictional=True)
    Person.objects.create(called=HALF_A_PERSON, channel="letter", met_at=clock.now())


def every_row_count() -> Counter[str]:
    return Counter({model._meta.label: model._base_manager.count() for model in apps.get_models()})
