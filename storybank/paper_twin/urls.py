"""The staff's pages for sheets on paper, under /admin/paper/. Each name stands on the admin's allow-list."""

from django.urls import path

from storybank.paper_twin import checking_views, entering_views, printing_views, views

app_name = "paper"
urlpatterns = [
    path("", views.index, name="index"),
    path("slip/", views.slip, name="slip"),
    path("print/blank/", printing_views.blank, name="blank"),
    path("print/person/<int:pk>/", printing_views.for_person, name="for_person"),
    path("print/story/<int:page_id>/", printing_views.for_story, name="for_story"),
    path("<str:code>/", views.pack, name="pack"),
    path("<str:code>/act/", views.act, name="act"),
    path("<str:code>/again/", printing_views.again, name="again"),
    path("<str:code>/scans/", views.add_scans, name="scans"),
    path("<str:code>/scans/<int:no>/", views.scan, name="scan"),
    path("<str:code>/type/", entering_views.enter, name="enter"),
    path("<str:code>/check/", checking_views.check, name="check"),
    path("<str:code>/link/", checking_views.make_link, name="link"),
]
