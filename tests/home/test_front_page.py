"""The front page: made of blocks that staff put in order, filled by what readers may meet in this very request."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from consent.domain.stop import stopping
from consent.enums import TimeDetail
from home.models import HomePage
from home.models.blocks import PictureBlock, StoryAddress
from home.models.home_page import as_it_begins
from people import clock
from people.domain import picture_sizes
from people.models import Picture
from people.pictures import anew
from storybank.answers import deciding
from storybank.models import Helpline
from tests.factories import people, stories
from tests.storybank.answers.an_answer import a_promise, a_story, a_story_of_two, an_answer, let
from tests.surfaces.stage import a_picture

pytestmark = pytest.mark.django_db
OCTOBER = datetime(2026, 10, 9, 12, tzinfo=UTC)


def front(path="/"):
    return Client().get(path).content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def arranged(*blocks):
    page = HomePage.objects.get()
    page.body = list(blocks)
    page.save_revision().publish()


def as_it_is(**changed):
    return [(block["type"], changed.get(block["type"], block["value"])) for block in as_it_begins()]


def a_helpline():
    day = clock.today()
    Helpline.objects.create(name="Call us.", phone="01632 960100", always=True, checked_on=day, source="Us")


def test_it_begins_with_every_part_in_its_order():
    stories.a_live_story()
    a_helpline()

    html = front()
    heads = [html.index(sign) for sign in ('class="purpose"', 'class="voice"', "home-doors", "Call us.")]

    assert heads == sorted(heads)
    assert "People tell their own stories here" in words(html)


def test_staff_put_the_parts_in_another_order_and_leave_some_out():
    stories.a_live_story()
    a_helpline()

    arranged(
        ("purpose", {"words": "Listen here.", "words_cy": ""}),
        ("help", None),
        (
            "words",
            {"heading": "Who we are", "heading_cy": "", "words": "Two people.\n\nA kettle.", "words_cy": ""},
        ),
        ("tell", {"words": "Begin anywhere.", "words_cy": ""}),
    )
    html = front()

    assert html.index("Call us.") < html.index("Who we are") < html.index("home-doors")
    assert "<p>Two people.</p>" in html
    assert "Begin anywhere." in html
    assert 'class="voice"' not in html


def test_a_chosen_story_stands_there_while_it_can_be_read_and_gives_way_at_once():
    sam = stories.an_author("Sam")
    chosen = stories.a_live_story(sam, title="The lamp", happened="I lit the lamp at four.")
    stories.a_live_story(title="The kettle")
    arranged(*as_it_is(begin={"story": chosen.slug}))
    there = [front().count("I lit the lamp at four.") for _ in range(2)]

    stopping.stop(sam)
    after = front()

    assert there == [1, 1]
    assert "I lit the lamp at four." not in after
    assert "I kept the kettle on for her." in after


@pytest.mark.parametrize(
    "typed", ["/stories/{}/", "https://storybank.example/stories/{}/?x=1", "{}", " /cy/stories/{} "]
)
def test_the_address_of_a_story_is_taken_however_it_was_pasted(typed):
    page = stories.a_live_story()

    assert StoryAddress(required=False).clean(typed.format(page.slug)) == page.slug


def test_an_address_that_readers_cannot_open_is_refused_in_words():
    page = stories.a_stopped_story()

    for typed in (page.slug, "nothing", "/stories/", "\x00", "javascript:alert(1)"):
        with pytest.raises(ValidationError):
            StoryAddress(required=False).clean(typed)
    assert StoryAddress(required=False).clean("") == ""


def test_what_changed_is_counted_and_told_in_words_where_it_is_little():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    let(an_answer(page), author)
    open_ = words(front())

    deciding.say_happened(row, person=author, said="yes")
    kept = front()
    deciding.may_stand(row, person=author, yes=False)

    assert "One story has an answer. One promise was made. None is kept yet" in open_
    assert "All of them were kept. Those who spoke say so." in words(kept)
    assert f'<a href="/stories/{page.slug}/"><q lang="en">A bench outside the gate.</q></a>' in kept
    assert "A bench outside the gate." not in front()
    assert "promise" not in words(front())


def test_numbers_and_kept_promises_go_with_a_stop_in_the_same_instant():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    deciding.say_happened(row, person=author, said="yes")
    before = front()

    stopping.stop(author)

    assert "A bench outside the gate." in before
    assert "A bench outside the gate." not in front()


def test_own_changes_and_kept_promises_stand_in_one_list_newest_first():
    page, author = a_story()
    row = a_promise(page)
    let(row, author)
    deciding.say_happened(row, person=author, said="yes")
    own = [
        {"on": clock.today() - timedelta(days=days), "what": what, "what_cy": ""}
        for days, what in ((-1, "Newer."), (90, "Older."))
    ]

    arranged(*as_it_is(changed={"numbers": False, "kept": 3, "own": own}))
    html = words(front())

    assert html.index("Newer.") < html.index("A bench outside the gate.") < html.index("Older.")
    assert "One promise was made." not in html


@pytest.mark.parametrize(
    ("time", "there", "mark"),
    [
        (TimeDetail.DAY, "9 October 2026", '<time class="when" datetime="2026-10-09">'),
        (TimeDetail.MONTH, "October 2026", '<time class="when" datetime="2026-10">'),
        (TimeDetail.SEASON, "autumn 2026", '<time class="when" datetime="2026">'),
        (TimeDetail.YEAR, "2026", '<time class="when" datetime="2026">'),
        (TimeDetail.DECADE, "2020s", '<span class="when">'),
        (TimeDetail.NONE, "", '<span class="when">'),
    ],
)
def test_the_day_of_a_promise_kept_is_as_fine_as_the_story_beside_it_shows_any(time, there, mark):
    author = people.a_person("Dee", supporter=people.a_supporter())
    with clock.at(OCTOBER - stories.LONG_AGO):
        page = stories.a_frozen_story(author)
        stories.answered(page, time=time)
    with clock.at(OCTOBER):
        stories.confirmed(page)
        row = a_promise(page)
        let(row, author)
        deciding.say_happened(row, person=author, said="yes")
    with clock.at(OCTOBER + timedelta(days=2)):
        html = front()

    line = html[html.index('<ol class="dated">') : html.index("</ol>")]
    assert "A bench outside the gate." in line
    assert re.search(r'class="when"[^>]*>([^<]*)<', line)[1] == there
    assert mark in line
    assert ("9 October" in html, "2026-10-09" in html) == ((time == TimeDetail.DAY),) * 2


def test_a_promise_to_several_is_told_as_the_word_of_all_of_them():
    page, tellers = a_story_of_two()
    row = a_promise(page)
    let(row, *tellers)
    for person in tellers:
        deciding.say_happened(row, person=person, said="yes")

    told = words(front())

    assert "The visits office promised it. Those who told the story say that it happened." in told
    assert "The author says" not in told


def test_welsh_words_stand_on_the_welsh_page_and_english_ones_say_that_they_are():
    arranged(*as_it_is(purpose={"words": "Listen here.", "words_cy": "Gwrandewch yma."}))
    welsh = front("/cy/")
    arranged(*as_it_is(purpose={"words": "Listen here.", "words_cy": ""}))

    assert '<h1 class="purpose" lang="cy">Gwrandewch yma.</h1>' in welsh
    assert '<h1 class="purpose" lang="en">Listen here.</h1>' in front("/cy/")


def a_library_picture():
    return Picture.objects.create(title="The back room", file=anew(a_picture()))


def test_a_picture_has_its_size_new_kinds_with_an_old_one_and_waits_until_it_is_near():
    image = a_library_picture()
    picture_sizes.make(image.pk)
    arranged(*as_it_is(), ("picture", picture(image)))
    html = front()
    found = html[html.index("<figure") : html.index("</figure>")]

    assert [kind in found for kind in ('type="image/avif"', 'type="image/webp"')] == [True, True]
    assert re.search(r'<img[^>]*alt="A table and six chairs"', found)
    assert re.search(r'<img[^>]*\swidth="\d+"', found)
    assert re.search(r'<img[^>]*\sheight="\d+"', found)
    assert 'loading="lazy"' in found


def picture(image, **said):
    return {
        "image": image,
        "alt": "A table and six chairs",
        "alt_cy": "",
        "decorative": False,
        "caption": "",
        "caption_cy": "",
    } | said


def test_a_picture_says_what_is_in_it_or_that_it_says_nothing():
    block, image = PictureBlock(), a_library_picture()
    said, passed = (
        block.to_python(picture(image.pk, **given)) for given in ({}, {"alt": "", "decorative": True})
    )

    with pytest.raises(ValidationError):
        block.clean(block.to_python(picture(image.pk, alt="  ")))

    assert block.clean(said)["alt"] == "A table and six chairs"
    assert block.clean(passed)["decorative"] is True


def test_as_many_queries_for_three_promises_as_for_one(django_assert_max_num_queries):
    def queries():
        front()  # what is remembered is remembered anew after each change
        with django_assert_max_num_queries(60) as counted:
            front()
        return len(counted)

    page, author = a_story()
    for number, text in enumerate(("A bench.", "A lamp.", "A chair.")):
        row = a_promise(page, words=text, on=date(2026, 1, 1))
        let(row, author)
        deciding.say_happened(row, person=author, said="yes")
        if number == 0:
            one = queries()

    assert queries() <= one
