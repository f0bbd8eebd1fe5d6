"""A private page for one reader, by a secret address."""

from django.urls import path

from storybank.private_reading import views

urlpatterns = [
    path("reading/<str:token>/", views.private_reading, name="private_reading"),
    path("reading/<str:token>/<uuid:uid>/", views.private_picture, name="private_picture"),
]
