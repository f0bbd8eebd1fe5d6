"""/check/<token>/: one safety check by somebody outside."""

from django.urls import path

from storybank.outsider import seeing, views

urlpatterns = [
    path("check/<str:token>/", views.check, name="outside_check"),
    path("check/<str:token>/<uuid:uid>/", seeing.media, name="outside_media"),
]
