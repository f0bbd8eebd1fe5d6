"""Letters from readers in the demo: Nell wants them. Two she has, one was kept back, two wait to be read by staff."""

from datetime import timedelta

from home.demo_loading.telling import Cast
from people import clock
from people.models import User
from storybank.domain.replies import giving, moderating, receiving, wishing
from storybank.models import Reply, StoryPage

STORY, WHOSE = "trolley", "author"
SHE_SAID_YES = 40
READ, UNREAD = (
    (
        25,
        (
            "I drive a mobile library. Nobody barks at me, but I have one wheel that screams. I never oil it, because"
            " the children listen for it. Tell the badger I said hello."
        ),
    ),
    (
        9,
        (
            "My daughter is inside. I never sent her books, because I did not know which. On Monday I posted one that"
            " she did not ask for. If you would like to talk, my number is 01632 960417. Thank you."
        ),
    ),
)
KEPT_BACK = (12, "It is well written. But what did you do to end up in there?")
WAITS = (
    (
        2,
        "I know who the Librarian is. She taught me to read when I was thirty-four. Is she well?",
    ),
    (
        1,
        "I think I was the man with the hernia. The second volume came on Tuesday. It is mostly about queens.",
    ),
)


def load_from_readers(cast: Cast, *, by: User) -> None:
    page, nell = cast.pages[STORY], cast.people[WHOSE]
    with clock.at(clock.now() - timedelta(days=SHE_SAID_YES)):
        wishing.wish(nell, page.file_id, wants=True)
    for days, text in (READ, UNREAD):
        reply = _letter(page, days, text)
        with clock.at(clock.now() - timedelta(days=days - 1)):
            moderating.pass_on(reply, by=by)
    with clock.at(clock.now() - timedelta(days=READ[0] - 2)):
        giving.read(giving.given_to(nell).earliest("given_at"))
    back = _letter(page, *KEPT_BACK)
    with clock.at(clock.now() - timedelta(days=KEPT_BACK[0] - 1)):
        moderating.keep_back(back, why="not_about", by=by)
    for days, text in WAITS:
        _letter(page, days, text)


def _letter(page: StoryPage, days: int, text: str) -> Reply:
    """Sent so many days ago."""
    with clock.at(clock.now() - timedelta(days=days)):
        return receiving.receive(page, text=text, once=f"demo-{page.code}-{days}").reply
