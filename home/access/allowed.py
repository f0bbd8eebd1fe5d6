"""Which views of the admin each role may reach. Whatever is not written here is refused (`middleware`).

A test walks the resolver: every view stands here or in `denied`, so that a new view without a rule fails.
"""

from typing import Final

from people.roles import ADMINISTRATOR, COMMS, DPO, SAFEGUARDING, SUPPORTER

Views = frozenset[str]

EVERY_STAFF: Final[Views] = frozenset(
    {
        "wagtailadmin_home",
        "wagtailadmin_account",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_dismissibles",
        "wagtail_modeladmin:javascript_catalog",
    }
)
"""Plumbing: no names, no titles, no words."""

# --- Stories (storybank) -----------------------------------------------------------------------------
READING_STORIES: Final[Views] = frozenset(
    {"work:queue", "work:story", "work:in_it", "work:in_it_act", "work:leave_clue", "work:media", "work:take"}
)
SUGGESTING: Final[Views] = frozenset(
    {
        "work:send",
        "work:take_back",
        "work:supporter_check",
        "work:decide",
        "work:derive",
        "work:add_picture",
        "work:add_sound",
        "work:thanks",
        "work:take_clue",
        "work:typing",
        "work:answer_back",
        "wagtailadmin_pages:edit",
        "wagtailadmin_editing_sessions:ping",
        "wagtailadmin_editing_sessions:release",
        "wagtailadmin_block_preview",
    }
)
FROM_BEFORE: Final[Views] = frozenset(
    {"elsewhere:bring"}
    | {f"from_before:{name}" for name in ("index", "template", "check", "bring_in", "batch", "tell")}
)
AFTERWARDS: Final[Views] = frozenset(
    f"after:{name}"
    for name in ("index", "said", "rung", "letter", "letter_paper", "skills", "skill_said", "skills_paper")
)
EVENINGS: Final[Views] = frozenset(
    f"workshops:{name}" for name in ("index", "evening", "seat", "batch", "piece")
)
YEARLY: Final[Views] = frozenset(f"yearly:{name}" for name in ("index", "talk", "letter", "not_this_year"))
LETTERS: Final[Views] = frozenset({"replies:index", "replies:one"})
CHECKING: Final[Views] = frozenset({"work:safety_check", "work:link", "work:notes", "replies:as_it_came"})
READINGS_OF_NOTES: Final[Views] = frozenset({"work:note_readings", "caseload:looks"})
CONCERNS: Final[Views] = frozenset({"concerns:index", "concerns:view", "concerns:act"})
FRONT_PAGE: Final[Views] = frozenset(
    {"wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit", "wagtailadmin_block_preview"}
    | {f"wagtailadmin_editing_sessions:{name}" for name in ("ping", "release")}
    | {f"wagtailimages_chooser:{name}" for name in ("choose", "choose_results", "chosen", "create")}
)
HELPLINES: Final[Views] = frozenset(
    f"helplines:{name}" for name in ("index", "index_results", "add", "edit", "delete")
)
ANSWERS: Final[Views] = frozenset(f"answers:{name}" for name in ("index", "story", "claim", "take_away"))
SAID_OF_ANSWERS: Final[Views] = frozenset({"answers:said"})
CHECKING_ANSWERS: Final[Views] = frozenset({"answers:to_check"})

# --- The press (storybank) ---------------------------------------------------------------------------
FINDER: Final[Views] = frozenset(
    {
        "finder:index",
        "finder:enquiries",
        "finder:new_enquiry",
        "finder:enquiry",
        "finder:replies",
        "finder:reply",
        "packs:index",
        "packs:new",
        "packs:pack",
        "packs:fetch",
        "packs:media",
        "packs:new_card",
        "packs:card",
        "packs:fetch_card",
        "packs:newsletter",
        "packs:issue",
        "quotes:index",
        "quotes:new",
        "quotes:one",
        "private_readings:new",
        "private_readings:one",
    }
)
"""Finding what may be used now, and handing it over. Shows no word that is not cleared for the use asked for."""
COMPONENTS: Final[Views] = frozenset({"components:index", "components:shelf"})  # made-up values only
ON_DUTY: Final[Views] = frozenset({"finder:duty"})
"""Staff numbers only."""

# --- People (people) ---------------------------------------------------------------------------------
PEOPLE_BY_CODE: Final[Views] = frozenset({"caseload:people", "caseload:person", "caseload:contact"})
CASELOAD: Final[Views] = frozenset(
    {"replies:person", "replies:paper"}
    | {f"caseload:{name}" for name in ("invite", "change", "conflicts", "card", "new_card", "end_card")}
    | {f"caseload:{name}" for name in ("letters", "letter", "letter_done", "letter_paper")}
    | {f"caseload:{name}" for name in ("reaching", "reaching_told")}
)
HANDING_OVER: Final[Views] = frozenset({"caseload:hand_over"})
STAFF: Final[Views] = frozenset(f"people_staff:{name}" for name in ("index", "add", "edit", "switch"))
SETTINGS: Final[Views] = frozenset(
    {
        "wagtailsettings:edit",
        "words:index",
        "words:edit",
        "lists:index",
        "lists:add",
        "lists:change",
        "population",
        "population_template",
        "set_up:start",
        "set_up:step",
        "aloud:index",
        "aloud:one",
        "aloud:remove",
    }
)

# --- Rights, complaints and the ledger (home, consent) -------------------------------------------------
LEDGER: Final[Views] = frozenset(
    f"ledger:{name}" for name in ("index", "take", "reads", "record", "end", "not_counting")
)
USES: Final[Views] = frozenset({"uses:index", "uses:edit", "uses:ask"})
COMPLAINTS: Final[Views] = frozenset(f"complaints:{name}" for name in ("index", "new", "view", "act"))
RIGHTS: Final[Views] = frozenset(
    f"rights:{name}" for name in ("index", "new", "view", "act", "copy", "rules", "rule")
)
SECOND_PAIR_OF_EYES: Final[Views] = frozenset({"rights:second", "rights:confirm"})

