"""What a search looks in: the words of stories that are up, as every reader of them meets them. Never a name."""

from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Findable(models.Model):
    """One row a story that is up: of title, body and themes of exactly the version that was agreed.

    It narrows only; the gate is asked for every search. `words`: each different word once, so that all of them can be
    taken out again. `vector`: on PostgreSQL what is searched (its index is made in a migration); SQLite has a table
    of its own beside this one, `FTS`. `public_on` and `art_seed` repeat the order of the list. `heard`: whether there
    is a recording, and whether it plays only with a yes to the voice.
    """

    class Heard(models.IntegerChoices):
        NOTHING = 0, "Nothing"
        WITH_A_VOICE = 1, "Only with a yes to the voice"
        ALWAYS = 2, "By everybody"

    page = models.OneToOneField("storybank.StoryPage", on_delete=models.CASCADE, related_name="findable")
    edition = models.ForeignKey("consent.Edition", on_delete=models.CASCADE, related_name="+")
    words = models.TextField()
    heard = models.PositiveSmallIntegerField(choices=Heard.choices, default=Heard.NOTHING)
    vector = SearchVectorField(null=True, editable=False)
    public_on = models.DateField()
    art_seed = models.CharField(max_length=32)

    class Meta:
        indexes = [
            # A word that nearly all stories have is looked for from the newest on, and not in all of them.
            models.Index(fields=["-public_on", "art_seed"], name="findable_newest_first"),
            models.Index(fields=["page"], name="stories_to_listen_to", condition=models.Q(heard__gt=0)),
        ]

    def __str__(self) -> str:
        return "What finds a story"


class KnownWord(models.Model):
    """A word that stands in stories that are up, so that a slip of the finger can be put right; gone with the last."""

    word = models.CharField(max_length=40, primary_key=True)
    stories = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.word


FTS = "storybank_findable_fts"
"""SQLite's search table; its rowid is the row's id."""
