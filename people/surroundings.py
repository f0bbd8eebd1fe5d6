"""The mark of what stands around stories: organisation, themes, regions, helplines, the front page.

Finished pieces of readers' pages are kept under it. Whoever adds a model that such pages show and no clearance knows
says `grows_with(Model)` in its room's receivers. A bulk change (`update`, `bulk_create`) sends no signal: it is
followed by `grow()`, in the same transaction.
"""

from typing import Any

from django.db.models import CharField, Model, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.signals import m2m_changed, post_delete, post_save

from people.models import Surroundings
from people.models.surroundings import a_mark

THE_ROW = 1


def grow(**_: Any) -> None:
    """From now on nothing that was kept is found. After the change itself, so that no reader keeps the old under
    the new mark."""
    row = Surroundings(pk=THE_ROW, mark=a_mark())
    Surroundings.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=["mark"]
    )


def grows_with(*models: type[Model], through: tuple[type[Model], ...] = ()) -> None:
    """Every save and every deletion of these is a change of the surroundings; `through`: their links to others."""
    for model in models:
        post_save.connect(grow, sender=model, dispatch_uid=f"surroundings of {model.__name__}")
        post_delete.connect(grow, sender=model, dispatch_uid=f"surroundings without {model.__name__}")
    for links in through:
        m2m_changed.connect(grow, sender=links, dispatch_uid=f"surroundings of {links.__name__}")


def mark_now() -> Coalesce:
    """To be read as a column of a query that asks for something else; empty before the first change."""
    row = Surroundings.objects.filter(pk=THE_ROW).values("mark")
    return Coalesce(Subquery(row), Value(""), output_field=CharField())
