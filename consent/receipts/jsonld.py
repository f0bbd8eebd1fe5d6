"""A copy as linked data (JSON-LD): ISO/IEC TS 27560:2023 fields in DPV terms, byte for byte the same each time.

Identifiers are random numbers of ours; the person's is a different one in every file, so that two copies handed to two
people cannot be put together. No title, no name, no word of the story, no reason.
"""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from consent.domain.record.digests import canonical
from consent.domain.told.accounts import Account, ChoiceAccount, Step, account_of
from consent.enums import State
from consent.models import Receipt
from consent.receipts.terms import CONTEXT, IDENTITY, METHOD, OWN_STATUSES, RECALL, RENEWED, SCHEMA, STATUS
from people import clock


class NotTheSame(RuntimeError):
    """A copy made again differs from what was handed out: the events or our kept words were tampered with."""


KEPT = "P6Y"
"""How long the record of what was said is kept after the last yes ends; the words themselves go at once."""


def document(copy: Receipt) -> dict[str, Any]:
    """The copy as JSON-LD."""
    return told(account_of(copy))


def canonical_bytes(copy: Receipt) -> bytes:
    """The one byte string of the copy; its SHA-256 stands in the row."""
    return canonical(document(copy))


def settle(copy: Receipt) -> bytes:
    """The bytes, and their digest in the row the first time. Raises `NotTheSame` when an earlier digest differs."""
    made = canonical_bytes(copy)
    found = hashlib.sha256(made).hexdigest()
    if not copy.sha256:
        copy.sha256 = found
        copy.save(update_fields=["sha256"])
    if copy.sha256 != found:
        raise NotTheSame(f"{copy} is not what it was")
    return made


def told(account: Account) -> dict[str, Any]:
    """The account in the words of the vocabularies. Lists, never repeated keys."""
    house, person = _house_id(account), urn(account.person_uid)
    return {
        "@context": CONTEXT,
        "@id": urn(uuid5(account.file_uid, f"copy {account.code}")),
        "@type": "dpv:ConsentReceipt",
        "dct:identifier": account.code,
        "dct:conformsTo": f"{SCHEMA}#receipt",
        "dct:issued": moment(account.made_at),
        "dct:language": "en",
        "dct:type": str(account.kind),
        "dct:source": _record(account),
        "dpv:hasDataSubject": [
            {"@id": person, "@type": ["dpv:DataSubject", "dpv:Participant", "dpv:VulnerableDataSubject"]}
        ],
        "dpv:hasDataController": [_controller(account, house)],
        "dpv:hasJurisdiction": ["loc:GB"],
        "dpv:hasApplicableLaw": ["legal-gb:law-GDPR", "legal-gb:law-DPA"],
        "dpv:hasAuthority": ["legal-gb:DPA-GB"],
        "dpv:hasNotice": _notices(account),
        "dpv:hasProcess": [_process(choice, house=house, person=person) for choice in account.choices],
        "dpv:hasConsentControl": [_control(account)],
        "dpv:hasRight": _rights(account),
        "sb:informed": _informed(account),
        "sb:statusTerms": [
            {"@id": status, "skos:broader": [{"@id": "dpv:ConsentStatusInvalidForProcessing"}]}
            for status in OWN_STATUSES
        ],
    }


def urn(uid: UUID) -> str:
    return f"urn:uuid:{uid}"


