"""Somebody asks for a speaker. One table for the three kinds; each kind's own answers lie in `details`."""

import uuid

from django.conf import settings
from django.db import models

from people.fields import EncryptedTextField
from speakers.enums import Intensity, Kind, RequestState, Source


class SpeakerRequest(models.Model):
    """The organiser's name and address are sealed; their page opens by a token of which only the hash is kept.

    `uses` are slugs of the consent catalogue: which yeses a speaker must have given. `identity` is the closest
    naming asked for (0 to 5, as in consent). `decide_by` is when the organiser needs an answer.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField("what it is", max_length=120)
    source = models.CharField(max_length=6, choices=Source.choices)
    state = models.CharField(max_length=12, choices=RequestState.choices, default=RequestState.DRAFT)

    organiser_name = EncryptedTextField()
    organiser_email = EncryptedTextField()
    organisation = models.CharField(max_length=120)
    organiser_key = models.SlugField("short name of the organisation", max_length=120, blank=True)
    outlet = models.ForeignKey(
        "speakers.Outlet", null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    verified_outlet = models.BooleanField("called back and real", default=False)

    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    decide_by = models.DateTimeField("answer needed by")
    venue = models.ForeignKey(
        "speakers.Venue", null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    place = models.CharField(max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    remote = models.BooleanField("can be done online", default=False)
    overnight_offered = models.BooleanField("a ticket and a night are offered", default=False)
    access_offered = models.JSONField(default=list, blank=True)

    topics = models.ManyToManyField("speakers.Topic", blank=True, related_name="+")
    must_have = models.ManyToManyField("speakers.ExperienceTag", blank=True, related_name="+")
    nice_to_have = models.ManyToManyField("speakers.ExperienceTag", blank=True, related_name="+")
    training = models.ManyToManyField("speakers.TrainingModule", blank=True, related_name="+")
    languages = models.JSONField(default=list)
    uses = models.JSONField(default=list)
    identity = models.PositiveSmallIntegerField("how they would be named", default=3)
    face = models.BooleanField("their face is shown", default=False)
    voice = models.BooleanField("their voice is recorded", default=False)
    intensity = models.CharField(max_length=6, choices=Intensity.choices, default=Intensity.MEDIUM)
    open_questions_live = models.BooleanField("questions come live, not sent ahead", default=False)
    seats = models.PositiveSmallIntegerField("how many speakers", default=1)
    audience = models.CharField("who will be there", max_length=300)
    purpose = models.TextField("what it is for", max_length=1000)
    details = models.JSONField(default=dict)

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    token_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001  # null = no page
    form_key = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001  # null = not by form
    asked_at = models.DateTimeField(editable=False)
    verified_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "request"
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["state", "starts_at"], name="requests_by_state")]
        constraints = [
            models.CheckConstraint(
                name="a_request_ends", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(name="a_request_has_seats", condition=models.Q(seats__gte=1)),
        ]

    def __str__(self) -> str:
        return self.title
