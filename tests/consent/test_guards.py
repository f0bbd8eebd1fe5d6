"""What the database itself refuses, tried with raw SQL on both databases, whatever the code above it does."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction

from consent import guards
from consent.domain.proof.audit import audit
from consent.models import ConsentEvent, Edition, NoticeRendering, Permission, Wording
from people import clock
from tests.factories.consent import a_file, a_version, asked, cleared, first_yes, later

pytestmark = pytest.mark.django_db

APPEND_ONLY = [ConsentEvent, Edition, NoticeRendering, Wording]
CHANGES = [
    (ConsentEvent, "kind = 'resumed'"),
    (ConsentEvent, "data = '{}'"),
    (ConsentEvent, "hash = ''"),
    (ConsentEvent, "permission_id = NULL"),
    (Edition, "closure_sha256 = ''"),
    (Edition, "manifest = '[]'"),
    (Edition, "n = 9"),
    (NoticeRendering, "text = 'Say yes.'"),
    (Wording, "data = '{}'"),
]


@contextmanager
def refused():
    with pytest.raises(DatabaseError), transaction.atomic():
        yield


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


@pytest.fixture
def edition():
    made = a_version(a_file())
    cleared(made)
    return made


def rows(model):
    return list(model.objects.order_by("pk").values())


@pytest.mark.parametrize(("model", "change"), CHANGES)
def test_no_row_of_the_record_can_be_changed(model, change, edition):
    table, before = model._meta.db_table, rows(model)

    with refused():
        run(f"UPDATE {table} SET {change}")

    assert rows(model) == before != []
    with guards.lifted():
        pk = before[-1]["id"]
        assert (
            run(f"UPDATE {table} SET {change} WHERE id = %s", pk) == 1
        )  # the guard, and nothing else, refused


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_no_row_of_the_record_can_be_deleted(model, edition):
    before = rows(model)

    for row in before:
        with refused():
            run(f"DELETE FROM {model._meta.db_table} WHERE id = %s", row["id"])

    assert rows(model) == before != []


@pytest.mark.postgres
@pytest.mark.parametrize("model", APPEND_ONLY)
def test_no_table_of_the_record_can_be_emptied_at_once(model, edition):
    before = rows(model)

    with refused():
        run(f"TRUNCATE {model._meta.db_table} CASCADE")

    assert rows(model) == before != []


@pytest.mark.parametrize("model", APPEND_ONLY)
def test_writing_a_row_over_another_is_refused(model, edition):
    table, before = model._meta.db_table, rows(model)
    names = [field.column for field in model._meta.fields]
    listed = ", ".join(names)
    copied = ", ".join(name if name != "id" else "id + 1000" for name in names)
    has_other_keys = len(guards.GUARDED[table]) > 1
    over = (
        [
            f"INSERT OR REPLACE INTO {table} ({listed}) SELECT {listed} FROM {table}",
            *[f"REPLACE INTO {table} ({listed}) SELECT {copied} FROM {table}"] * has_other_keys,
            (
                f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table} WHERE true"
                f" ON CONFLICT (id) DO UPDATE SET id = {table}.id"
            ),
        ]
        if connection.vendor == "sqlite"
        else [
            (
                f"INSERT INTO {table} ({listed}) SELECT {listed} FROM {table}"
                f" ON CONFLICT (id) DO UPDATE SET id = {table}.id"
            )
        ]
    )

    for sql in over:
        with refused():
            run(sql)

    assert rows(model) == before != []


def test_a_yes_without_an_end_is_refused(edition):
    permission = Permission.objects.get()

    with refused():
        run("UPDATE consent_permission SET valid_until = NULL")
    with refused():
        run("UPDATE consent_permission SET valid_until = confirmed_at")

    assert Permission.objects.get().valid_until == permission.valid_until is not None


@pytest.mark.parametrize(
    "change",
    [
        "answer = ''",
        "answer = 'no'",
        "answered_at = NULL",
        "cool_until = NULL",
    ],
)
def test_a_second_yes_without_a_first_is_refused(change, edition):
    with refused():
        run(f"UPDATE consent_permission SET {change}")


def test_a_second_yes_within_thinking_time_is_refused():
    permission = first_yes(asked(a_version(a_file()))[0])
    early, end = permission.cool_until - timedelta(seconds=1), later() + timedelta(days=9)
    sql = "UPDATE consent_permission SET confirmed_at = %s, valid_until = %s"

    with refused():
        run(sql, early, end)

    assert run(sql, permission.cool_until, end) == 1


def test_two_standing_yeses_and_two_open_asks_for_the_same_words_and_use_are_refused(edition):
    one = Permission.objects.get()
    about = {"file": one.file, "appearance": one.appearance, "edition": one.edition, "use": one.use}
    yes = {name: getattr(one, name) for name in ("answer", "answered_at", "cool_until", "confirmed_at")}
    asked = Permission.objects.create(**about, asked_at=clock.now())

    with refused():
        Permission.objects.create(**about, asked_at=clock.now())
    with refused():
        Permission.objects.create(**about, **yes, asked_at=clock.now(), valid_until=one.valid_until)

    assert asked.pk
    assert Permission.objects.create(**about, asked_at=clock.now(), answer="no").pk


@pytest.mark.parametrize(
    "change", ["ended_at = CURRENT_TIMESTAMP", "ended_why = 'withdrawn'", "max_uses = 1, uses = 2"]
)
def test_half_an_end_and_more_uses_than_agreed_are_refused(change, edition):
    with refused():
        run(f"UPDATE consent_permission SET {change}")


def test_two_clearances_of_the_same_words_for_the_same_use_are_refused(edition):
    row = edition.clearances.get()
    row.pk = None

    with refused():
        row.save(force_insert=True)

    assert edition.clearances.count() == 1


def test_two_events_with_one_number_are_refused(edition):
    event = ConsentEvent.objects.latest("seq")
    event.pk = None

    with refused():
        event.save(force_insert=True)


def test_migrating_again_leaves_every_guard_standing(edition):
    call_command("migrate", verbosity=0)

    assert guards.standing() == guards.expected() != set()
    with refused():
        run("DELETE FROM consent_consentevent")


@pytest.mark.django_db(transaction=True)
def test_the_guards_are_back_after_a_change_of_the_table_itself():
    cleared(a_version(a_file()))
    old = ConsentEvent._meta.get_field("method")
    wider = models.CharField(max_length=40, choices=old.choices)
    wider.set_attributes_from_name("method")
    wider.model = ConsentEvent

    with connection.schema_editor() as editor:
        editor.alter_field(ConsentEvent, old, wider, strict=True)
    rebuilt = guards.standing()
    call_command("migrate", verbosity=0)

    dropped = {name for name in guards.expected() if name.startswith("consent_consentevent")}
    assert rebuilt == guards.expected() - (dropped if connection.vendor == "sqlite" else set())
    assert guards.standing() == guards.expected()
    with refused():
        run("DELETE FROM consent_consentevent")
    with connection.schema_editor() as editor:
        editor.alter_field(ConsentEvent, wider, old, strict=True)
    guards.install()


def test_a_guard_that_is_there_in_name_only_is_found(edition):
    guards.lift()
    table = "consent_consentevent"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT 1; END")
        else:
            cursor.execute(
                "CREATE FUNCTION lets_everything_pass() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RETURN NEW; END $$"
            )
            cursor.execute(
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION lets_everything_pass()"
            )

    found = {str(drift) for drift in audit()}
    guards.install()

    assert f"database: the guard {table}_no_update is missing" in found
    assert list(audit()) == []


@pytest.mark.postgres
def test_a_guard_that_is_switched_off_is_found():
    run("ALTER TABLE consent_consentevent DISABLE TRIGGER consent_consentevent_no_delete")

    assert [str(drift) for drift in audit()] == [
        "database: the guard consent_consentevent_no_delete is missing"
    ]
