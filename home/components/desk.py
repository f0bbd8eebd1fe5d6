"""The shelf of what authors and speakers meet on their desk."""

from collections.abc import Iterator

from home.components import samples
from home.components.specimen import Group, Specimen, component


def groups() -> list[Group]:
    return [
        Group("The top of a question", tuple(_top())),
        Group("Choices", tuple(_choices())),
        Group("Fields", tuple(_fields())),
        Group("Around the words", tuple(_around())),
        Group("The way on", tuple(_on())),
    ]


def _top() -> Iterator[Specimen]:
    lead = "A few words are enough."
    yield component(
        "With a number and a lead", "step_header", question="What helped?", step=2, steps=5, lead=lead
    )
    yield component("Bare", "step_header", question="What was it like?", silent=True)


def _choices() -> Iterator[Specimen]:
    choice = {"name": "name", "value": "3", "id": "choice", "label": "A name I choose"}
    yield component(
        "With an example", "choice", **choice, hint="It need not be yours.", example="I am Jay.", checked=True
    )
    yield component("A choice without more", "choice", **choice)


def _fields() -> Iterator[Specimen]:
    new, wrong = samples.question(answered=False), samples.question(answered=True)
    yield component("New and large", "field", field=new["words"], large=True)
    yield component("One of several", "field", field=new["bus"])
    yield component("May stay empty", "field", field=new["more"], optional=True)
    yield component("What is wrong, in one place", "error_summary", form=wrong)
    yield component("Wrong", "field", field=wrong["words"])
    yield component("Nothing chosen", "field", field=wrong["bus"])
    yield component("A code", "code_field", label="The code on your card")
    yield component(
        "A wrong code", "code_field", label="The code on your card", code="12", problem="That is too short."
    )


def _around() -> Iterator[Specimen]:
    yield component("Taken out and put in", "words_diff", pieces=samples.STRUCK)
    yield component(
        "A letter from a reader, with something taken out", "letter", pieces=samples.LETTER, language="en"
    )
    yield component("Saved or not", "saved")
    yield component("Where words have been", "been", places=samples.BEEN)


def _on() -> Iterator[Specimen]:
    yield component("What happens next", "next_step", next="Then Priya reads it.", can_stop=True)
    yield component("Somebody to ring", "phone_help", phone="01632 960100", person="Priya")
    yield component("Nobody to ring by name", "phone_help", phone="01632 960100")
    yield component("Sign out", "sign_out", url="#")
