"""The addresses of speakers, under /admin/speakers/people/."""

from django.urls import path

from speakers.admin import people

app_name = "speakers_people"
urlpatterns = [
    path("", people.index, name="index"),
    path("new/", people.new, name="new"),
    path("<uuid:uid>/edit/", people.edit, name="edit"),
    path("<uuid:uid>/ask/", people.ask, name="ask"),
    path("<uuid:uid>/list/", people.list_page, name="list_page"),
    path("<uuid:uid>/status/", people.status, name="status"),
]
