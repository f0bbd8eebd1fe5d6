"""The addresses of quotes for staff, under /admin/quotes/."""

from django.urls import path

from storybank.quotes import views

app_name = "quotes"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/<int:edition_id>/<slug:use>/", views.new, name="new"),
    path("<slug:code>/", views.one, name="one"),
]
