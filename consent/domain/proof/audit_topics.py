"""Every kind of row that the events account for. Whoever makes another adds a topic here, in a file of their own."""

from consent.domain.proof import (
    audit_cases,
    audit_endings,
    audit_in_it,
    audit_notices,
    audit_outings,
    audit_rows,
    audit_written,
)
from consent.domain.proof.audit_rows import Topic
from consent.domain.told.receipts import ACTS
from consent.enums import EventKind

TOPICS: list[Topic] = [
    Topic(
        "its kind or its first day differs from the events",
        frozenset({EventKind.OPENED}),
        audit_rows.file_opened,
        audit_rows.files,
    ),
    Topic(
        "its versions differ from the events",
        frozenset({EventKind.FROZEN}),
        audit_rows.version_frozen,
        audit_rows.versions,
    ),
    Topic(
        "its safety checks differ from the events",
        frozenset({EventKind.REVIEWED}),
        audit_rows.review_made,
        audit_rows.reviews,
    ),
    Topic(
        "its holds differ from the events",
        frozenset({EventKind.HELD, EventKind.RELEASED}),
        audit_rows.hold_moved,
        audit_rows.holds,
    ),
    Topic(
        "who is in it differs from the events",
        frozenset({EventKind.APPEARS, EventKind.DECIDED, EventKind.ERASED}),
        audit_rows.person_told,
        audit_rows.people,
    ),
    Topic(
        "the versions that may never come back differ from the events",
        frozenset({EventKind.BARRED, EventKind.UNBARRED}),
        audit_in_it.bar_moved,
        audit_in_it.bars,
    ),
    Topic(
        "what was decided about somebody young differs from the events",
        frozenset({EventKind.CARED}),
        audit_in_it.decided_about_the_young,
        audit_in_it.decisions,
    ),
    Topic(
        "what people were told is not what the notices say now",
        frozenset({EventKind.NOTICE_SERVED}),
        audit_notices.served,
        audit_notices.renderings,
        audit_notices.all_there,
    ),
    Topic(
        "what went out differs from the events",
        frozenset({EventKind.OUT, EventKind.RECALLED}),
        audit_outings.told_of,
        audit_outings.outings,
    ),
    Topic(
        "the copies for the person differ from their acts",
        frozenset(map(EventKind, ACTS)),
        audit_outings.acted,
        audit_outings.copies,
        audit_outings.copies_agree,
    ),
    Topic(
        "what was taken back differs from the events",
        frozenset({EventKind.CALLED_BACK}),
        audit_cases.case_opened,
        audit_cases.cases,
    ),
    Topic(
        "how far it was taken back differs from the events",
        frozenset({EventKind.CALLED_BACK, EventKind.RECALLED}),
        audit_cases.moved,
        audit_cases.actions,
        audit_cases.actions_agree,
    ),
    Topic(
        "what we ended, or why, differs from the events",
        frozenset({EventKind.REVOKED, EventKind.INVALIDATED, EventKind.ERASED}),
        audit_endings.ended,
        audit_endings.endings,
    ),
    Topic(
        "what was written down for somebody differs from the events",
        frozenset({EventKind.EVIDENCED, EventKind.VERIFIED, EventKind.ERASED}),
        audit_written.written,
        audit_written.papers,
    ),
    Topic(
        "whether it was understood differs from the events",
        frozenset({EventKind.INFORMED, EventKind.ERASED}),
        audit_written.explained,
        audit_written.explanations,
    ),
    Topic(
        "a consent to be known differs from the events",
        frozenset({EventKind.WAIVED, EventKind.DECIDED, EventKind.ERASED}),
        audit_written.waived,
        audit_written.waivers,
    ),
    Topic(
        "what somebody outside said of it differs from the events",
        frozenset({EventKind.CONCERN}),
        audit_in_it.concern_spoken_of,
        audit_in_it.concerns,
    ),
]