# --- Stops (consent) ---------------------------------------------------------------------------------
TOLD_TO_STOP: Final[Views] = frozenset({"stops:told_by_code", "paper:slip"})
"""Everybody who may answer the phone. The page says nothing about anybody."""
TOLD_BY_A_PERSON: Final[Views] = frozenset({"stops:told"})
TAKING_BACK: Final[Views] = frozenset({"stops:taking_back", "stops:one", "stops:mark", "stops:send_again"})
"""What others hold, by mark and recipient; no title and nobody's name."""

# --- Resting (consent) ----------------------------------------------------------------------------------
RESTING: Final[Views] = frozenset({"resting:index", "resting:end"})
"""By the codes of stories; no title and nobody's name."""
TURNS_IN_A_LIFE: Final[Views] = frozenset({"turns_told"})

# --- What people said, and what they are told (consent) ----------------------------------------------------
WRITING_DOWN: Final[Views] = frozenset({"said:person", "said:copy", "said:write", "said:link"})
CHECKING_WHAT_WAS_SAID: Final[Views] = frozenset({"said:waiting", "said:check", "said:paper", "said:slip"})
PAPER: Final[Views] = frozenset(
    f"paper:{name}"
    for name in ("pack", "act", "again", "scans", "enter", "link", "blank", "for_person", "for_story")
)
CHECKING_PAPER: Final[Views] = frozenset({"paper:index", "paper:check", "paper:scan"})
NOTICES: Final[Views] = frozenset({"notices:index", "notices:one", "notices:new"})

# --- Speakers and requests (speakers) ----------------------------------------------------------------
REQUESTS: Final[Views] = frozenset(
    {
        "speakers_requests:index",
        "speakers_requests:new",
        "speakers_requests:wall",
        "speakers_requests:view",
        "speakers_requests:edit",
        "speakers_requests:shortlist",
        "speakers_requests:act",
        "speakers_requests:invite",
        "speakers_requests:booking",
    }
)
VENUES_AND_OUTLETS: Final[Views] = frozenset(
    f"speakers_{table}_modeladmin_{view}"
    for table in ("venue", "outlet")
    for view in ("index", "create", "edit", "delete")
)
LIST_OF_SPEAKERS: Final[Views] = frozenset({"speakers_people:index"})
SPEAKERS_OF_MINE: Final[Views] = frozenset(
    {
        "speakers_people:new",
        "speakers_people:edit",
        "speakers_people:ask",
        "speakers_people:list_page",
        "speakers_people:status",
    }
)

ALLOWED: Final[dict[str, Views]] = {
    SUPPORTER: (
        EVERY_STAFF
        | READING_STORIES
        | SUGGESTING
        | FROM_BEFORE
        | AFTERWARDS
        | ANSWERS
        | SAID_OF_ANSWERS
        | EVENINGS
        | YEARLY
        | LETTERS
        | HELPLINES
        | PEOPLE_BY_CODE
        | CASELOAD
        | WRITING_DOWN
        | PAPER
        | CHECKING_PAPER
        | CHECKING_WHAT_WAS_SAID
        | CHECKING_ANSWERS
        | HANDING_OVER
        | LIST_OF_SPEAKERS
        | SPEAKERS_OF_MINE
        | ON_DUTY
        | TOLD_TO_STOP
        | TOLD_BY_A_PERSON
        | TAKING_BACK
        | RESTING
        | TURNS_IN_A_LIFE
    ),
    SAFEGUARDING: (
        EVERY_STAFF
        | READING_STORIES
        | LETTERS
        | CHECKING
        | CONCERNS
        | PEOPLE_BY_CODE
        | CHECKING_PAPER
        | CHECKING_WHAT_WAS_SAID
        | CHECKING_ANSWERS
        | ON_DUTY
        | SECOND_PAIR_OF_EYES
        | TOLD_TO_STOP
        | TOLD_BY_A_PERSON
        | RESTING
    ),
    COMMS: (
        EVERY_STAFF
        | REQUESTS
        | VENUES_AND_OUTLETS
        | LIST_OF_SPEAKERS
        | FINDER
        | COMPONENTS
        | ANSWERS
        | FRONT_PAGE
        | ON_DUTY
        | TOLD_TO_STOP
        | TAKING_BACK
    ),
    DPO: (
        EVERY_STAFF
        | READINGS_OF_NOTES
        | PEOPLE_BY_CODE
        | LEDGER
        | USES
        | COMPLAINTS
        | NOTICES
        | RIGHTS
        | SECOND_PAIR_OF_EYES
        | TOLD_TO_STOP
        | TOLD_BY_A_PERSON
        | TAKING_BACK
        | RESTING
    ),
    ADMINISTRATOR: (
        EVERY_STAFF
        | FRONT_PAGE
        | HELPLINES
        | SETTINGS
        | STAFF
        | COMPONENTS
        | HANDING_OVER
        | SECOND_PAIR_OF_EYES
        | TOLD_TO_STOP
    ),
}

INSTEAD: Final[dict[str, str]] = {
    "wagtailadmin_explore": "work:queue",
    "wagtailadmin_explore_root": "work:queue",
    "wagtailadmin_pages:search": "work:queue",
}
"""Wagtail's own links to its page tree and page search lead to the work queue, which finds stories by code."""


def reachable(roles: frozenset[str]) -> Views:
    """Every view that somebody with these roles may reach; nothing without a role."""
    found: Views = frozenset()
    return found.union(*(ALLOWED[role] for role in roles)) if roles else found
