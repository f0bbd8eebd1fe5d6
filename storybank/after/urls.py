"""Where people find what comes after, below /my/."""

from django.urls import path

from storybank.after import desk, happened_desk, skills_desk
from storybank.desk import answers

urlpatterns = [
    path("my/how-is-it/", desk.how_is_it, name="how_is_it"),
    path("my/how-is-it/stop/", desk.stop_it, name="how_stop"),
    path("my/what-happened/", happened_desk.what_happened, name="what_happened"),
    path("my/what-happened/<uuid:uid>/", happened_desk.letter, name="letter"),
    path("my/what-happened/<uuid:uid>/paper/", happened_desk.paper, name="letter_paper"),
    path("my/answers/", answers.answers, name="answers"),
    path("my/skills/", skills_desk.skills, name="skills"),
    path("my/skills/write/", skills_desk.write, name="write_skill"),
    path("my/skills/letter/", skills_desk.letter, name="skills_letter"),
]
