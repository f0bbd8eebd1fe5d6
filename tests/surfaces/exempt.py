"""Public addresses that show no story, each with its reason. A folder ends with a slash and covers what is under it.

To add an address: if a story (or a piece of one) can be met there, give it a row in `surfaces.py`; else one line here.
"""

EXEMPT = {
    # Not for readers
    "/admin/": "staff only, closed by default; tests/surfaces/test_the_wall.py and the canary crawl go through it",
    "/my/": "a person's own desk, behind their sign-in",
    "/staff/": "how staff sign in",
    "/demo/": "the visitors' room of the demo, mounted in the demo only",
    "/_util/": "Wagtail's own sign-in and passwords, led to ours",
    # Readers' pages without stories
    "home:help": "helplines only",
    "api:document": "says what programs can ask; no story in it",
    "api:nothing": "says where the document is; no story in it",
    "home:weather": "where leaving leads; says nothing",
    "home:sheet": "how the public pages look",
    "home:tokens": "two colours",
    "home:colours": "two colours",
    "home:mark": "the mark for browser tabs",
    "home:robots": "asks crawlers away; says where a story that machines may read stands (tests/home/public)",
    "home:security": "whom to tell of a weakness",
    "home:security_txt": "the same for programs",
    "home:media": "pictures of the library; a story has none, its art is drawn from a seed",
    "home:healthz": "says ok",
    "home:readyz": "says whether the parts answer",
    "people:read_aloud": "somebody's voice reading our own words, the same for everyone; no story is in them",
    # Stopping by paper code
    "consent:stop": "asks for a code, shows no title",
    "consent:stop_done": "says that it is done, shows no title",
    "consent:stop_on_paper": "the copy of the stop just made, for this browser only; shows no title and no words",
    "consent:check_answer": "one written-down answer, by a secret address, one use; no title and no words of a story",
    "consent:check_paper": "the paper beside that answer, by the same secret address",
    "consent:complain": "a form for complaints, shows no story",
    "consent:complain_done": "says thank you and a number",
    # Somebody who thinks that they are in a story
    "consent:in_a_story": "a form; its answer is the same for every story and for none (tests/consent/desk)",
    "consent:in_a_story_answer": "asks for a number, shows a lead's own words, never a story's",
    "consent:stop_said_for": "a number for somebody trusted who said stop; shows nothing of what was stopped",
    "consent:taken_down": "a partner's own answer, by a secret address; shows the mark of what they hold, no words",
    # Speakers: their own words, their own gate tests
    "speakers:directory": "speakers, not stories; asks the gate for profiles in tests/speakers",
    "speakers:request": "a form for organisers",
    "speakers:request_sent": "says thank you",
    "speakers:organiser": "an organiser's own page, by a secret address",
    "speakers:answer": "a speaker's own answer, by a secret address",
    "speakers:calendar": "a speaker's own calendar, by a secret address",
    # By a secret address, to one person, for one use
    "storybank:check_sheets": "what somebody filled in on paper, by a secret address, one use; unpublished on purpose",
    "storybank:check_sheets_page": "the scans beside it, by the same link, as long as it opens",
    "storybank:outside_check": "the safety check by somebody outside: unpublished words on purpose, one use",
    "storybank:outside_media": "the pictures and recordings of that check, by the same link, as long as it opens",
    "storybank:private_picture": "the pictures of that one cleared story, by the same link; tests beside it",
    "storybank:private_reading": "one cleared story for one named reader; its tests stand in tests/storybank/press",
    # Wagtail's own, nothing of ours in them
    "wagtaildocs_serve": "documents are not part of stories; no story links one",
    "wagtaildocs_authenticate_with_password": "passwords for documents are off",
}
