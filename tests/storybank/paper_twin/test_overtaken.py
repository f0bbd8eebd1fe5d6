"""Sheets that are overtaken do not count and say why; a stop always does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from consent.domain.acts.choices import choices_of
from consent.domain.acts.choosing import Given
from consent.domain.care import holding
from consent.domain.stop import stopping
from consent.enums import Answer, HoldReason, IdentityLevel, State, Trigger
from people import clock
from storybank.models import PaperPack
from storybank.models.paper_pack import PackState, VoidWhy
from storybank.paper_twin import checking, standing, stop_slips
from storybank.paper_twin.checking import CannotCheck
from storybank.paper_twin.entering import CannotEnter
from tests.factories import people, stories
from tests.storybank.paper_twin.sheets_back import counted, printed, ticked, typed_in

pytestmark = pytest.mark.django_db
HIS = "I kep the kettel on.\n\nShe came evry Sunday."
YES = Given("website", Answer.YES, identity=IdentityLevel.N3, name="Cass")


def states(person, page) -> dict[str, State]:
    return {one.use.slug: one.state for one in choices_of(person, page.file_id)}


@pytest.mark.parametrize("what", ["words", "answered", "stopped"])
def test_what_changed_since_makes_a_pack_void_and_it_says_why(staff, dee, what):
    page = stories.a_frozen_story(dee)
    pack = printed(dee, page)
    if what == "words":
        stories.edited(page, title="Quite another", by=staff["Priya"])
    elif what == "answered":
        stories.answered(page)
    else:
        stopping.stop(dee)

    found = standing.settle(pack)

    why = {"words": VoidWhy.WORDS, "answered": VoidWhy.ASKED, "stopped": VoidWhy.STOPPED}[what]
    assert (found.state, found.void_why) == (PackState.VOID, why)
    with pytest.raises(CannotEnter, match=str(why.label)[:20]):
        typed_in(pack, ticked(YES), by=staff["Priya"])


def test_what_changed_between_typing_and_checking_does_not_count_either(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])
    stopping.stop(dee)

    with pytest.raises(CannotCheck, match="stopped it since"):
        checking.agree(pack, by=staff["Ama"])

    assert PaperPack.objects.get(pk=pack.pk).state == PackState.VOID


def test_who_came_out_or_moved_is_asked_again_where_they_are(staff, dee):
    page = stories.a_live_story(dee, uses=("website",))
    other = stories.a_frozen_story(dee, title="Another")
    pack = printed(dee, other)

    done = standing.has_moved(dee, by=staff["Priya"])

    pack.refresh_from_db()
    assert (done, pack.state, pack.void_why) == (1, PackState.VOID, VoidWhy.MOVED)
    assert states(dee, page) == {"website": State.ACTIVE}


def test_a_turn_they_named_rests_what_they_named_it_for(staff, dee):
    page = stories.a_frozen_story(dee)
    counted(
        printed(dee, page),
        ticked(replace(YES, check_first=(Trigger.RELEASE,)), people="no"),
        by=staff["Priya"],
        checked_by=staff["Ama"],
    )
    with clock.at(clock.now() + timedelta(days=10)):
        stories.confirmed(page)
        before = states(dee, page)
        standing.has_moved(dee, by=staff["Priya"])
        assert (before, states(dee, page)) == ({"website": State.ACTIVE}, {"website": State.PAUSED})


def test_a_stop_slip_counts_at_once_on_anybodys_word_even_of_a_void_pack(staff, dee):
    page = stories.a_live_story(dee, uses=("website",))
    pack = printed(dee, page)
    PaperPack.objects.filter(pk=pack.pk).update(state=PackState.VOID, void_why=VoidWhy.REPLACED)

    done = stop_slips.stop_by_slip(pack, by=people.a_member_of_staff(first_name="Lou"))

    assert done.ended
    assert states(dee, page) == {"website": State.WITHDRAWN}


def test_a_number_on_a_stop_slip_ends_that_way_alone_and_an_odd_number_ends_everything(staff, dee):
    page = stories.a_frozen_story(dee, uses=("website", "newspapers"))
    pack = printed(dee, page)
    stories.answered(page)

    stop_slips.stop_by_slip(pack, number=1, by=staff["Ama"])
    one = states(dee, page)
    stop_slips.stop_by_slip(pack, number=77, by=staff["Ama"])

    assert one == {"website": State.WITHDRAWN, "newspapers": State.COOLING}
    assert states(dee, page) == {"website": State.WITHDRAWN, "newspapers": State.WITHDRAWN}


def test_while_it_rests_the_sheets_wait(staff, dee):
    page = stories.a_frozen_story(dee)
    pack = typed_in(printed(dee, page), ticked(YES), by=staff["Priya"])
    holding.hold(page.file, reason=HoldReason.SAFETY, by=staff["Ama"])

    with pytest.raises(CannotCheck, match="It rests"):
        checking.agree(pack, by=staff["Ama"])

    assert PaperPack.objects.get(pk=pack.pk).state == PackState.ENTERED
