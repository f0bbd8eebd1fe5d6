"""The addresses of this room: what readers meet, as they ask most; then the author's desk and the outsider's check."""

from django.urls import include, path

from storybank.desk import thanking
from storybank.workshop import desk as workshop_desk
from storybank.yearly import desk as yearly_desk

app_name = "storybank"
urlpatterns = [
    path("", include("storybank.public.urls")),
    path("my/stories/", include("storybank.desk.urls")),
    path("", include("storybank.after.urls")),
    path("", include("storybank.replies.urls")),
    path("my/together/", workshop_desk.together, name="together"),
    path("my/yearly/", yearly_desk.yearly, name="yearly"),
    path("my/thanks/", thanking.my_thanks, name="my_thanks"),
    path("", include("storybank.in_it.urls")),
    path("", include("storybank.outsider.urls")),
    path("", include("storybank.paper_twin.outside_urls")),
    path("", include("storybank.private_reading.urls")),
]
