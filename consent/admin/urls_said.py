"""The staff pages about what people said. Each name stands on the admin's allow-list."""

from django.urls import path

from consent.admin import checking, said

app_name = "said"
urlpatterns = [
    path("check/", checking.waiting, name="waiting"),
    path("check/<uuid:uid>/", checking.check, name="check"),
    path("check/<uuid:uid>/paper/", checking.paper, name="paper"),
    path("check/<uuid:uid>/slip/", checking.slip_of, name="slip"),
    path("check/<uuid:uid>/link/", checking.make_link, name="link"),
    path("<int:pk>/", said.person, name="person"),
    path("<int:pk>/copy/<str:code>/", said.copy, name="copy"),
    path("<int:pk>/<uuid:uid>/<str:act>/", said.write, name="write"),
]
