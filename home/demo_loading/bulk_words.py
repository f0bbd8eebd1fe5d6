"""Words for a crowd: small true-sounding stories from a grammar, all invented, none of them harsh."""

from dataclasses import dataclass
from random import Random
from typing import Final

CALLED: Final = (
    *(
        "Ade",
        "Agnes",
        "Aled",
        "Amrit",
        "Bea",
        "Ben",
        "Carys",
        "Cass",
        "Dai",
        "Dolores",
        "Edie",
        "Esme",
        "Femi",
    ),
    *(
        "Fern",
        "Gethin",
        "Gloria",
        "Hattie",
        "Hamid",
        "Ines",
        "Ivor",
        "Jonah",
        "Joyce",
        "Kwame",
        "Kit",
        "Lena",
    ),
    *("Lowri", "Mabel", "Musa", "Nadia", "Ned", "Olwen", "Omar", "Pearl", "Perry", "Ravi", "Rhian", "Rosa"),
    *("Sal", "Sunita", "Tam", "Tess", "Una", "Uzma", "Vera", "Vikram", "Wilf", "Winnie", "Yusuf", "Zadie"),
)
THINGS: Final = (
    *(
        "teapot",
        "radio",
        "library card",
        "green coat",
        "bus ticket",
        "recipe",
        "choir book",
        "blue mug",
        "notebook",
    ),
    *("window box", "chess set", "paint tin", "sewing kit", "birthday card", "football boots", "seed packet"),
    *("alarm clock", "guitar", "map", "jigsaw", "bicycle", "photograph of the sea", "dictionary", "apron"),
)
PEOPLE: Final = (
    *("the librarian", "my sister", "the chaplain", "a woman from the charity", "my nan", "the gardener"),
    *("my probation officer", "the man next door", "a teacher called Mr Penhale", "my eldest", "the nurse"),
    *("the volunteer with the loud laugh", "my first boss", "the bus driver", "the choir leader"),
)
PLACES: Final = (
    *(
        "the visitors’ centre",
        "the bus station",
        "the workshop",
        "the education block",
        "the café by the gate",
    ),
    *("the allotment", "the hostel kitchen", "the job centre", "the chapel", "my mother’s hallway"),
    *("the night shelter", "the town library", "the waiting room", "the laundry", "the back seat of the bus"),
)
TIMES: Final = (
    *("on a wet Tuesday", "the week before Christmas", "on my second morning", "in the long hot summer"),
    *("the day the clocks went back", "one Sunday in March", "at ten to four", "when the snow came"),
    *("on the last Friday of the month", "the year I turned forty", "before anyone else was up"),
)
TITLES: Final = (
    "The {thing}",
    "What {person} said about the {thing}",
    "{Time}, in {place}",
    "A {thing} and two chairs",
    "How I came by the {thing}",
    "{Person} and the {thing}",
    "From {place} to the front door",
    "Everything I know about the {thing}",
)
OPENINGS: Final = (
    "It began with a {thing}, which was not mine.",
    "{Time} I was sitting in {place} with nothing to do but look at a {thing}.",
    "Nobody tells you how quiet {place} can be.",
    "I had promised myself I would not talk to anybody in {place}.",
    "{Person} gave me a {thing}, {time}, and did not say why.",
    "There is a {thing} on my shelf that I would carry out of a fire.",
)
MIDDLES: Final = (
    "I asked {person} about it. The answer was shorter than I wanted and longer than I had expected.",
    "We sat in {place} until the tea was cold. I talked. {Person} did not look at the clock once.",
    "For weeks I kept the {thing} in a carrier bag under the bed and took it out when I could not sleep.",
    "I was good at being angry. I was not good at waiting, and {place} is made of waiting.",
    "{Person} wrote my name in full on the form and asked me how to spell it. It is a small thing to be asked.",
    "There were two kinds of days: the ones with a letter in them and the others.",
    "I got it wrong the first time, and the second. The third time {person} laughed, and then so did I.",
    "My children knew all about the {thing} before they knew anything else about me. I think that was right.",
    "I walked to {place} and back every day, because it was the only walk that ended where I wanted.",
    "Somebody had left a note with the {thing}. It said: take your time.",
    "They said it could not be done on a Friday. {Person} did it on a Friday.",
)
QUOTES: Final = (
    "I did not need saving. I needed someone to keep the time we had said.",
    "Take your time, it said. So I did.",
    "It is a small thing to be asked how your name is spelt.",
    "The answer was shorter than I wanted and longer than I had expected.",
    "Two chairs is all it takes, and somebody in the other one.",
)
TURNS: Final = (
    "What changed was not big. Somebody kept a promise about a {thing}, and after that I believed the next one.",
    "I still go to {place}. I sit on the other side of the table now, and I try to remember which side is harder.",
    "{Person} is in a different job these days. I would like them to know that the {thing} still works.",
    "I have my own key and my own {thing}. {Time}, I lent it to somebody who needed it more.",
    "If you pass {place}, look in. There is usually a {thing} in the window. That was my idea.",
)
ASKS: Final = (
    "Put a clock where people wait, and tell them how long it will be.",
    "Ask people how their name is spelt.",
    "Let the bus stop at the gate on Sundays too.",
    "Answer the letter, even if the answer is no.",
    "Keep the same person, if you can. Starting again is the hard part.",
)
THANKS: Final = (
    "Thank you for the other chair.",
    "Thank you for the {thing}. It is still in one piece, and so am I.",
    "Thank you for not looking at the clock.",
    "Thank you to {person}, who said it would take a year and was out by a week.",
)


@dataclass(frozen=True, slots=True)
class Words:
    """A title, blocks (type, text), and how it ends (kind, text)."""

    title: str
    body: tuple[tuple[str, str], ...]
    closing: tuple[str, str]


def a_story(chance: Random) -> Words:
    """Two to five hundred words. The same chance tells the same story."""
    thing, person, place, time = (chance.choice(pool) for pool in (THINGS, PEOPLE, PLACES, TIMES))

    def said(sentence: str) -> str:
        return sentence.format(
            thing=thing,
            person=person,
            place=place,
            time=time,
            Person=_capital(person),
            Time=_capital(time),
        )

    middles = chance.sample(MIDDLES, chance.randint(4, 8))
    halves = (middles[: len(middles) // 2], middles[len(middles) // 2 :])
    body = [("paragraph", said(chance.choice(OPENINGS)))]
    body += [("paragraph", said(" ".join(half))) for half in halves]
    if chance.random() < 0.4:
        body.insert(2, ("quote", chance.choice(QUOTES)))
    body.append(("paragraph", said(chance.choice(TURNS))))
    ending = chance.choice((("ask", ASKS), ("thanks", THANKS), ("thanks", THANKS)))
    return Words(
        title=said(chance.choice(TITLES)),
        body=tuple(body),
        closing=(ending[0], said(chance.choice(ending[1]))),
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
