"""The addresses of requests, under /admin/speakers/requests/."""

from django.urls import path

from speakers.admin import acts, editing, inviting, lists, sheet

app_name = "speakers_requests"
urlpatterns = [
    path("", lists.requests, name="index"),
    path("new/", editing.new, name="new"),
    path("wall/", lists.wall, name="wall"),
    path("<uuid:uid>/", sheet.show, name="view"),
    path("<uuid:uid>/edit/", editing.edit, name="edit"),
    path("<uuid:uid>/shortlist/", acts.shortlist, name="shortlist"),
    path("<uuid:uid>/act/", acts.act, name="act"),
    path("<uuid:uid>/invite/<uuid:speaker>/", inviting.invite, name="invite"),
    path("<uuid:uid>/booking/<uuid:booking>/", acts.booking, name="booking"),
]
