"""/admin/components/: the shelves, in light and dark and in both languages. For comms officers and administrators."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse, reverse_lazy
from django.utils.http import urlencode
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_sameorigin

from home.components import desk, reading
from home.components.specimen import draw
from people.admin.access import role_required
from people.admin.menu import RoleMenuItem
from people.roles import ADMINISTRATOR, COMMS

MAY_LOOK: Final = (COMMS, ADMINISTRATOR)
SHELVES: Final = {"reading": reading.groups, "desk": desk.groups}
TITLES: Final = {"reading": "What readers meet", "desk": "What authors meet"}
LANGUAGES: Final = {"en": "English", "cy": "Welsh"}
WAYS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "shelf": ("Which", TITLES),
    "language": ("Language", LANGUAGES),
    "look": ("Look", {"light": "Light", "dark": "Dark"}),
}


@role_required(*MAY_LOOK)
def index(request: HttpRequest) -> HttpResponse:
    """One shelf in a frame of its own; what is asked for and does not exist is the first there is."""
    here = {name: _asked(request, name, among) for name, (_, among) in WAYS.items()}
    context = {
        "ways": [
            (
                label,
                [
                    (words, f"?{urlencode({**here, name: one})}", one == here[name])
                    for one, words in among.items()
                ],
            )
            for name, (label, among) in WAYS.items()
        ],
        "look": here["look"],
        "title": TITLES[here["shelf"]],
        "address": reverse("components:shelf", args=[here["shelf"], here["language"]]),
    }
    return render(request, "home/components/index.html", context)


@role_required(*MAY_LOOK)
@xframe_options_sameorigin
def shelf(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """Every component of a shelf, in the frame that its pages have, drawn by the templates that draw them there."""
    if name not in SHELVES or language not in LANGUAGES:
        raise Http404
    with override(language):
        drawn = [
            (group.name, [draw(one, number=f"{g}-{n}") for n, one in enumerate(group.specimens)])
            for g, group in enumerate(SHELVES[name]())
        ]
        return render(request, f"home/components/{name}.html", {"title": TITLES[name], "groups": drawn})


def menu_item() -> RoleMenuItem:
    return RoleMenuItem(
        "Components",
        reverse_lazy("components:index"),
        roles=MAY_LOOK,
        icon_name="view",
        order=910,
        name="components",
    )


def _asked(request: HttpRequest, name: str, among: dict[str, str]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in among else next(iter(among))


app_name = "components"
urlpatterns = [path("", index, name="index"), path("<slug:name>/<slug:language>/", shelf, name="shelf")]
