"""The fixed lists of the stories room."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What a story does. Praise is first class."""

    PRAISE = "praise", "Praise"
    CONCERN = "concern", "Concern"
    IDEA = "idea", "Idea"
    JOURNEY = "journey", "Journey"


class Closing(TextChoices):
    NONE = "", "Neither"
    ASK = "ask", "What I ask"
    THANKS = "thanks", "Thanks"


class NoteLevel(TextChoices):
    MENTION = "mention", "mentioned"
    DESCRIBED = "described", "described"
    CENTRAL = "central", "a main part"


class NoteCode(TextChoices):
    """What a reader may want to know first. A note says what, never re-tells it."""

    SUICIDE = "suicide", "Suicide"
    SELF_HARM = "self_harm", "Self-harm"
    DEATH = "death", "Death and bereavement"
    HARM_TO_CHILD = "harm_to_child", "Harm to a child"
    SEXUAL_VIOLENCE = "sexual_violence", "Sexual violence"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    VIOLENCE = "violence", "Violence"
    RESTRAINT = "restraint", "Restraint"
    PREGNANCY = "pregnancy", "Pregnancy or baby loss"
    DRUGS = "drugs", "Drugs"
    ALCOHOL = "alcohol", "Alcohol"
    GAMBLING = "gambling", "Gambling"
    EATING = "eating", "Eating disorder"
    DISTRESS = "distress", "Mental distress"
    RACISM = "racism", "Racism"
    HOMOPHOBIA = "homophobia", "Homophobia or transphobia"
    DISABILITY_HATE = "disability_hate", "Disability hate"
    RELIGIOUS_HATRED = "religious_hatred", "Religious hatred"
    DETENTION = "detention", "Immigration detention"
    TRAFFICKING = "trafficking", "Trafficking"
    HOMELESSNESS = "homelessness", "Homelessness"
    HUNGER = "hunger", "Hunger and debt"
    SEPARATION = "separation", "Parent and child apart"
    LANGUAGE = "language", "Strong language"


class Waiting(TextChoices):
    """What a story waits for, in the supporters' queue and on the author's desk."""

    SUPPORTER = "supporter", "The supporter's check"
    AUTHOR_LOOKS = "author_looks", "The author looks at changes"
    SAFETY = "safety", "The safety check"
    CHOICES = "choices", "The author chooses"
    THINKING = "thinking", "Thinking time"
    SECOND_YES = "second_yes", "The author's second yes"
    NOTHING = "nothing", "Nothing: it is up"
    SAID_NO = "said_no", "Nothing: the author said no or not now"
    RESTING = "resting", "Resting"
    STOPPED = "stopped", "Ended"
