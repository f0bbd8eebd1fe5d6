"""What a supporter writes down about a speaker, together with them."""

from datetime import date
from typing import Any

from django import forms
from django.db import transaction

from people import clock
from people.choice_fields import Several
from people.day_input import DayInput
from people.models import Person, User
from speakers.enums import Spoken, Stance
from speakers.models import ExperienceTag, Speaker, Topic, TrainingModule

NOTHING = [("", "Not said")]


class SpeakerForm(forms.ModelForm):
    """One select a topic, one date a module; an empty one means that nothing is known."""

    spoken = forms.MultipleChoiceField(
        label="Languages they can speak in", choices=Spoken.choices, widget=forms.CheckboxSelectMultiple
    )
    lived = Several(
        label="What they have lived, as they say it themselves",
        queryset=ExperienceTag.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Speaker
        fields = [
            "display_name",
            "bio",
            "region",
            "home_area",
            "latitude",
            "longitude",
            "travel_limit_km",
            "remote",
            "overnight",
            "max_asks_30d",
            "max_bookings_90d",
            "min_gap_days",
            "listing",
        ]
        help_texts = {
            "display_name": "Comms see this name and nothing else. It need not be their real one.",
            "latitude": "The middle of the area, never a home.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lived"].queryset = ExperienceTag.objects.all()
        self.topics = list(Topic.objects.all())
        self.modules = list(TrainingModule.objects.all())
        for topic in self.topics:
            self.fields[f"topic_{topic.pk}"] = forms.ChoiceField(
                label=topic.name, choices=NOTHING + list(Stance.choices), required=False
            )
        for module in self.modules:
            self.fields[f"module_{module.pk}"] = forms.DateField(
                label=module.name,
                required=False,
                help_text="Counts until",
                widget=DayInput(),
            )
        if self.instance.pk:
            self.initial |= self._known()

    def _known(self) -> dict[str, Any]:
        speaker = self.instance
        return {
            "spoken": [one.language for one in speaker.languages.all()],
            "lived": [one.tag_id for one in speaker.experiences.all()],
            **{f"topic_{one.topic_id}": one.stance for one in speaker.stances.all()},
            **{f"module_{one.module_id}": one.expires_on for one in speaker.trainings.all()},
        }

    @property
    def topic_fields(self) -> list[forms.BoundField]:
        return [self[f"topic_{topic.pk}"] for topic in self.topics]

    @property
    def module_fields(self) -> list[forms.BoundField]:
        return [self[f"module_{module.pk}"] for module in self.modules]

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in (*self.Meta.fields, "spoken", "lived")]

    @transaction.atomic
    def save(self, commit: bool = True) -> Speaker:
        speaker = super().save(commit=commit)
        data = self.cleaned_data
        speaker.languages.exclude(language__in=data["spoken"]).delete()
        for language in data["spoken"]:
            speaker.languages.get_or_create(language=language)
        speaker.experiences.exclude(tag__in=data["lived"]).delete()
        for tag in data["lived"]:
            speaker.experiences.get_or_create(tag=tag)
        for topic in self.topics:
            self._save_stance(speaker, topic, data[f"topic_{topic.pk}"])
        for module in self.modules:
            self._save_training(speaker, module, data[f"module_{module.pk}"])
        return speaker

    def _save_stance(self, speaker: Speaker, topic: Topic, stance: str) -> None:
        """What is as it was is not written anew: a no leaves one line in the stop journal."""
        if not stance:
            speaker.stances.filter(topic=topic).delete()
        elif not speaker.stances.filter(topic=topic, stance=stance).exists():
            speaker.stances.update_or_create(topic=topic, defaults={"stance": stance})

    def _save_training(self, speaker: Speaker, module: TrainingModule, until: date | None) -> None:
        last = speaker.trainings.filter(module=module).order_by("done_on", "pk").last()
        if until and (last is None or last.expires_on != until):
            speaker.trainings.create(module=module, done_on=clock.today(), expires_on=until)
        elif until is None:
            speaker.trainings.filter(module=module, expires_on__isnull=False).delete()


class ChoosePerson(forms.Form):
    """Whose speaker card this becomes: somebody of one's own caseload who has none yet."""

    person = forms.ModelChoiceField(label="Who would like to speak?", queryset=Person.objects.none())

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        field.queryset = Person.objects.filter(supporter=user, speaker=None).exclude(conflicts=user)
        field.label_from_instance = lambda person: f"{person.called} ({person.code})"
