"""The author's addresses, all below /my/stories/. A story is found by its file's uid, draft or shared."""

from django.urls import path

from storybank.desk import (
    agreeing,
    changing,
    choosing,
    comparing,
    from_before,
    keeping,
    seeing,
    sharing,
    showing,
    stopping,
    writing,
)

urlpatterns = [
    path("", showing.my_stories, name="my_stories"),
    path("new/", writing.start, name="write"),
    path("<uuid:uid>/", showing.my_story, name="my_story"),
    path("<uuid:uid>/write/<slug:name>/", writing.question, name="question"),
    path("<uuid:uid>/save/", writing.autosave, name="autosave"),
    path("<uuid:uid>/compare/", comparing.compare, name="compare"),
    path("<uuid:uid>/share/", sharing.read_back, name="read_back"),
    path("<uuid:uid>/delete/", sharing.delete, name="delete_draft"),
    path("<uuid:uid>/from-before/", from_before.from_before, name="from_before"),
    path("<uuid:uid>/preview/", showing.preview, name="preview"),
    path("<uuid:uid>/media/<uuid:media>/", showing.own_media, name="own_media"),
    path("<uuid:uid>/changes/", changing.changes, name="changes"),
    path("<uuid:uid>/changes/<slug:name>/", changing.change, name="change"),
    path("<uuid:uid>/choices/", choosing.told, name="choices"),
    path("<uuid:uid>/choices/people/", choosing.people, name="choice_people"),
    path("<uuid:uid>/choices/name/", choosing.name, name="choice_name"),
    path("<uuid:uid>/choices/seen/", seeing.seen, name="choice_seen"),
    path("<uuid:uid>/choices/first/", seeing.first, name="choice_first"),
    path("<uuid:uid>/choices/use/<slug:slug>/", choosing.use, name="choice_use"),
    path("<uuid:uid>/choices/understood/", choosing.understood, name="choice_understood"),
    path("<uuid:uid>/choices/check/", choosing.check, name="choice_check"),
    path("<uuid:uid>/choices/done/", choosing.done, name="choice_done"),
    path("<uuid:uid>/second/", agreeing.second, name="second"),
    path("<uuid:uid>/up/", agreeing.up, name="up"),
    path("<uuid:uid>/uses/", keeping.my_choices, name="my_choices"),
    path("<uuid:uid>/stop/", stopping.stop_story, name="stop_story"),
    path("<uuid:uid>/stop/done/", stopping.stop_story_done, name="stop_story_done"),
]
