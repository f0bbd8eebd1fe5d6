"""The addresses of this room: ways to stop, and the paper code that opens one of them."""

from django.urls import path

from consent.desk import card, paper, stopping

app_name = "consent"
urlpatterns = [
    path("stop/", paper.stop, name="stop"),
    path("stop/done/", paper.stop_done, name="stop_done"),
    path("my/stop/", stopping.stop_mine, name="stop_mine"),
    path("my/stop/done/", stopping.stop_mine_done, name="stop_mine_done"),
    path("my/code/", card.paper_code, name="paper_code"),
]
