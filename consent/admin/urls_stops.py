"""The staff pages about stops. Each name stands on the admin's allow-list."""

from django.urls import path

from consent.admin import taking_back, told

app_name = "stops"
urlpatterns = [
    path("", taking_back.taking_back, name="taking_back"),
    path("told/", told.told_by_code, name="told_by_code"),
    path("told/<int:pk>/", told.told, name="told"),
    path("<uuid:uid>/", taking_back.one, name="one"),
    path("<uuid:uid>/again/", taking_back.send_once_more, name="send_again"),
    path("<uuid:uid>/mark/", taking_back.mark_one, name="mark"),
]
