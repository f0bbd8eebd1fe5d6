"""The same questions for comms, with what only they fill in: the venue, the point on the map, who must fit."""

from typing import Any

from django import forms

from people.choice_fields import Several
from speakers.domain.kinds import FORMS
from speakers.domain.times import LONDON
from speakers.enums import Kind, Spoken
from speakers.models import ExperienceTag, Outlet, SpeakerRequest, Venue
from speakers.request_form import RequestForm

COORDINATES = 2


class StaffRequestForm(RequestForm):
    venue = forms.ModelChoiceField(label="Venue", queryset=Venue.objects.none(), required=False)
    map_point = forms.CharField(
        label="Point on the map",
        help_text="Only without a venue: latitude and longitude, like 53.40, -1.75.",
        required=False,
        max_length=40,
    )
    overnight_offered = forms.BooleanField(label="A ticket and a night are offered", required=False)
    must_have = Several(
        label="They must have lived this",
        help_text="At most two. Each one leaves people out.",
        queryset=ExperienceTag.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    nice_to_have = Several(
        label="It would be good if they had lived this",
        queryset=ExperienceTag.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    outlet = forms.ModelChoiceField(
        label="Outlet on our list", queryset=Outlet.objects.none(), required=False
    )
    verified_outlet = forms.BooleanField(label="We rang them back through their switchboard", required=False)

    when_and_where = (
        "day",
        "begins",
        "ends",
        "decide_day",
        "venue",
        "place",
        "map_point",
        "remote",
        "overnight_offered",
    )
    who_and_how = (*RequestForm.who_and_how, "must_have", "nice_to_have")

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        self.fields["venue"].queryset = Venue.objects.all()
        for name in ("must_have", "nice_to_have"):
            self.fields[name].queryset = ExperienceTag.objects.all()
        self.fields["outlet"].queryset = Outlet.objects.all()
        if kind == Kind.MEDIA:
            self.about_you = (*RequestForm.about_you, "outlet", "verified_outlet")

    def clean_map_point(self) -> tuple[float, float] | None:
        text = self.cleaned_data["map_point"].strip()
        if not text:
            return None
        try:
            point = tuple(float(part) for part in text.replace(";", ",").split(","))
        except ValueError:
            point = ()
        if len(point) != COORDINATES or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
            raise forms.ValidationError("Write two numbers with a comma between them, like 53.40, -1.75.")
        return point[0], point[1]

    def clean_must_have(self) -> Any:
        chosen = self.cleaned_data["must_have"]
        if len(chosen) > 2:  # the design's own number
            raise forms.ValidationError(
                "Choose at most two that they must have. The others can be good to have."
            )
        return chosen

    def _has_place(self, data: dict[str, Any]) -> bool:
        return bool(data.get("place") or data.get("venue"))

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        latitude, longitude = data["map_point"] or (None, None)
        return super().values() | {
            "venue": data["venue"],
            "latitude": latitude,
            "longitude": longitude,
            "overnight_offered": data["overnight_offered"],
            "must_have": tuple(data["must_have"]),
            "nice_to_have": tuple(data["nice_to_have"]),
            "outlet": data["outlet"],
            "verified_outlet": data["verified_outlet"],
        }


def initial_of(row: SpeakerRequest) -> dict[str, Any]:
    """What the form shows for a request that is there already."""
    start, end = row.starts_at.astimezone(LONDON), row.ends_at.astimezone(LONDON)
    point = f"{row.latitude}, {row.longitude}" if row.latitude is not None else ""
    by_label = {str(one.label): one.value for one in Spoken}
    plain = (
        *(
            "title",
            "organisation",
            "organiser_name",
            "organiser_email",
            "place",
            "remote",
            "audience",
            "purpose",
        ),
        *("face", "voice", "seats", "venue", "overnight_offered", "outlet", "verified_outlet"),
    )
    return {name: getattr(row, name) for name in plain} | {
        "form": row.details.get("form") or _form_by_use(row),
        "day": start.date(),
        "begins": start.time(),
        "ends": end.time(),
        "decide_day": row.decide_by.astimezone(LONDON).date(),
        "identity": str(row.identity),
        "language": by_label.get(row.languages[0] if row.languages else "", Spoken.ENGLISH),
        "map_point": point,
        "topics": row.topics.all(),
        "must_have": row.must_have.all(),
        "nice_to_have": row.nice_to_have.all(),
        **{f"own_{key}": words for key, words in row.details.items()},
    }


def _form_by_use(row: SpeakerRequest) -> str:
    return next((one.key for one in FORMS[Kind(row.kind)] if one.use in row.uses), "")
