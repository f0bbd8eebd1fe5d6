"""Addresses for programs, kept stable."""

from django.urls import path

from storybank.api import views

app_name = "api"
urlpatterns = [
    path("", views.document, name="document"),
    path("stories/", views.stories, name="stories"),
    path("stories/<slug:slug>/", views.story, name="story"),
    path("<path:rest>", views.nothing, name="nothing"),
]
