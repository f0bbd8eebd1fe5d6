"""What came back on paper counts once two people have looked, all of it or nothing, exactly as on a screen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.care import files
from consent.domain.proof.audit import audit
from consent.enums import Answer, Basis, IdentityLevel, Method, State
from consent.models import ConsentEvent, Evidence
from people import clock
from storybank.domain import provenance
from storybank.models import PaperPack, StoryPage
from storybank.models.paper_pack import PackState
from storybank.paper_twin import checking, entering
from storybank.paper_twin.checking import CannotCheck
from storybank.paper_twin.entering import CannotEnter
from storybank.paper_twin.making import make_blank_packs
from tests.factories import people, press, stories
from tests.storybank.paper_twin.sheets_back import an_entry, counted, printed, ticked, typed_in

pytestmark = pytest.mark.django_db
HIS = "I kep the kettel on.\n\nShe came evry Sunday."
YES = Given("website", Answer.YES, identity=IdentityLevel.N3, name="Cass")


def words_of(page: StoryPage) -> list[str]:
    return [str(block.value) for block in page.get_latest_revision_as_object().body]


def states(person, page) -> dict[str, State]:
    return {one.use.slug: one.state for one in choices_of(person, page.file_id)}


def test_a_story_on_lined_sheets_becomes_a_story_word_for_word_and_is_the_authors_own(staff, dee):
    pack = printed(dee)

    done = counted(pack, an_entry(story=HIS, people="no"), by=staff["Priya"], checked_by=staff["Ama"])

    page = StoryPage.objects.get(pk=done.page_id)
    assert words_of(page) == HIS.split("\n\n")
    assert (page.live, page.owner, page.accepted_revision_id) == (False, None, page.latest_revision_id)
    assert provenance.shares(page).author == 100
    assert files.author_of(page.file_id) == dee
    assert PaperPack.objects.get(pk=pack.pk).state == PackState.CHECKED


def test_before_the_second_person_nothing_of_it_counts(staff, dee):
    page = stories.a_frozen_story(dee)

    typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])

    assert states(dee, page) == {"website": State.REQUESTED}
    assert Evidence.objects.count() == 0


def test_a_first_yes_on_paper_is_the_same_act_as_on_a_screen_told_on_paper(staff, dee):
    page = stories.a_frozen_story(dee)

    counted(printed(dee, page), ticked(YES, people="no"), by=staff["Priya"], checked_by=staff["Ama"])

    (choice,) = choices_of(dee, page.file_id)
    event = ConsentEvent.objects.get(file=page.file_id, kind="answered")
    assert (choice.state, choice.name, event.method, event.actor, event.recorded_by) == (
        State.COOLING,
        "Cass",
        Method.PAPER,
        None,
        staff["Priya"],
    )
    assert choice.cool_until > clock.now() + timedelta(days=6)
    assert list(audit()) == []


def test_who_typed_it_in_may_not_check_it_nor_somebody_kept_apart_nor_nobody(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])
    apart = people.a_supporter(first_name="Bo")
    dee.conflicts.add(apart)

    for who in ({"by": staff["Priya"]}, {"by": apart}, {"outside": "  "}, {}):
        with pytest.raises(CannotCheck):
            checking.agree(pack, **who)

    assert states(dee, page) == {"website": State.REQUESTED}
    assert checking.agree(pack, outside="Bea, a trustee").state == PackState.CHECKED


def test_it_is_not_the_same_so_it_goes_back_with_the_reason_and_can_be_mended(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])

    with pytest.raises(CannotCheck, match="Write what is not the same"):
        checking.disagree(pack, why=" ", by=staff["Ama"])
    back = checking.disagree(pack, why="They ticked no name.", by=staff["Ama"])
    mended = typed_in(back, ticked(replace(YES, identity=IdentityLevel.N2, name="")), by=staff["Priya"])

    assert (back.state, mended.state) == (PackState.BACK, PackState.ENTERED)
    assert states(dee, page) == {"website": State.REQUESTED}


def test_counted_twice_is_counted_once(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])
    checking.agree(pack, by=staff["Ama"])

    with pytest.raises(CannotCheck, match="checked already"):
        checking.agree(pack, by=staff["Ama"])

    assert ConsentEvent.objects.filter(kind="answered").count() == 1


def test_when_an_officer_could_hear_no_yes_of_that_day_counts_from_whichever_sheet(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = printed(dee, page)

    with pytest.raises(CannotEnter, match="officer"):
        typed_in(pack, ticked(YES), by=staff["Priya"], overheard=True)
    typed_in(pack, an_entry(people="no"), by=staff["Priya"], overheard=True)
    again = printed(dee, page)
    with pytest.raises(CannotEnter, match="officer"):
        typed_in(again, ticked(YES), by=staff["Priya"])
    with clock.at(clock.now() + timedelta(days=1)):
        assert typed_in(again, ticked(YES), by=staff["Priya"])


def test_a_pen_in_the_words_is_put_in_and_no_yes_on_the_same_sheets_counts(staff, dee):
    page = stories.a_frozen_story(dee, happened="One.\n\nTwo.\n\nThree.")
    pack = printed(dee, page)

    with pytest.raises(CannotEnter, match="changed words and ticked boxes"):
        typed_in(pack, ticked(YES, words={"1": "Too."}), by=staff["Priya"])
    done = counted(
        pack,
        an_entry(words={"1": "Too.", "2": "", "title": "Kettle"}),
        by=staff["Priya"],
        checked_by=staff["Ama"],
    )

    page.refresh_from_db()
    assert words_of(page) == ["One.", "Too."]
    assert page.get_latest_revision_as_object().title == "Kettle"
    assert page.accepted_revision_id == page.latest_revision_id
    assert done.state == PackState.CHECKED
    assert states(dee, page) == {"website": State.REQUESTED}


def test_changes_are_decided_one_by_one_on_paper(staff, dee):
    page = stories.a_shared_story(dee, happened="One cup of tea.\n\nTwo sugars for her.")
    page = stories.edited(page, body=["One mug of tea.", "Two lumps for her."], by=staff["Priya"])
    stories.checked(page, by=staff["Ama"])
    pack = printed(dee, page)
    first, second = pack.asks["changes"]

    counted(pack, an_entry(changes={first: True, second: False}), by=staff["Priya"], checked_by=staff["Ama"])

    page.refresh_from_db()
    assert words_of(page) == ["One mug of tea.", "Two sugars for her."]
    assert page.accepted_revision_id == page.latest_revision_id


def test_changes_left_open_count_for_nothing_at_all(staff, dee):
    page = stories.a_shared_story(dee, happened="One cup of tea.\n\nTwo sugars for her.")
    page = stories.edited(page, body=["One mug of tea.", "Two lumps for her."], by=staff["Priya"])
    stories.checked(page, by=staff["Ama"])
    pack = printed(dee, page)

    with pytest.raises(CannotCheck, match="no answer yet"):
        counted(
            pack,
            an_entry(changes={pack.asks["changes"][0]: True}, people="no"),
            by=staff["Priya"],
            checked_by=staff["Ama"],
        )

    page.refresh_from_db()
    assert page.accepted_revision_id != page.latest_revision_id
    assert PaperPack.objects.get(pk=pack.pk).state == PackState.ENTERED


def test_somebody_in_it_is_named_by_what_they_are_and_holds_the_asking(staff, dee):
    pack = printed(dee)

    done = counted(
        pack, an_entry(story=HIS, people="yes", who=["my sister"]), by=staff["Priya"], checked_by=staff["Ama"]
    )

    rows = files.appearances_in(StoryPage.objects.get(pk=done.page_id).file_id).filter(basis=Basis.UNDECIDED)
    assert [row.role for row in rows] == ["my sister"]


def test_the_second_slip_counts_after_thinking_time_and_takes_away_what_they_took_away(staff, dee):
    page = stories.a_frozen_story(dee, uses=("website", "newspapers"))
    stories.answered(page)
    early = printed(dee, page)
    website, newspapers = early.asks["second"]

    with pytest.raises(CannotEnter, match="before their thinking time"):
        typed_in(early, an_entry(second={website: True}), by=staff["Priya"])
    with clock.at(clock.now() + timedelta(days=30)):
        counted(
            early,
            an_entry(second={website: True, newspapers: False}),
            by=staff["Priya"],
            checked_by=staff["Ama"],
        )
        assert states(dee, page) == {"website": State.ACTIVE, "newspapers": State.WITHDRAWN}
    stopped = ConsentEvent.objects.get(file=page.file, kind="stopped")
    assert (stopped.method, stopped.recorded_by) == ("paper", staff["Priya"])
    assert list(audit()) == []


def test_a_blank_pack_becomes_somebodys_and_lies_under_their_key(staff, dee):
    pack = make_blank_packs(1).packs[0]

    with pytest.raises(CannotEnter, match="who filled them in"):
        typed_in(pack, an_entry(story=HIS), by=staff["Priya"])
    mine = entering.give_to(pack, dee)
    done = counted(mine, an_entry(story=HIS, people="no"), by=staff["Priya"], checked_by=staff["Ama"])

    assert done.owner == StoryPage.objects.get(pk=done.page_id).file.uid
    with pytest.raises(CannotEnter, match="somebody's already"):
        entering.give_to(done, stories.an_author("Mo"))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"told_on": "2999-01-01"}, "still to come"),
        ({"told_on": "2001-01-01"}, "three months"),
        ({"choices": []}, "Nothing is typed in"),
        ({"people": "yes"}, "who is in it"),
        ({"choices": [], "story": "x" * 60_001}, "too long"),
        ({"title": "x" * 121}, "shorter name"),
    ],
)
def test_what_cannot_count_is_refused_before_it_is_kept(staff, dee, change, why):
    page = stories.a_frozen_story(dee)

    with pytest.raises(CannotEnter, match=why):
        typed_in(printed(dee, page), replace(ticked(YES), **change), by=staff["Priya"])

    assert {bytes(row.entry_sealed) for row in PaperPack.objects.all()} == {b""}


def test_wider_than_was_asked_is_refused_as_on_a_screen(staff):
    page = press.a_story(yes=(), unanswered=("website",), confirm=False, supporter=staff["Priya"])

    with pytest.raises(CannotEnter, match="no face"):
        typed_in(printed(press.author_of(page), page), ticked(replace(YES, face=True)), by=staff["Priya"])
