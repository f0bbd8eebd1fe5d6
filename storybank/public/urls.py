"""Readers' addresses, kept stable."""

from django.urls import path

from storybank.public import card, feed, index, media, story
from storybank.quotes.public import quote

urlpatterns = [
    path("stories/", index.stories, name="stories"),
    path("stories/feed/", feed.feed, name="feed"),
    path("stories/<slug:slug>/", story.story, name="story"),
    path("stories/<slug:slug>/card.png", card.card, name="card"),
    path("stories/<slug:slug>/media/<uuid:uid>/", media.media, name="media"),
    path("stories/<slug:slug>/media/<uuid:uid>/<int:width>.<slug:kind>", media.size, name="media_size"),
    path("q/<str:code>/", quote, name="quote"),
]
