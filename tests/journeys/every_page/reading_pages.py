"""Where people read: the front page, the list, search, every sort of story."""

from home.demo.stories import (
    biscuit_tin,
    bore_da,
    old_pound,
    on_my_line,
    quarter_to_eight,
    second_verse,
    sixteen_doses,
    sixteen_doses_easy,
    table_eleven,
    the_44,
    the_box,
    trolley,
    which_spring,
)
from storybank.models import StoryPage
from tests.journeys.every_page.walk import Walk

STORIES = {
    old_pound: "Dee",
    table_eleven: "Kofi and Ama",
    the_44: "What is said",
    which_spring: "I think I am in this story",
    biscuit_tin: "Skip this part",
    second_verse: "Before you read",
    the_box: "Tunde Sillery",
    trolley: "Write to the author",
    sixteen_doses: "Easy read",
    sixteen_doses_easy: "I think I am in this story",
    bore_da: "Heledd",
}
"""A story of the demo → what there is to its page: a picture and what came back; two tellers; a recording; nobody's
name; a passage with a note; that without a name; a full name; letters; a form that is easy to read; that; Welsh."""


def read_in_an_empty_house(walk: Walk) -> None:
    """Before anybody has told anything."""
    walk.at("/", "Storybank")
    walk.at("/cy/", "Storybank")
    walk.at("/stories/", "Stories")
    walk.at("/search/?q=kettle", "Nobody has told that yet")
    walk.at("/speakers/", "Nobody is listed at the moment")
    walk.at("/help/", "ring 999")


def read(walk: Walk) -> None:
    walk.at("/", "Need help now?")
    walk.at("/cy/", "English")
    read_the_list(walk)
    search(walk)
    read_stories(walk)


def read_the_list(walk: Walk) -> None:
    walk.at("/stories/", "told by the people who lived them")
    walk.page.locator("details.facets-more > summary").click()
    walk.here("Region")
    walk.at("/cy/stories/", "English")
    walk.at("/stories/?theme=visits", "Show all stories")
    walk.at("/stories/?theme=visits&language=cy", "Show all stories")
    walk.at("/stories/?kind=praise", "Show all stories")
    walk.at("/stories/?before=s-ffffffffff", "That place in the list is gone")
    walk.at(f"/stories/?before={slug_of(the_44.STORY.title)}", "Newer stories")


def search(walk: Walk) -> None:
    walk.at("/search/", "A word, a place, a feeling")
    walk.at("/cy/search/", "English")
    walk.at("/search/?q=visits", "for “visits”")
    walk.at("/search/?q=zzyzx", "Nobody has told that yet")
    walk.at("/search/?q=e", "One letter stands in every story")
    walk.at("/search/?q=the", "Words like these")
    walk.at("/search/?q=%3F%3F", "We look for words")
    walk.at("/search/?q=" + "kettle+" * 60, "first words only")
    walk.at("/search/?q=suicide", "If you are having a hard time")


def read_stories(walk: Walk) -> None:
    for module, there in STORIES.items():
        walk.at(f"/stories/{slug_of(module.STORY.title)}/", there)
    walk.at(f"/stories/{slug_of(biscuit_tin.STORY.title)}/", "Skip this part")
    walk.page.get_by_role("link", name="Skip this part").first.click()
    walk.here("That part is over.")
    for module in (bore_da, trolley):
        walk.at(f"/cy/stories/{slug_of(module.STORY.title)}/", module.STORY.title)
    taken_back = slug_of(on_my_line.STORY.title)
    walk.at(f"/stories/{taken_back}/", "has taken it back", status=410)
    walk.at(f"/cy/stories/{taken_back}/", "116 123", status=410)
    walk.at(f"/stories/{slug_of(quarter_to_eight.STORY.title)}/", "nothing to read here just now", status=404)
    walk.at("/stories/never-was/", "This page is not here.", status=404)


def slug_of(title: str) -> str:
    """The address of the demo's story of that title, live or not."""
    return next(
        page.slug for page in StoryPage.objects.all() if page.get_latest_revision_as_object().title == title
    )
