"""The lists the demo's charity works with: themes, regions, experience, topics, training, teams."""

from typing import Final

from django.utils.translation import gettext_noop as noop

from home.demo.shapes import Named, Tinted

THEMES: Final[tuple[Tinted, ...]] = (
    Tinted(
        slug="first-nights",
        name="First nights",
        name_cy="Nosweithiau cyntaf",
        description="The first hours inside, and the small things people still remember about them.",
        tint_a="#E9D8C3",
        tint_b="#C9D6DA",
    ),
    Tinted(
        slug="visits",
        name="Visits",
        name_cy="Ymweliadau",
        description="Getting there, getting in, and what can be said across a table in two hours.",
        tint_a="#DCE3D0",
        tint_b="#EBD9CF",
    ),
    Tinted(
        slug="families",
        name="Families",
        name_cy="Teuluoedd",
        description="Parents, children, grandparents and partners who serve the time at home.",
        tint_a="#F0DCC8",
        tint_b="#D3DDE4",
    ),
    Tinted(
        slug="calls-and-letters",
        name="Calls and letters",
        name_cy="Galwadau a llythyrau",
        description="Keeping in touch by phone, on paper and in your own language.",
        tint_a="#E4DCEA",
        tint_b="#DDE5D6",
    ),
    Tinted(
        slug="health",
        name="Health",
        name_cy="Iechyd",
        description="Medicine, doctors, and being believed when something hurts.",
        tint_a="#D2E3DD",
        tint_b="#EFE1C9",
    ),
    Tinted(
        slug="learning",
        name="Reading and learning",
        name_cy="Darllen a dysgu",
        description="Libraries, classes, and finding out late that you can.",
        tint_a="#EFE3BF",
        tint_b="#D6DDE9",
    ),
    Tinted(
        slug="work",
        name="Work",
        name_cy="Gwaith",
        description="Getting a job, keeping it, and what to say about the gap.",
        tint_a="#DDD9CC",
        tint_b="#E9CFC4",
    ),
    Tinted(
        slug="release",
        name="Coming out",
        name_cy="Dod allan",
        description="The day of release and the weeks after it.",
        tint_a="#CFE0E6",
        tint_b="#F1DFC6",
    ),
    Tinted(
        slug="home",
        name="A place to live",
        name_cy="Lle i fyw",
        description="Hostels, sofas, forms and front doors.",
        tint_a="#E8D3CB",
        tint_b="#D9E2CF",
    ),
    Tinted(
        slug="probation",
        name="Probation",
        name_cy="Y gwasanaeth prawf",
        description="Appointments, buses, and the people on the other side of the desk.",
        tint_a="#D8DEE3",
        tint_b="#E6DEC6",
    ),
    Tinted(
        slug="recovery",
        name="Recovery",
        name_cy="Adferiad",
        description="Leaving something behind, usually more than once.",
        tint_a="#D9E4D7",
        tint_b="#E6D5DD",
    ),
    Tinted(
        slug="being-heard",
        name="Being heard",
        name_cy="Cael eich clywed",
        description="Councils, peer workers, and times when somebody asked and then did something.",
        tint_a="#F0D9C4",
        tint_b="#CFDFD9",
    ),
)

REGIONS: Final[tuple[Named, ...]] = (
    Named("kestlewick", "Kestlewick City", "Dinas Kestlewick"),
    Named("harrowmere", "Harrowmere and the Tops", "Harrowmere a’r Tops"),
    Named("sallow-coast", "Sallow Coast", "Arfordir Sallow"),
    Named("penmarrow", "Vale of Penmarrow", "Bro Penmarrow"),
    Named("bro-tegwen", "Bro Tegwen", "Bro Tegwen"),
)

# Said by the speaker about their own life; never how bad it was, never what they did. A slash makes a
# branch: somebody who told us of "prison/short-sentence" is also found by "prison".
EXPERIENCE: Final[tuple[Named, ...]] = (
    Named("prison", "Prison"),
    Named("family", "Family"),
    Named("recovery", "Recovery"),
    Named("prison/short-sentence", "Prison: under a year"),
    Named("prison/long-sentence", "Prison: four years or more"),
    Named("prison/on-remand", "Prison: waiting for a trial"),
    Named("prison/young-adult", "Prison: aged 18 to 25"),
    Named("prison/older-person", "Prison: aged 50 or over"),
    Named("prison/mother", "Prison: as a mother"),
    Named("prison/english-second", "Prison: English as a second language"),
    Named("prison/sent-back", "Sent back to prison after release"),
    Named("probation", "Probation"),
    Named("family/of-someone-in-prison", "Family of someone in prison"),
    Named("family/parent-in-prison", "Child of someone in prison, now grown up"),
    Named("family/raising-a-relatives-child", "Raising a relative’s child"),
    Named("care-leaver", "Grew up in care"),
    Named("homelessness", "Without a home"),
    Named("recovery/drugs-or-alcohol", "Recovery: drugs or alcohol"),
    Named("recovery/gambling", "Recovery: gambling"),
    Named("long-term-illness", "Living with a long illness"),
    Named("learned-to-read-as-an-adult", "Learned to read as an adult"),
    Named("peer-worker", "Works or volunteers as a peer"),
    Named("veteran", "Served in the forces"),
)

TOPICS: Final[tuple[Named, ...]] = (
    Named("first-nights", noop("First nights inside")),
    Named("visits", noop("Visits and distance")),
    Named("families", noop("Families and children")),
    Named("calls-and-letters", noop("Calls and letters")),
    Named("health-in-prison", noop("Health in prison")),
    Named("reading-and-education", noop("Reading and education")),
    Named("work-and-disclosure", noop("Jobs and what to tell them")),
    Named("release", noop("Release")),
    Named("housing", noop("Housing")),
    Named("probation", noop("Probation")),
    Named("recovery", noop("Recovery")),
    Named("women", noop("Women in prison")),
    Named("young-adults", noop("Young adults")),
    Named("older-people", noop("Growing old inside")),
    Named("being-heard", noop("Councils and being heard")),
    Named("bereavement", noop("Losing someone while inside")),
)

TRAINING: Final[tuple[Named, ...]] = (
    Named("telling-your-story", "Telling your story, staying safe"),
    Named("talks-and-panels", "Talks and panels"),
    Named("media-recorded", "Recorded interviews"),
    Named("media-live", "Live interviews"),
    Named("ministers-and-officials", "Meeting ministers and officials"),
    Named("committee", "Answering a committee"),
    Named("training-others", "Training other people"),
)

TEAMS: Final[tuple[Named, ...]] = (
    Named("north", "Kestlewick and the north"),
    Named("coast-and-wales", "The coast and Bro Tegwen"),
)

# Which training a speaker needs before they are asked for each kind of speaking.
TRAINING_FOR_USE: Final[tuple[tuple[str, str], ...]] = (
    ("event-talk", "talks-and-panels"),
    ("training", "training-others"),
    ("print-media", "media-recorded"),
    ("media-recorded", "media-recorded"),
    ("media-live", "media-live"),
    ("ministers", "ministers-and-officials"),
    ("committee", "committee"),
    ("council", "telling-your-story"),
    ("research", "telling-your-story"),
    ("social-media", "telling-your-story"),
)
