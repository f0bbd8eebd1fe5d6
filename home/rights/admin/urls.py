"""The addresses of these screens, under /admin/rights/. Each name stands on the admin's allow-list."""

from django.urls import path

from home.rights.admin import acts, listing, rules, second

app_name = "rights"
urlpatterns = [
    path("", listing.index, name="index"),
    path("new/", listing.new, name="new"),
    path("second/", second.waiting, name="second"),
    path("second/<int:pk>/", second.confirm, name="confirm"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<str:what>/", rules.change, name="rule"),
    path("<int:pk>/", listing.one, name="view"),
    path("<int:pk>/act/", acts.act, name="act"),
    path("<int:pk>/copy/", acts.copy, name="copy"),
]
