"""Which room answers which address. Each stands a second time under /cy/: readers get no cookies."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.documents import urls as wagtail_document_urls

to_our_mark = RedirectView.as_view(url=f"{settings.STATIC_URL}img/mark.svg")
to_staff_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

handler500 = "home.public.went_wrong.show"

urlpatterns = [
    path("favicon.ico", to_our_mark),
    # Wagtail's own sign-in pages ask for passwords, which nobody has: ours stand before them.
    path("admin/login/", to_staff_sign_in, name="staff_sign_in"),
    path("_util/login/", to_staff_sign_in),
    path("admin/", include(wagtail_admin_urls)),
    path("staff/", include("allauth.urls")),
    path("documents/", include(wagtail_document_urls)),
    path("api/v2/", include("storybank.api.urls")),
]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("people.urls")),
    path("", include("consent.urls")),
    path("", include("storybank.urls")),
    path("", include("speakers.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
