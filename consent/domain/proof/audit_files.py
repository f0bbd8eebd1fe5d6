"""The audit of some files: walk each chain, hear what its events say, compare every row with it."""

from collections.abc import Iterator
from itertools import groupby

from consent.domain.clearance.clearing import cleared_by, fields_of
from consent.domain.proof.audit_events import Chunk, Told, one_moment, read, told
from consent.domain.proof.audit_permissions import Replay
from consent.domain.proof.audit_rows import Heard
from consent.domain.proof.audit_topics import TOPICS
from consent.domain.proof.drift import Drift
from consent.domain.record.ledger import fingerprint
from consent.domain.record.quick_times import quick_times
from consent.models import ConsentFile

UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


def audit_files(files: list[ConsentFile]) -> list[Drift]:
    """Every drift of these files. Rows so odd that they cannot be read together are read file by file."""
    try:
        return _together(files)
    except UNREADABLE:
        if len(files) == 1:
            return [
                Drift(str(files[0]), "its rows cannot be read together: one of them leads to another file")
            ]
        return [drift for file in files for drift in audit_files([file])]


def _together(files: list[ConsentFile]) -> list[Drift]:
    """All of it seen at one moment."""
    with quick_times(), one_moment():
        chunk = read(files)
        rows = [topic.rows(chunk) for topic in TOPICS]
        found: list[Drift] = []
        events = told(chunk.ids)
        heads = {file.pk: file for file in chunk.files}
        for pk, its_events in groupby(events, key=lambda event: event.file_id):
            found += _File(heads.pop(pk), chunk).walk(its_events).compare(rows)
        for file in heads.values():
            found += _File(file, chunk).walk(iter(())).compare(rows)
    return found


class _File:
    def __init__(self, file: ConsentFile, chunk: Chunk) -> None:
        self.file, self.grounds = file, chunk.grounds[file.pk]
        self.clearances = chunk.clearances.get(file.pk, [])
        self.where = str(file)
        self.found: list[Drift] = []
        self.replay = Replay()
        self.heard: list[Heard] = [{} for _ in TOPICS]

    def walk(self, events: Iterator[Told]) -> "_File":
        """Once over the chain: numbers, hashes, head; and what the events say of rows."""
        uids = {row.pk: row.uid.hex for row in self.grounds.permissions}
        last, number, whole = "", 0, True
        for number, event in enumerate(events, start=1):
            if whole:
                whole = event.seq == number
                if not whole:
                    self._say(f"event {number} is missing")
                elif not self._follows(event, last, uids):
                    self._say(f"event {number} was changed after it was written")
                last = event.hash
            self._hear(event)
        if whole and (self.file.head_seq, self.file.head_hash) != (number, last):
            self._say("the head of the chain is not its last event")
        return self

    def _follows(self, event: Told, last: str, uids: dict[int, str]) -> bool:
        permission = uids.get(event.permission_id, "?") if event.permission_id is not None else ""
        true = fingerprint(event.as_event, file_uid=self.file.uid.hex, permission_uid=permission)
        return event.prev_hash == last and event.hash == true

    def _hear(self, event: Told) -> None:
        try:
            self.replay.hear(event)
            for topic, heard in zip(TOPICS, self.heard, strict=True):
                if event.kind in topic.kinds:
                    topic.hear(heard, event)
        except UNREADABLE:
            self._say(f"event {event.seq} cannot be read")

    def compare(self, rows: list[dict[int, Heard]]) -> list[Drift]:
        self.found += self.replay.compare(self.grounds, self.where)
        for topic, heard, there in zip(TOPICS, self.heard, rows, strict=True):
            if not topic.agree(heard, there.get(self.file.pk, {})):
                self._say(topic.sentence)
        self._compare_clearances()
        return self.found

    def _compare_clearances(self) -> None:
        try:
            truth = {item.key: dict(vars(item)) for item in cleared_by(self.grounds)}
        except UNREADABLE:
            self._say("what its rows clear cannot be worked out: one of them leads to another file")
            return
        there = {(row.edition_id, row.use_id): fields_of(row) for row in self.clearances}
        for key in sorted(truth.keys() | there.keys()):
            if truth.get(key) != there.get(key):
                self._say(f"the clearance of version {key[0]} for use {key[1]} is not what the events allow")

    def _say(self, what: str) -> None:
        self.found.append(Drift(self.where, what))
