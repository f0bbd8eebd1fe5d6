"""A person who speaks for themselves. Holds display names only; who they are lies in the vault of `people`."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from speakers.enums import Listing, Status


class Speaker(models.Model):
    """`latitude` and `longitude` are the middle of a postcode district, never a home.

    Two consent files: `profile_file` for the words of the public page, `speaking_file` for the card that says for
    which kinds of speaking they may be asked, so that a typo in a page suspends no booking.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="speaker")
    display_name = models.CharField("name we call them by in our work", max_length=60)
    bio = models.TextField("about them, in their own words", max_length=2000, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROSPECT)
    resting_until = models.DateField(null=True, blank=True)
    active_since = models.DateTimeField(null=True, blank=True, editable=False)

    region = models.ForeignKey(
        "people.Region", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    home_area = models.CharField("area they travel from", max_length=60, blank=True)
    latitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    travel_limit_km = models.PositiveIntegerField(
        "how far they travel (km)", null=True, blank=True, default=50
    )
    remote = models.BooleanField("speaks online", default=False)
    overnight = models.BooleanField("would stay a night", default=False)

    notice_days = models.JSONField("days of notice for each kind", default=dict, blank=True)
    max_asks_30d = models.PositiveSmallIntegerField("most asks in 30 days", default=3)
    max_bookings_90d = models.PositiveSmallIntegerField(
        "most talks in 90 days", null=True, blank=True, default=4
    )
    min_gap_days = models.PositiveSmallIntegerField("days of rest between talks", default=14)
    high_gap_days = models.PositiveSmallIntegerField("days of rest after a hard one", default=28)
    goals = models.JSONField("what they want to do more of", default=list, blank=True)

    listing = models.CharField(
        "in the public list", max_length=6, choices=Listing.choices, default=Listing.NONE
    )
    profile_file = models.OneToOneField(
        "consent.ConsentFile", null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    speaking_file = models.OneToOneField(
        "consent.ConsentFile", null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    calendar_number = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["display_name", "id"]
        indexes = [models.Index(fields=["status"], name="speakers_by_status")]

    def __str__(self) -> str:
        return self.display_name