def moment(at: datetime) -> str:
    """To the second, in UTC."""
    return at.astimezone(clock.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _record(account: Account) -> dict[str, Any]:
    return {
        "@id": urn(account.file_uid),
        "@type": "dpv:ConsentRecord",
        "dct:identifier": account.file_uid.hex,
        "dct:conformsTo": f"{SCHEMA}#record",
        "sb:firstEvent": account.first_seq,
        "sb:lastEvent": account.last_seq,
        "sb:previousEventHash": account.prev_hash,
    }


def _house_id(account: Account) -> str:
    return urn(uuid5(account.file_uid, f"house {account.house.name}"))


def _controller(account: Account, house: str) -> dict[str, Any]:
    return {
        "@id": house,
        "@type": ["dpv:Organisation", "dpv:DataController"],
        "dpv:hasIdentifier": account.house.site,
        "dpv:hasName": account.house.name,
        "dpv:hasAddress": account.house.address or account.house.site,
        "dpv:hasContact": [one for one in (account.house.phone, account.house.email) if one],
    }


def _notices(account: Account) -> list[dict[str, Any]]:
    """What was put before the person; nothing for a stop by somebody who was never asked."""
    told = account.notice
    if told is None:
        return []
    return [
        {
            "@id": f"sb:notice/{told['notice']}/{told['version']}/{told['language']}/{told['format']}",
            "@type": "dpv:ConsentNotice",
            "dct:hasVersion": str(told["version"]),
            "dct:language": told["language"],
            "dct:format": told["format"],
            "dct:date": moment(told["at"]),
            "sb:sha256": told["sha256"],
        }
    ]


def _process(choice: ChoiceAccount, *, house: str, person: str) -> dict[str, Any]:
    use, columns = choice.use, choice.columns
    found: dict[str, Any] = {
        "@id": urn(choice.uid),
        "@type": "dpv:Process",
        "sb:partOfThisAct": choice.now,
        "sb:state": STATUS[choice.state],
        "dpv:hasPurpose": [
            {
                "@id": f"sb:use/{use.subject}/{use.slug}/{use.version}",
                "@type": "dpv:Purpose",
                "dct:title": use.label,
                "skos:broader": [{"@id": use.purpose.replace("https://w3id.org/dpv#", "dpv:")}],
            }
        ],
        "dpv:hasPersonalData": _data(choice),
        "dpv:hasDataSource": ["sb:WordsOfTheDataSubject"],
        "dpv:hasLegalBasis": ["dpv:ExplicitlyExpressedConsent"],
        "dpv:hasRecipient": [
            {
                "@id": f"sb:audience/{_slug(use.audience)}",
                "@type": ["dpv:Recipient"],
                "dct:title": use.audience or "not said",
            }
        ],
        "dpv:hasStorageCondition": [
            {"@type": "dpv:StorageLocation", "dpv:hasLocation": ["loc:GB"]},
            {
                "@type": "dpv:StorageDuration",
                "dpv:hasDuration": [{"@type": "dpv:TemporalDuration", "rdf:value": KEPT}],
            },
        ],
        "dpv:hasConsentStatus": [_status(step, house=house, person=person) for step in choice.steps],
        "sb:channel": use.channel,
        "sb:recallClass": RECALL[use.recall_class],
        "sb:edition": [
            {
                "@id": urn(choice.edition_uid),
                "@type": "sb:Edition",
                "dct:language": choice.edition_language,
                "sb:number": choice.edition_n,
                "sb:closureSha256": choice.closure_sha256,
            }
        ],
    }
    if columns["answer"] == "yes":
        found["sb:identityLevel"] = IDENTITY[choice.identity]
        found["sb:face"], found["sb:voice"] = columns["face"], columns["voice"]
    return found


def _data(choice: ChoiceAccount) -> list[str]:
    named = choice.columns["answer"] == "yes" and choice.identity.shows_name
    return ["pd:LifeHistory", *(["pd:Name"] if named else [])]


def _status(step: Step, *, house: str, person: str) -> dict[str, Any]:
    """One event of the record: what it made of the choice, when, by whom, how, and how long that lasts."""
    status = RENEWED if step.kind == "renewed" else STATUS[step.state]
    found: dict[str, Any] = {
        "@type": [status],
        "dpv:isIndicatedBy": [person if step.by_person else house],
        "dpv:isIndicatedAtTime": moment(step.at),
        "dpv:hasIndicationMethod": METHOD.get(step.method, step.method)
        + (", written down by a worker" if step.recorded_by_staff and step.by_person else ""),
        "dpv:hasDuration": _durations(step),
    }
    if step.state is State.COOLING:
        found["sb:thinkingTimeUntil"] = moment(step.columns["cool_until"])
    return found


def _durations(step: Step) -> list[dict[str, Any]]:
    """Never endless. What is no yes lasts no longer than the moment it was said."""
    if step.state is State.ACTIVE:
        found = [_until(step.columns["valid_until"])]
        if step.columns["max_uses"] is not None:
            times = str(step.columns["max_uses"])
            found.append({"@type": "dpv:FixedOccurrencesDuration", "rdf:value": times})
        if step.columns.get("until_event"):
            event = str(step.columns["until_event"])
            found.append({"@type": "dpv:UntilEventDuration", "rdf:value": event})
        return found
    if step.state is State.COOLING:
        return [_until(step.columns["cool_until"])]
    return [_until(step.at)]


def _until(at: datetime) -> dict[str, Any]:
    return {"@type": "dpv:UntilTimeDuration", "rdf:value": moment(at)}


def _control(account: Account) -> dict[str, Any]:
    return {
        "@type": ["dpv:WithdrawConsent", "dpv:ReaffirmConsent", "dpv:ProvideConsent"],
        "dpv:isExercisedAt": [f"{account.house.site}/stop/", f"{account.house.site}/my/"],
        "sb:alsoBy": [
            "say so to anyone who works here",
            *([f"ring {account.house.phone}"] if account.house.phone else []),
            "write to us",
            "ask someone you trust to tell us",
        ],
    }


def _rights(account: Account) -> list[dict[str, Any]]:
    return [
        {
            "@type": "dpv:DataSubjectRight",
            "dct:title": "Stop or change this at any time (UK GDPR Article 7(3))",
            "dpv:isExercisedAt": [f"{account.house.site}/stop/"],
        },
        {
            "@type": "dpv:DataSubjectRight",
            "dct:title": "See what is kept about you, have it put right, have it wiped (UK GDPR Articles 15 to 17)",
            "dpv:isExercisedAt": [f"{account.house.site}/my/"],
        },
        {
            "@type": "dpv:DataSubjectRight",
            "dct:title": "Complain to us; an answer within 30 days (Data (Use and Access) Act 2025)",
            "dpv:isExercisedAt": [f"{account.house.site}/help/"],
        },
    ]


def _informed(account: Account) -> list[dict[str, Any]]:
    said = account.informed
    if said is None:
        return []
    return [
        {
            "@type": "sb:InformedRecord",
            "dct:date": moment(said["at"]),
            "sb:questions": list(said["questions"]),
            "sb:understood": said["understood"],
            "sb:readAloud": said["read_aloud"],
            "sb:interpreted": said["interpreted"],
            "sb:someoneElsePresent": said["others_present"],
            "sb:copyLeft": said["copy_left"],
        }
    ]


def _slug(text: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in text.lower()).split()) or "not-said"
