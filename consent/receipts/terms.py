"""The words of the linked-data copy: the public vocabularies it uses, and the few of our own.

Data Privacy Vocabulary (DPV) 2.0 and its guide to ISO/IEC TS 27560:2023. Our own terms stand under `sb:`, each narrower
than a DPV term where there is one.
"""

from typing import Any, Final

from consent.enums import IdentityLevel, State

SCHEMA: Final = "https://w3id.org/dpv/schema/dpv-27560"
RDF_DATE: Final = "xsd:dateTime"
LINKS: Final = (
    "dpv:hasProcess",
    "dpv:hasPersonalData",
    "dpv:hasLegalBasis",
    "dpv:hasApplicableLaw",
    "dpv:hasJurisdiction",
    "dpv:hasLocation",
    "dpv:isIndicatedBy",
    "dpv:isExercisedAt",
    "dpv:hasAuthority",
    "dpv:hasDataController",
    "dpv:hasDataSubject",
    "dpv:hasDataSource",
    "dct:conformsTo",
    "sb:identityLevel",
    "sb:recallClass",
    "sb:state",
)
DATES: Final = ("dct:issued", "dct:date", "dpv:isIndicatedAtTime", "sb:thinkingTimeUntil")
CONTEXT: Final[dict[str, Any]] = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "loc": "https://w3id.org/dpv/loc#",
    "legal-gb": "https://w3id.org/dpv/legal/gb#",
    "dct": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sb": "https://storybank.example/ns#",
    **{name: {"@type": "@id"} for name in LINKS},
    **{name: {"@type": RDF_DATE} for name in DATES},
}
STATUS: Final[dict[State, str]] = {
    State.REQUESTED: "dpv:ConsentRequested",
    State.DEFERRED: "dpv:ConsentRequestDeferred",
    State.REFUSED: "dpv:ConsentRefused",
    State.COOLING: "sb:ThinkingTime",
    State.ACTIVE: "dpv:ConsentGiven",
    State.PAUSED: "sb:ConsentPaused",
    State.SUPERSEDED: "sb:ConsentSuperseded",
    State.EXPIRED: "dpv:ConsentExpired",
    State.WITHDRAWN: "dpv:ConsentWithdrawn",
    State.REVOKED: "dpv:ConsentRevoked",
    State.INVALIDATED: "dpv:ConsentInvalidated",
    State.UNKNOWN: "dpv:ConsentUnknown",
}
RENEWED: Final = "dpv:RenewedConsentGiven"
OWN_STATUSES: Final = tuple(status for status in STATUS.values() if status.startswith("sb:"))
IDENTITY: Final[dict[IdentityLevel, str]] = {
    IdentityLevel.N0: "sb:CountedOnly",
    IdentityLevel.N1: "sb:Retold",
    IdentityLevel.N2: "sb:NothingThatPointsToMe",
    IdentityLevel.N3: "sb:ChosenName",
    IdentityLevel.N4: "sb:FirstName",
    IdentityLevel.N5: "sb:FullName",
}
RECALL: Final = {
    "R0": "sb:GoneAtOnce",
    "R1": "sb:PartnerTakesDown",
    "R2": "sb:WeCanAsk",
    "R3": "sb:CannotComeBack",
    "R4": "sb:CopiesNobodyCanCount",
}
METHOD: Final = {
    "screen": "on their own screen",
    "paper_code": "with the code on their card",
    "paper": "on paper",
    "phone": "by phone",
    "in_person": "face to face",
    "staff": "by staff",
    "system": "by the house",
    "import": "from older records",
}
