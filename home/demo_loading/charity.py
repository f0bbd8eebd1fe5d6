"""The demo's charity: its settings, lists, teams and staff."""

from datetime import timedelta

from django.contrib.auth.models import Group

from home.demo import lists, pages
from home.demo.helplines import HELPLINES
from home.demo.people import STAFF
from home.models import HomePage
from home.models.home_page import as_it_begins
from people import clock
from people.models import Organisation, Region, Team, Theme, User
from storybank.domain.homing import index_for
from storybank.domain.identifying.population_sheet import bring_in, example_rows
from storybank.models import Helpline


def found_charity() -> dict[str, User]:
    """Settings, lists, teams, pages and staff; returns the staff by key. Repeating it changes nothing."""
    _organisation()
    for theme in lists.THEMES:
        Theme.objects.update_or_create(
            slug=theme.slug,
            defaults={
                "name": theme.name,
                "name_cy": theme.name_cy,
                "description": theme.description,
                "tint_a": theme.tint_a,
                "tint_b": theme.tint_b,
            },
        )
    for region in lists.REGIONS:
        Region.objects.update_or_create(
            slug=region.slug, defaults={"name": region.name, "name_cy": region.name_cy}
        )
    bring_in(example_rows())
    _front_page()
    teams = {item.slug: _team(item.name) for item in lists.TEAMS}
    staff = {}
    for member in STAFF:
        user = User.objects.filter(email=member.email).first() or User.objects.create_staff(
            email=member.email, first_name=member.first_name, last_name=member.last_name
        )
        user.groups.set(Group.objects.filter(name__in=member.roles))
        if member.team:
            user.groups.add(teams[member.team].group)
        staff[member.key] = user
    _helplines()
    return staff


def _organisation() -> None:
    organisation = Organisation.load()
    for name, value in pages.ORGANISATION.items():
        setattr(organisation, name, value)
    organisation.fictional = True
    organisation.save()


def open_the_doors() -> None:
    """The last act of loading: from now on the demo counts as whole."""
    Organisation.objects.update(set_up_done=True)


def _front_page() -> None:
    page = HomePage.objects.get()
    changes = [
        {"on": clock.today() - timedelta(days=change.days_ago), "what": change.sentence, "what_cy": ""}
        for change in pages.CHANGES
    ]
    filled = {
        "purpose": {"words": pages.PURPOSE, "words_cy": ""},
        "changed": {"numbers": True, "kept": 3, "own": changes},
    }
    page.body = [(block["type"], filled.get(block["type"], block["value"])) for block in as_it_begins()]
    page.save_revision().publish()


def _team(name: str) -> Team:
    team = Team.objects.filter(name=name).first() or Team.objects.create(name=name)
    index_for(team)
    return team


def _helplines() -> None:
    for line in HELPLINES:
        row, _ = Helpline.objects.update_or_create(
            name=line.name,
            defaults={
                "phone": line.phone,
                "about": line.about,
                "about_cy": line.about_cy,
                "opening": line.opening,
                "nation": line.nation,
                "languages": line.languages,
                "notes": list(line.notes),
                "free": line.free,
                "from_prison": line.from_prison,
                "example": line.example,
                "always": line.always,
                "source": line.source,
                "checked_on": clock.today() - timedelta(days=line.checked_days_ago),
                "checked_by": line.checked_by,
            },
        )
        row.themes.set(Theme.objects.filter(slug__in=line.themes))
        row.save()
