"""Whoever is not known gets no cookie for looking at a page, also where a form stands on it.

Django keeps the secret behind a form's token in a cookie. For somebody without any cookie of ours it is made from where
they ask from instead: the neighbourhood of their address and the name their browser gives itself, both mixed with a
key and kept nowhere. So another site still cannot make a token that fits their browser. Browsers that say by
themselves where a form comes from (`own_origin`) do not even need it.
List it before CsrfViewMiddleware. Staff sign in as Django has it: nobody reads stories there.
"""

from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

from people.desk.client import client_of

CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
FOR_STAFF = ("/admin/", "/staff/")
NEIGHBOURHOOD = {4: 16, 6: 48}  # bits; a phone changes its address within it from one mast to the next
SECRET_OF_FORMS = 32
"""Signs that Django expects behind its tokens."""


class NoCookies:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(FOR_STAFF) or not _brings_nothing(request):
            return self.get_response(request)
        secret = _secret(request)
        if request.method in CHANGES_NOTHING:
            request.META["CSRF_COOKIE"] = secret  # for the token of a form on the page
        else:
            request.COOKIES[settings.CSRF_COOKIE_NAME] = (
                secret  # what the token that was sent is held against
            )
        response = self.get_response(request)
        made = response.cookies.get(settings.CSRF_COOKIE_NAME)
        if made is not None and made.value == secret:  # another one comes with a sign-in, and stays
            del response.cookies[settings.CSRF_COOKIE_NAME]
        return response


def _brings_nothing(request: HttpRequest) -> bool:
    return not {settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME} & request.COOKIES.keys()


def _secret(request: HttpRequest) -> str:
    asked_from = f"{_neighbourhood(client_of(request))} {request.headers.get('User-Agent', '')}"
    return salted_hmac("home.middleware.no_cookies", asked_from, algorithm="sha256").hexdigest()[
        :SECRET_OF_FORMS
    ]


def _neighbourhood(address: str) -> str:
    try:
        bits = NEIGHBOURHOOD[ip_address(address).version]
        return str(ip_network(f"{address}/{bits}", strict=False))
    except ValueError:
        return ""
