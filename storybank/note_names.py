"""The names of what a reader may want to know before a story begins: plain names that cannot be others."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoteCode(TextChoices):
    """What a reader may want to know first. A note says what, never re-tells it."""

    SUICIDE = "suicide", _("Suicide")
    SELF_HARM = "self_harm", _("Self-harm")
    DEATH = "death", _("Death and bereavement")
    HARM_TO_CHILD = "harm_to_child", _("Harm to a child")
    SEXUAL_VIOLENCE = "sexual_violence", _("Sexual violence")
    DOMESTIC_ABUSE = "domestic_abuse", _("Domestic abuse")
    VIOLENCE = "violence", _("Violence")
    RESTRAINT = "restraint", _("Restraint")
    PREGNANCY = "pregnancy", _("Pregnancy or baby loss")
    DRUGS = "drugs", _("Drugs")
    ALCOHOL = "alcohol", _("Alcohol")
    GAMBLING = "gambling", _("Gambling")
    EATING = "eating", _("Eating disorder")
    DISTRESS = "distress", _("Mental distress")
    RACISM = "racism", _("Racism")
    HOMOPHOBIA = "homophobia", _("Homophobia or transphobia")
    DISABILITY_HATE = "disability_hate", _("Disability hate")
    RELIGIOUS_HATRED = "religious_hatred", _("Religious hatred")
    DETENTION = "detention", _("Immigration detention")
    TRAFFICKING = "trafficking", _("Trafficking")
    HOMELESSNESS = "homelessness", _("Homelessness")
    HUNGER = "hunger", _("Hunger and debt")
    SEPARATION = "separation", _("Parent and child apart")
    LANGUAGE = "language", _("Strong language")
