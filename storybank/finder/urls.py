"""The finder's addresses, under /admin/finder/."""

from django.urls import path

from storybank.finder import enquiry_views, reply_views, views

app_name = "finder"
urlpatterns = [
    path("", views.index, name="index"),
    path("phone/", enquiry_views.on_duty, name="duty"),
    path("enquiries/", enquiry_views.listing, name="enquiries"),
    path("enquiries/new/", enquiry_views.new, name="new_enquiry"),
    path("enquiries/<uuid:uid>/", enquiry_views.one, name="enquiry"),
    path("replies/", reply_views.listing, name="replies"),
    path("replies/<slug:key>/", reply_views.edit, name="reply"),
]
