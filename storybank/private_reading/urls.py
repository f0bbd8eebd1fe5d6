"""A private page for one reader, by a secret address."""

from django.urls import path

from storybank.private_reading import views

urlpatterns = [path("reading/<str:token>/", views.private_reading, name="private_reading")]
