"""The author's addresses for letters from readers, and the reader's one."""

from django.urls import path

from storybank.replies import desk, public

urlpatterns = [
    path("my/stories/<uuid:uid>/readers/", desk.readers, name="readers"),
    path("my/letters/", desk.letters, name="reader_letters"),
    path("my/letters/<uuid:uid>/", desk.letter, name="reader_letter"),
    path("stories/<slug:slug>/write/", public.write, name="write_to_author"),
]
