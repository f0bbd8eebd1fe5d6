"""Dee's story with her sister Rosa in it: the stage of these tests. `pictured`: with two pictures and a recording."""

from django.test import Client

from consent import policy
from consent.domain.acts.choices import choices_of
from consent.domain.care import files, people_in_it
from people import clock
from storybank.domain import faces, in_it
from storybank.models import ShownPart, StoryPage
from tests.factories import people, pictures, stories

OF_HER = "My sister Rosa drove me home."
NOT_OF_HER = "The canaryother passage is about somebody else."


class World:
    """Dee's story with her sister in it, frozen and asked."""

    def __init__(self, *, pictured: bool = False) -> None:
        self.supporter = people.a_supporter()
        self.author = people.a_person("Canarydee", supporter=self.supporter, channel="letter")
        self.page = stories.a_shared_story(
            self.author, title="Canarytitle", happened=f"{OF_HER}\n\n{NOT_OF_HER}"
        )
        sister = files.add_appearance(self.page.file, role="my sister")
        people_in_it.invite(
            sister, by=self.supporter, reason="She is named in it.", called="Rosa", channel="letter"
        )
        self.row = files.appearances_in(self.page.file_id).get(role="my sister")
        self.rosa = self.row.person
        self.page = pictures.added(self.page) if pictured else self.page
        stories.asked(self.page, "website")
        self.page = StoryPage.objects.get(pk=self.page.pk)

    def client(self, person) -> Client:
        client = Client()
        client.force_login(person.user)
        return client

    def url(self, step: str = "") -> str:
        return f"/my/in-it/{self.page.file.uid}/{step}"

    def let_her_read(self, *, blocks=(0,), whole=False, yes=True) -> ShownPart:
        """Of every picture outside her part it is said that she is not in it."""
        version = in_it.newest_version(self.page)
        not_in = faces.with_a_face(version, in_it.reading_of(version).body)
        part = in_it.choose(
            self.page, self.row.pk, blocks=blocks, whole=whole, by=self.supporter, not_in=not_in
        )
        return in_it.author_says(self.page, self.author, part_id=part.pk, yes=yes)

    def rosa_answers(self, answer: str = "yes") -> Client:
        client = self.client(self.rosa)
        client.post(self.url("told/"))
        client.post(self.url("words/"))
        client.post(self.url("use/website/"), {"answer": answer})
        if answer == "yes":
            client.post(self.url("understood/"), {"asked": "stop", "answer": "stop"})
        client.post(self.url("check/"))
        return client

    def everybody_says_yes(self) -> None:
        with clock.at(clock.now() - stories.LONG_AGO):
            stories.answered(self.page)
            self.rosa_answers()
        self.second_yes(self.rosa)
        stories.confirmed(self.page)

    def second_yes(self, person) -> None:
        client = self.client(person)
        shown = [str(choice.uid) for choice in choices_of(person, self.page.file_id)]
        client.post(self.url("second/"), {"shown": shown})

    @property
    def is_up(self) -> bool:
        version = in_it.newest_version(self.page)
        return policy.may_use(version.edition_id, policy.WEBSITE, clock.now()).allowed
