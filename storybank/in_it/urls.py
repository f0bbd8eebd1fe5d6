"""Addresses of somebody who is in a story: below /my/in-it/, found by the file's uid."""

from django.urls import path

from storybank.in_it import allowing, answering, asking_me, seeing

urlpatterns = [
    path("my/stories/<uuid:uid>/may-they-read/", allowing.may_they_read, name="may_they_read"),
    path("my/in-it/<uuid:uid>/", answering.where, name="in_it"),
    path("my/in-it/<uuid:uid>/told/", answering.told, name="in_it_told"),
    path("my/in-it/<uuid:uid>/words/", answering.words, name="in_it_words"),
    path("my/in-it/<uuid:uid>/media/<uuid:media>/", seeing.media, name="in_it_media"),
    path("my/in-it/<uuid:uid>/use/<slug:slug>/", answering.use, name="in_it_use"),
    path("my/in-it/<uuid:uid>/understood/", answering.understood, name="in_it_understood"),
    path("my/in-it/<uuid:uid>/check/", answering.check, name="in_it_check"),
    path("my/in-it/<uuid:uid>/second/", answering.second, name="in_it_second"),
    path("my/in-it/<uuid:uid>/stop/", answering.stop, name="in_it_stop"),
    path("my/in-it/<uuid:uid>/ask-me/", asking_me.ask_me, name="in_it_ask_me"),
    path("my/in-it/<uuid:uid>/stopped/", answering.stopped, name="in_it_stopped"),
]
