"""How staff come in: only by invitation, only staff, and to the admin only with a second factor."""

from collections.abc import Callable

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from people.desk.access import not_in_your_role
from people.enums import UserKind


class InvitedStaffOnly(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Nobody signs up by themselves; an administrator makes the account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class MembersStayOut:
    """A member's session never reaches the admin or the staff's sign-in; the answer says nothing of what is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.doors = (reverse("wagtailadmin_home"), reverse("account_login"))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        for_staff = request.path_info.startswith(self.doors)
        if for_staff and request.user.is_authenticated and request.user.kind == UserKind.MEMBER:
            return not_in_your_role(request)
        return self.get_response(request)


class SecondFactorForStaff:
    """Sends staff without passkey or authenticator app from the admin to where they set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.door = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(self.door) and _needs_second_factor(request):
            return redirect("mfa_index")
        return self.get_response(request)


def _needs_second_factor(request: HttpRequest) -> bool:
    """Leaving stays possible without one."""
    return (
        settings.ADMIN_NEEDS_MFA
        and request.path_info != reverse("wagtailadmin_logout")
        and request.user.is_authenticated
        and not is_mfa_enabled(request.user)
    )
