"""The staff pages of this room. Each name stands on the admin's allow-list."""

from django.urls import include, path

from people.admin import (
    handing_over,
    inviting,
    letters,
    listing,
    lists,
    looks,
    person,
    reaching,
    set_up,
    words,
)

caseload = (
    [
        path("", listing.people, name="people"),
        path("invite/", inviting.invite, name="invite"),
        path("hand-over/", handing_over.hand_over, name="hand_over"),
        path("letters/", letters.to_do, name="letters"),
        path("letters/<int:pk>/", letters.open_one, name="letter"),
        path("letters/<int:pk>/paper/", letters.paper, name="letter_paper"),
        path("letters/<int:pk>/done/", letters.done, name="letter_done"),
        path("looks/", looks.looks, name="looks"),
        path("<int:pk>/", person.person, name="person"),
        path("<int:pk>/contact/", person.contact, name="contact"),
        path("<int:pk>/reaching/", reaching.reaching, name="reaching"),
        path("<int:pk>/reaching/told/", reaching.told, name="reaching_told"),
        path("<int:pk>/change/", person.change, name="change"),
        path("<int:pk>/conflicts/", person.conflicts, name="conflicts"),
        path("<int:pk>/card/", inviting.card, name="card"),
        path("<int:pk>/card/new/", inviting.new_card, name="new_card"),
        path("<int:pk>/card/end/", inviting.end_card, name="end_card"),
    ],
    "caseload",
)
wording = (
    [
        path("", words.words, name="index"),
        path("<str:room>/<str:name>/<str:channel>/<str:language>/", words.edit, name="edit"),
    ],
    "words",
)
first_run = (
    [path("", set_up.set_up, name="start"), path("<int:step>/", set_up.set_up, name="step")],
    "set_up",
)
kept_lists = (
    [
        path("<slug:kind>/", lists.index, name="index"),
        path("<slug:kind>/add/", lists.add, name="add"),
        path("<slug:kind>/<int:pk>/", lists.change, name="change"),
    ],
    "lists",
)
urlpatterns = [
    path("people/", include(caseload)),
    path("words/", include(wording)),
    path("set-up/", include(first_run)),
    path("lists/", include(kept_lists)),
]
