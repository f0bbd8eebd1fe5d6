"""Who may open a staff page of this room. Whatever is not for someone is not there for them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404

from people.roles import has_role

View = Callable[..., Any]


def role_required(*roles: str) -> Callable[[View], View]:
    """Refuses others as if there were no such page; the answer is kept by no cache."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not has_role(request.user, *roles):
                raise Http404
            response = view(request, *args, **kwargs)
            response["Cache-Control"] = "no-store, private"
            return response

        return guarded

    return decorate
