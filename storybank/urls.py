"""The addresses of this room: the author's desk, the outsider's check, then what readers meet."""

from django.urls import include, path

app_name = "storybank"
urlpatterns = [
    path("my/stories/", include("storybank.desk.urls")),
    path("", include("storybank.in_it.urls")),
    path("", include("storybank.outsider.urls")),
    path("", include("storybank.private_reading.urls")),
    path("", include("storybank.public.urls")),
]
