"""Nations and languages of helplines become lists to choose from; what was typed before finds its place in them."""

from django.db import migrations

NATIONS = {
    "uk": "United Kingdom",
    "great_britain": "England, Scotland and Wales",
    "england_wales": "England and Wales",
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}
SPOKEN = {"en": "English", "en_cy": "Cymraeg, English", "cy": "Cymraeg", "more": "English and others"}


def into_lists(apps, schema_editor):
    for row in apps.get_model("storybank", "Helpline").objects.all():
        row.nation = _nation(row.nation)
        row.languages = _spoken(row.languages)
        row.save(update_fields=["nation", "languages"])


def into_words(apps, schema_editor):
    for row in apps.get_model("storybank", "Helpline").objects.all():
        row.nation = NATIONS.get(row.nation, row.nation)
        row.languages = SPOKEN.get(row.languages, row.languages)
        row.save(update_fields=["nation", "languages"])


def _nation(typed):
    """The nations named in it; what names none of them is for everybody, as it was."""
    words = typed.casefold()
    found = {
        code
        for code, name in (
            ("england", "england"),
            ("wales", "wales"),
            ("wales", "cymru"),
            ("scotland", "scotland"),
            ("northern_ireland", "northern ireland"),
        )
        if name in words
    }
    if len(found) == 1:
        return found.pop()
    if found == {"england", "wales"}:
        return "england_wales"
    return "great_britain" if found == {"england", "wales", "scotland"} else "uk"


def _spoken(typed):
    words = typed.casefold()
    welsh = "cymraeg" in words or "welsh" in words
    if welsh:
        return "en_cy" if "english" in words or "saesneg" in words else "cy"
    return "more" if words.replace("english", "").strip(" ,.") else "en"


class Migration(migrations.Migration):
    dependencies = [("storybank", "0044_helpline_hours")]

    operations = [migrations.RunPython(into_lists, into_words)]
