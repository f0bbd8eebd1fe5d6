"""The addresses of the work queue, under /admin/work/."""

from django.urls import path

from storybank.admin import (
    acts,
    deriving,
    found,
    in_it,
    links,
    media,
    notes,
    queue,
    sheet,
    talking,
    thanks,
    typing_up,
)

app_name = "work"
urlpatterns = [
    path("", queue.show, name="queue"),
    path("notes/", notes.readings, name="note_readings"),
    path("<int:page_id>/", sheet.show, name="story"),
    path("<int:page_id>/send/", acts.send, name="send"),
    path("<int:page_id>/take-back/", acts.take_back, name="take_back"),
    path("<int:page_id>/people/<int:pk>/", in_it.show, name="in_it"),
    path("<int:page_id>/people/<int:pk>/act/", in_it.act, name="in_it_act"),
    path("<int:page_id>/clue/", found.take, name="take_clue"),
    path("<int:page_id>/clue/stay/", found.leave, name="leave_clue"),
    path("<int:page_id>/decide/", acts.decide, name="decide"),
    path("<int:page_id>/plan/", acts.supporter_check, name="supporter_check"),
    path("<int:page_id>/safety/", acts.safety_check, name="safety_check"),
    path("<int:page_id>/link/", links.make, name="link"),
    path("<int:page_id>/derive/", deriving.make, name="derive"),
    path("<int:page_id>/media/<uuid:uid>/", media.show, name="media"),
    path("<int:page_id>/picture/", media.add_picture, name="add_picture"),
    path("<int:page_id>/sound/", media.add_sound, name="add_sound"),
    path("<int:page_id>/thanks/", thanks.thanks, name="thanks"),
    path("<int:page_id>/typing/", typing_up.screen, name="typing"),
    path("<int:page_id>/takes/<uuid:uid>/", typing_up.take, name="take"),
    path("<int:page_id>/talk/<uuid:uid>/", talking.answer, name="answer_back"),
    path("<int:page_id>/notes/", notes.notes, name="notes"),
]
