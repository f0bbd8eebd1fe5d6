"""What comes after a story is up, by real taps: thanks, "how is it?", the letter of what happened, one's own list."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from consent.domain.care import files
from people import clock
from people.models import User
from storybank.after import checking_in, happened, skills
from storybank.models import CheckIn, StoryPage
from storybank.thanks import giving


def walk_what_comes_after(phone: Page, story: StoryPage, supporter: User) -> None:
    """The thanks were promised before the ask. Two days pass."""
    author = files.author_of(story.file_id)
    happened.send(author, by=supporter, mark=happened.gather(author).mark)
    skills.propose(author, kind="training", words="A day of speaking", by=supporter)
    clock.forward(timedelta(days=2))
    checking_in.keep()

    opened(phone, "Thanks for your time")
    tapped(phone, "No thank you", said="You said no thank you.")
    assert giving.due_to(author)[0].declined
    tapped(phone, "I would like it after all", said="It is yours. We tell you how you get it.")
    assert not giving.due_to(author)[0].declined

    opened(phone, "How is it? Tell us in one tap")
    tapped(phone, "It is fine", said="Good to hear. Thank you for telling us.")
    assert [row.said for row in CheckIn.objects.exclude(said="")] == ["fine"]

    opened(phone, "What happened because you spoke")
    phone.get_by_role("link", name="The letter of").click()
    expect(phone.get_by_text("On our own website")).to_be_visible()

    opened(phone, "What I learned and gave")
    phone.get_by_role("button", name="Keep it").click()
    phone.get_by_role("link", name="Write something yourself").click()
    phone.locator("label").filter(has_text="Training").click()
    phone.get_by_label("A few words about it").fill("I spoke in a full room.")
    tapped(phone, "Put it on my list", said="I spoke in a full room.")
    assert sorted(line.words for line in skills.kept_by(author)) == [
        "A day of speaking",
        "I spoke in a full room.",
    ]


def opened(phone: Page, link: str) -> None:
    phone.goto("/my/")
    phone.get_by_role("link", name=link).click()
    expect(phone).to_have_title("Notes")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def tapped(phone: Page, button: str, *, said: str) -> None:
    phone.get_by_role("button", name=button, exact=True).click()
    expect(phone.get_by_text(said)).to_be_visible()
