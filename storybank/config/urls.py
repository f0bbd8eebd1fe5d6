"""Which room answers which address. Each stands a second time under /cy/: readers get no cookies."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.documents import urls as wagtail_document_urls

to_staff_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

handler400 = "home.public.went_wrong.not_understood"
handler403 = "home.public.went_wrong.not_yours"
handler404 = "home.public.went_wrong.nothing_here"
handler500 = "home.public.went_wrong.show"

urlpatterns = [
    # Wagtail's own sign-in pages ask for passwords, which nobody has: ours stand before them.
    path("admin/login/", to_staff_sign_in, name="staff_sign_in"),
    path("_util/login/", to_staff_sign_in),
    path("admin/", include(wagtail_admin_urls)),
    path("staff/", include("allauth.urls")),
    path("documents/", include(wagtail_document_urls)),
    path("api/v2/", include("storybank.api.urls")),
]

urlpatterns += i18n_patterns(
    # What readers ask for most stands first: every address before it is tried in vain.
    path("", include("home.urls")),
    path("", include("storybank.urls")),
    path("", include("people.urls")),
    path("", include("consent.urls")),
    path("", include("speakers.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
