"""The addresses of this room."""

from django.urls import path

from people.desk import aloud, card, leaving, looks, reaching, signing_in

app_name = "people"
urlpatterns = [
    path("my/in/", signing_in.address, name="sign_in"),
    path("my/in/code/", signing_in.code, name="sign_in_code"),
    path("my/in/card/", signing_in.paper, name="sign_in_paper"),
    path("my/card/<str:token>/", card.card, name="card"),
    path("my/out/", leaving.sign_out, name="sign_out"),
    path("my/looks/", looks.looks, name="looks"),
    path("read-aloud/<uuid:uid>/", aloud.play, name="read_aloud"),
    path("my/contact/", reaching.reaching, name="reaching"),
    path("my/contact/change/", reaching.change, name="reaching_change"),
]
