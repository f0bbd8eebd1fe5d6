"""The dry run names every problem by row and column and leaves nothing behind."""

from datetime import date
from io import BytesIO

import pytest

from people.models import Person
from storybank.legacy import checking, sheets
from storybank.models import LegacyBatch, StoryPage
from tests.factories.people import a_person, a_supporter, a_theme
from tests.storybank.legacy.a_sheet import as_csv, as_xlsx, row

NOT_RIGHT = "This date cannot be right: it is in the future, or before 1950."
NO_DATE = "Write the date on the old form. Nothing counts as a yes because of it."

pytestmark = pytest.mark.django_db


def found(*rows, by=None, name="old.csv"):
    sheet = checking.check(sheets.read(as_csv(*rows), name=name), by=by or a_supporter())
    return [(problem.row, problem.column, problem.sentence) for problem in sheet.problems]


def test_a_good_row_is_ready_in_every_form_offices_save():
    by = a_supporter()
    forms = [
        as_csv(row()),
        as_csv(row(), delimiter=";"),
        as_csv(row(), delimiter="\t"),
        as_csv(row(Called="Zoë"), encoding="cp1252"),
        as_xlsx(row()),
        as_xlsx(row(Form_signed_on=date(2021, 12, 31)) | {"Our number": 7}),
    ]
    sheets_read = [checking.check(sheets.read(data, name="old"), by=by) for data in forms]
    assert [(sheet.ready, sheet.stories, sheet.people) for sheet in sheets_read] == [(True, 1, 1)] * len(
        forms
    )
    assert [checking.signed_on(sheet.lines[0]) for sheet in sheets_read] == [date(2021, 12, 31)] * len(forms)


@pytest.mark.parametrize(
    ("changes", "column", "sentence"),
    [
        ({"Called": ""}, "Called", "Write what we call them."),
        ({"Called": "x" * 61}, "Called", "At most 60 letters."),
        ({"Reach_by": "pigeon"}, "Reach by", "Write e-mail, text, phone or letter."),
        (
            {"Reach_by": "e-mail", "Address": "nobody"},
            "Address",
            "Write the whole e-mail address, like name@post.example.",
        ),
        ({"Title": ""}, "Title", "Give the story a title."),
        ({"Story": ""}, "Story", "There is a title and no story."),
        ({"Story": "x" * 60_001}, "Story", "Longer than a story can be (60,000 letters)."),
        ({"Themes": "Moon"}, "Themes", "“Moon” is not in your list of themes."),
        ({"Form_signed_on": "31/02/2021"}, "Form signed on", "Write the date like 31/12/2021."),
        ({"Form_signed_on": "01/01/9999"}, "Form signed on", NOT_RIGHT),
        ({"Form_signed_on": ""}, "Form signed on", NO_DATE),
        ({"Form_said": "a mug"}, "Form said", "Not in the list of uses: a mug."),
    ],
)  # fmt: skip
def test_each_problem_is_named_by_row_and_column(changes, column, sentence):
    good = row(Our_number="1", Story="Something else.")
    assert found(good, row(**changes)) == [(3, column, sentence)]


def test_the_same_number_or_the_same_words_twice_are_named():
    assert found(row(), row(Story="Other words."), row(Our_number="8")) == [
        (3, "Our number", "The same as in row 2."),
        (4, "Story", "The same as in row 2."),
    ]


def test_an_address_of_somebody_else_never_takes_a_story():
    by = a_supporter()
    a_person("Dee", supporter=by, channel="email", email="dee@post.example")
    a_person("Ama", supporter=a_supporter(), channel="email", email="ama@post.example")
    theirs = [
        row(Called=called, Reach_by="e-mail", Address=address, Our_number=called, Story=called)
        for called, address in (("Dee", "dee@post.example"), ("Sam", "dee@post.example "), ("Ama", "ama@post.example"))
    ]  # fmt: skip
    strange = "We know this address already, but not as this person of yours. Check the row."
    assert found(*theirs, by=by) == [(3, "Address", strange), (4, "Address", strange)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The first row must hold the headings."),
        (b"Called,Reach by\n", "There are no rows under the headings."),
        (b"Called,Called,Reach by\nA,B,letter\n", "Two columns mean the same: Called."),
        (b"PK\x03\x04 no sheet at all", "The file is damaged, or it is no spreadsheet."),
        (b"\xd0\xcf\x11\xe0\x00\x00old excel", "Save the sheet as CSV or XLSX"),
        (b"\x00\x00\x00", "Save the sheet as CSV or XLSX"),
        (b"x" * 5_000_001, "The file is larger than 5 MB."),
        (b"Called,Reach by\n" + b"A,letter\n" * 3_001, "There are more than 3,000 rows."),
    ],
    ids=["empty", "headings only", "twice", "damaged", "old excel", "NUL", "too large", "too long"],
)
def test_what_is_no_sheet_is_said_in_words(data, said):
    with pytest.raises(sheets.NotASheet) as refused:
        sheets.read(data, name="old.csv")
    assert str(refused.value).startswith(said)


def test_formulas_and_signs_stay_text():
    lines = sheets.read(as_csv(row(Called="=1+1", Story="@SUM(A1) \U0001f600 \x07\u202e")), name="x.csv")
    assert lines[0].cells["called"] == "=1+1"
    assert lines[0].cells["words"] == "@SUM(A1) \U0001f600 \u202e"


def test_a_dry_run_saves_nothing(client):
    by = a_supporter()
    a_theme()
    client.force_login(by)
    upload = BytesIO(as_csv(row(Called="")))
    upload.name = "old.csv"
    answer = client.post("/admin/from-before/check/", {"sheet": upload})
    assert answer.status_code == 422
    assert "Nothing was saved." in answer.content.decode()
    assert (LegacyBatch.objects.count(), Person.objects.count(), StoryPage.objects.count()) == (0, 0, 0)
