"""The addresses of this room: ways to stop, and the paper code that opens one of them."""

from django.urls import path

from consent.desk import (
    been,
    card,
    complaining,
    copies,
    ends,
    in_a_story,
    paper,
    stopping,
    taken_down,
    telling,
    trusting,
)
from consent.outsider import views as outsider

app_name = "consent"
urlpatterns = [
    path("stop/", paper.stop, name="stop"),
    path("stop/done/", paper.stop_done, name="stop_done"),
    path("stop/done/copy.pdf", copies.stop_on_paper, name="stop_on_paper"),
    path("my/receipts/", copies.copies, name="copies"),
    path("my/receipts/<str:code>/", copies.copy, name="copy"),
    path("my/receipts/<str:code>/copy.pdf", copies.copy_on_paper, name="copy_on_paper"),
    path("my/receipts/<str:code>/copy.jsonld", copies.copy_as_data, name="copy_as_data"),
    path("my/ends/", ends.ends, name="ends"),
    path("my/told/", telling.told, name="told"),
    path("confirm/<str:token>/", outsider.check_answer, name="check_answer"),
    path("confirm/<str:token>/paper/", outsider.its_paper, name="check_paper"),
    path("in-a-story/", in_a_story.in_a_story, name="in_a_story"),
    path("in-a-story/answer/", in_a_story.answer, name="in_a_story_answer"),
    path("my/stop/", stopping.stop_mine, name="stop_mine"),
    path("my/stop/done/", stopping.stop_mine_done, name="stop_mine_done"),
    path("complain/", complaining.complain, name="complain"),
    path("complain/done/", complaining.complain_done, name="complain_done"),
    path("my/complain/", complaining.complain_mine, name="complain_mine"),
    path("my/complain/done/", complaining.complain_mine_done, name="complain_mine_done"),
    path("stop/said/", paper.stop_said_for, name="stop_said_for"),
    path("my/somebody-i-trust/", trusting.trusting_somebody, name="trusting"),
    path("my/where-it-has-been/", been.been, name="been"),
    path("taken-down/<str:token>/", taken_down.taken_down, name="taken_down"),
    path("my/code/", card.paper_code, name="paper_code"),
]
