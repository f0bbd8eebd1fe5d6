"""The addresses of what leaves the house, under /admin/packs/."""

from django.urls import path

from storybank.packs import newsletter_views, room_views, views

app_name = "packs"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/<int:edition_id>/<slug:use>/", views.new, name="new"),
    path("picture/<int:edition_id>/<slug:use>/<uuid:uid>/", views.media, name="media"),
    path("pack/<uuid:uid>/", views.one, name="pack"),
    path("pack/<uuid:uid>/take/", views.fetch, name="fetch"),
    path("room/<int:edition_id>/<slug:use>/", room_views.new, name="new_card"),
    path("card/<uuid:uid>/", room_views.one, name="card"),
    path("card/<uuid:uid>/take/", room_views.fetch, name="fetch_card"),
    path("newsletter/", newsletter_views.choose, name="newsletter"),
    path("newsletter/<uuid:uid>/", newsletter_views.issue, name="issue"),
]
