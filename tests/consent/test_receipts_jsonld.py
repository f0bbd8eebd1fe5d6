"""The linked-data copy, as strangers' software reads it: PyLD and rdflib agree, no field is missing."""

import json

import pytest
import rdflib
from pyld import jsonld as pyld

from consent.enums import State
from consent.receipts import jsonld
from consent.receipts.terms import STATUS
from tests.consent.the_copies import a_life, known_terms, newest, offline, used_terms

pytestmark = pytest.mark.django_db

MANDATORY = {
    "schema version": "$['dct:source']['dct:conformsTo']",
    "record id": "$['dct:source']['dct:identifier']",
    "receipt id": "$['dct:identifier']",
    "pii principal id": "$['dpv:hasDataSubject'][0]['@id']",
    "privacy notice": "$['dpv:hasNotice'][0]['sb:sha256']",
    "language": "$['dpv:hasNotice'][0]['dct:language']",
    "purpose": "$['dpv:hasProcess'][0]['dpv:hasPurpose'][0]['@id']",
    "pii information": "$['dpv:hasProcess'][0]['dpv:hasPersonalData']",
    "pii type": "$['dpv:hasProcess'][0]['dpv:hasPersonalData'][0]",
    "pii controllers": "$['dpv:hasDataController'][0]['@id']",
    "storage locations": "$['dpv:hasProcess'][0]['dpv:hasStorageCondition'][0]['dpv:hasLocation']",
    "retention period": "$['dpv:hasProcess'][0]['dpv:hasStorageCondition'][1]['dpv:hasDuration'][0]['rdf:value']",
    "jurisdiction": "$['dpv:hasJurisdiction']",
    "recipient third parties": "$['dpv:hasProcess'][0]['dpv:hasRecipient'][0]['@id']",
    "withdrawal method": "$['dpv:hasConsentControl'][0]['dpv:isExercisedAt']",
    "party id": "$['dpv:hasDataController'][0]['dpv:hasIdentifier']",
    "party name": "$['dpv:hasDataController'][0]['dpv:hasName']",
    "party address": "$['dpv:hasDataController'][0]['dpv:hasAddress']",
    "party contact": "$['dpv:hasDataController'][0]['dpv:hasContact']",
    "party type": "$['dpv:hasDataController'][0]['@type']",
    "event time": "$['dpv:hasProcess'][0]['dpv:hasConsentStatus'][-1]['dpv:isIndicatedAtTime']",
    "validity duration": "$['dpv:hasProcess'][0]['dpv:hasConsentStatus'][-1]['dpv:hasDuration'][0]['rdf:value']",
    "entity id": "$['dpv:hasProcess'][0]['dpv:hasConsentStatus'][-1]['dpv:isIndicatedBy'][0]",
    "event type": "$['dpv:hasProcess'][0]['dpv:hasLegalBasis'][0]",
    "event state": "$['dpv:hasProcess'][0]['dpv:hasConsentStatus'][-1]['@type'][0]",
}
"""Every field that the guide to ISO/IEC TS 27560:2023 calls mandatory, and where it stands in our copy."""


@pytest.fixture
def copies():
    person, _ = a_life()
    return [jsonld.document(copy) for copy in person.receipts.all()]


def at(document, path):
    """The value at a path like $['a'][0]['b']."""
    value = document
    for step in path[2:-1].split("]["):
        value = value[step.strip("'") if step.startswith("'") else int(step)]
    return value


@pytest.mark.parametrize("field", sorted(MANDATORY))
def test_the_mandatory_field_stands_in_every_copy(copies, field):
    found = [at(copy, MANDATORY[field]) for copy in copies]

    assert [bool(value) for value in found] == [True] * 7


def test_at_least_the_twenty_mandatory_fields_are_asked_for():
    assert len(MANDATORY) >= 20


def test_every_copy_expands_and_compacts_to_itself_without_the_net(copies):
    for copy in copies:
        expanded = pyld.expand(copy, {"documentLoader": offline})
        compacted = pyld.compact(expanded, copy["@context"], {"documentLoader": offline})
        again = pyld.expand(compacted, {"documentLoader": offline})
        assert pyld.normalize(copy, {"documentLoader": offline}) == pyld.normalize(
            compacted, {"documentLoader": offline}
        )
        assert len(again) == len(expanded)


def test_rdflib_reads_as_many_triples_as_pyld(copies):
    for copy in copies:
        options = {"documentLoader": offline, "format": "application/n-quads"}
        by_pyld = pyld.to_rdf(copy, options).strip().splitlines()
        graph = rdflib.Graph().parse(data=json.dumps(copy), format="json-ld")
        assert len(graph) == len(set(by_pyld))
        assert len(graph) > 50


def test_nothing_of_a_copy_is_lost_for_want_of_a_term(copies):
    """A key that no vocabulary explains would be dropped in silence; so every key has a known prefix."""

    def keys(value):
        if isinstance(value, dict):
            for key, item in value.items():
                yield key
                yield from keys(item) if key != "@context" else ()
        elif isinstance(value, list):
            for item in value:
                yield from keys(item)

    prefixes = {name for name, meaning in copies[0]["@context"].items() if isinstance(meaning, str)}
    odd = {
        key for copy in copies for key in keys(copy) if key[0] != "@" and key.split(":")[0] not in prefixes
    }

    assert odd == set()


def test_no_term_is_unknown_to_the_vocabulary(copies):
    used = set().union(*(used_terms(copy) for copy in copies))
    statuses = {status for status in STATUS.values() if status.startswith("dpv:")}

    assert used - known_terms() == set()
    assert statuses - known_terms() == set()
    assert len(used) > 40


def test_every_state_has_a_status_of_its_own():
    assert set(STATUS) == set(State)
    assert len(set(STATUS.values())) == len(State)


def test_our_own_statuses_say_that_they_are_no_yes(copies):
    broader = {one["@id"]: one["skos:broader"][0]["@id"] for one in copies[0]["sb:statusTerms"]}

    assert broader == {
        "sb:ThinkingTime": "dpv:ConsentStatusInvalidForProcessing",
        "sb:ConsentPaused": "dpv:ConsentStatusInvalidForProcessing",
        "sb:ConsentSuperseded": "dpv:ConsentStatusInvalidForProcessing",
    }


def test_the_history_of_a_choice_reads_as_it_happened():
    person, _ = a_life()
    stopped = jsonld.document(newest(person, "stop"))

    first = stopped["dpv:hasProcess"][0]

    assert [status["@type"][0] for status in first["dpv:hasConsentStatus"]] == [
        "dpv:ConsentRequested",
        "sb:ThinkingTime",
        "dpv:ConsentGiven",
        "dpv:ConsentWithdrawn",
    ]


def test_no_yes_is_endless(copies):
    durations = {
        duration["@type"]
        for copy in copies
        for process in copy["dpv:hasProcess"]
        for status in process["dpv:hasConsentStatus"]
        for duration in status["dpv:hasDuration"]
    }

    assert durations == {"dpv:UntilTimeDuration"}
