"""/check-sheets/<token>/: sheets to compare, by somebody outside."""

from django.urls import path

from storybank.paper_twin import outside_views

urlpatterns = [
    path("check-sheets/<str:token>/", outside_views.check_sheets, name="check_sheets"),
    path("check-sheets/<str:token>/<int:no>/", outside_views.its_page, name="check_sheets_page"),
]
