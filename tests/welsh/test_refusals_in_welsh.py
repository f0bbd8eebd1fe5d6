"""What a form refuses with is said in the language of the page, also where a number stands in the sentence."""

import pytest
from django.test import Client
from django.utils.translation import override

from people.domain import addresses
from storybank.domain import drafts

pytestmark = pytest.mark.django_db
ENGLISH = "Write the phone number in figures, like 07700 900123."
WELSH = "Ysgrifennwch y rhif ffôn mewn digidau, fel 07700 900123."


def test_whoever_signs_in_with_what_is_no_address_reads_it_in_the_language_of_the_page():
    client = Client()
    said = {
        where: client.post(where, {"address": "no such thing"}).content.decode()
        for where in ("/my/in/", "/cy/my/in/")
    }

    assert [ENGLISH in page for page in said.values()] == [True, False]
    assert [WELSH in page for page in said.values()] == [False, True]


@pytest.mark.parametrize(
    ("language", "name", "address"),
    [
        (
            "en",
            "Use a shorter name: at most 120 letters and spaces.",
            "Write the address in 300 letters or fewer.",
        ),
        (
            "cy",
            "Defnyddiwch enw byrrach: dim mwy na 120 o lythrennau a bylchau.",
            "Ysgrifennwch y cyfeiriad mewn 300 llythyren neu lai.",
        ),
    ],
)
def test_a_sentence_with_a_number_in_it_is_in_welsh_too(language, name, address):
    with override(language), pytest.raises(addresses.NotAnAddress) as refused:
        addresses.postal("x" * (addresses.LONGEST_POSTAL_ADDRESS + 1))
    with override(language):
        too_long = drafts.TooLong(drafts.TITLE)

    assert (str(too_long), str(refused.value)) == (name, address)
