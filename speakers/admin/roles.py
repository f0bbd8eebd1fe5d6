"""Who may open a screen, asked by the screen itself; the wall before the admin asks too."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from people.roles import has_role

View = Callable[..., HttpResponseBase]


def for_role(*roles: str) -> Callable[[View], View]:
    """Refuse everybody who holds none of `roles`."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not has_role(request.user, *roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return never_cache(guarded)

    return guard
