"""The room's addresses; `home.urls` mounts them in the demo only."""

from django.urls import path

from home.demo_room import clock, entering, old_sheets, post, room, starting_again

urlpatterns = [
    path("", room.room, name="demo"),
    path("be/", entering.be, name="demo_be"),
    path("be/nobody/", entering.be_nobody, name="demo_be_nobody"),
    path("post/", post.post, name="demo_post"),
    path("sheets/<slug:name>.csv", old_sheets.sheet, name="demo_sheet"),
    path("clock/", clock.forward, name="demo_clock"),
    path("again/", starting_again.ask, name="demo_again"),
    path("again/wait/", starting_again.wait, name="demo_wait"),
]
