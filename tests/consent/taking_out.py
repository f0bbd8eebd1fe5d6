"""A thief with the database's own keys takes a whole file out."""

from django.db import connection, transaction

from consent.models import ConsentFile


def take_out(file: ConsentFile) -> None:
    """Every row of the file, as a thief with the database's own keys would."""
    by_file = (
        "informedrecord",
        "receipt",
        "clearance",
        "consentevent",
        "outing",
        "permission",
        "edition",
        "hold",
        "appearance",
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM consent_stopcase_files WHERE consentfile_id = %s", [file.pk])
        for pk in file.editions.values_list("pk", flat=True):
            cursor.execute("DELETE FROM consent_review WHERE edition_id = %s", [pk])
        for table in by_file:
            cursor.execute(f"DELETE FROM consent_{table} WHERE file_id = %s", [file.pk])
        cursor.execute("DELETE FROM consent_consentfile WHERE id = %s", [file.pk])
