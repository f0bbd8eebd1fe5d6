"""/check/<token>/: one safety check by somebody outside."""

from django.urls import path

from storybank.outsider import views

urlpatterns = [path("check/<str:token>/", views.check, name="outside_check")]
