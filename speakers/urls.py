"""The addresses of this room."""

from django.urls import path

from speakers.desk import choices
from speakers.desk.answer import answer
from speakers.desk.calendar import calendar
from speakers.desk.organiser import organiser
from speakers.desk.speaking import my_speaking, new_calendar_link, rest
from speakers.public.asking import ask, sent
from speakers.public.directory import directory

app_name = "speakers"
urlpatterns = [
    path("speakers/", directory, name="directory"),
    path("speakers/request/", ask, name="request"),
    path("speakers/request/sent/", sent, name="request_sent"),
    path("requests/<str:token>/", organiser, name="organiser"),
    path("answer/<str:token>/", answer, name="answer"),
    path("calendar/<str:token>.ics", calendar, name="calendar"),
    path("my/speaking/", my_speaking, name="my_speaking"),
    path("my/speaking/rest/", rest, name="rest"),
    path("my/speaking/choices/", choices.my_choices, name="my_choices"),
    path("my/speaking/choices/answer/", choices.answer, name="choices_answer"),
    path("my/speaking/choices/again/", choices.say_again, name="choices_again"),
    path("my/speaking/choices/stop/", choices.stop, name="choices_stop"),
    path("my/speaking/choices/ask-me/", choices.ask_me_again, name="choices_ask_me"),
    path("my/speaking/calendar/", new_calendar_link, name="new_calendar_link"),
]
