"""Comms' own addresses for private readings, under /admin/private-readings/."""

from django.urls import path

from storybank.private_reading import staff_views

app_name = "private_readings"
urlpatterns = [
    path("new/<int:edition_id>/<slug:use>/", staff_views.new, name="new"),
    path("<uuid:uid>/", staff_views.one, name="one"),
]
