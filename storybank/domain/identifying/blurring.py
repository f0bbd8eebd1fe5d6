"""What could stand there instead, and why it could give somebody away: in English and Welsh, for staff and authors."""

from storybank.domain.identifying.clues import Clue, Hit
from storybank.domain.identifying.lists import SMALL

WHY = {
    Clue.NAME: ("A name tells who it is.", "Mae enw yn dweud pwy yw e."),
    Clue.NICKNAME: ("People may know this nickname.", "Efallai bod pobl yn adnabod y llysenw hwn."),
    Clue.PLACE: ("A place helps people work out who it is.", "Mae lle yn helpu pobl i ddeall pwy yw e."),
    Clue.DATE: ("A day can be looked up.", "Mae modd chwilio am ddiwrnod."),
    Clue.AGE: ("An age helps people work out who it is.", "Mae oed yn helpu pobl i ddeall pwy yw e."),
    Clue.PRISON: ("This number belongs to one person.", "Mae'r rhif hwn yn perthyn i un person."),
    Clue.POSTCODE: ("A postcode is only a few doors.", "Dim ond ychydig o ddrysau yw cod post."),
    Clue.PHONE: ("Anybody could ring it.", "Gallai unrhyw un ei ffonio."),
    Clue.MAIL: ("Anybody could write to it.", "Gallai unrhyw un ysgrifennu ato."),
    Clue.LINK: ("It leads straight to somebody.", "Mae'n arwain yn syth at rywun."),
    Clue.NHS: ("This number belongs to one person.", "Mae'r rhif hwn yn perthyn i un person."),
    Clue.COURT: ("A case can be looked up by it.", "Mae modd chwilio am achos gyda hwn."),
    Clue.INSURANCE: ("This number belongs to one person.", "Mae'r rhif hwn yn perthyn i un person."),
    Clue.CAR: ("It leads to whoever owns it.", "Mae'n arwain at y perchennog."),
    Clue.REFERENCE: ("Somebody can be looked up by it.", "Mae modd chwilio am rywun gyda hwn."),
}
UNKNOWN = ("This may be a name.", "Gallai hwn fod yn enw.")
INSTEAD = {
    (Clue.NAME, "friend"): ("a friend", "ffrind"),
    (Clue.NAME, "unknown"): ("somebody", "rhywun"),
    (Clue.NAME, "told"): ("", ""),
    (Clue.NAME, "somebody"): ("somebody there", "rhywun yno"),
    (Clue.NAME, "doctor"): ("a doctor", "meddyg"),
    (Clue.NAME, "nurse"): ("a nurse", "nyrs"),
    (Clue.NAME, "officer"): ("an officer", "swyddog"),
    (Clue.NAME, "police"): ("a police officer", "plismon"),
    (Clue.NAME, "judge"): ("the judge", "y barnwr"),
    (Clue.NAME, "chaplain"): ("a chaplain", "caplan"),
    (Clue.NAME, "family"): ("one of my family", "un o fy nheulu"),
    (Clue.NAME, "councillor"): ("a councillor", "cynghorydd"),
    (Clue.NICKNAME, ""): ("my nickname", "fy llysenw"),
    (Clue.PLACE, "town"): ("a town", "tref"),
    (Clue.PLACE, "prison"): ("a prison", "carchar"),
    (Clue.PLACE, "court"): ("the court", "y llys"),
    (Clue.PLACE, "street"): ("a street", "stryd"),
    (Clue.PLACE, "school"): ("a school", "ysgol"),
    (Clue.PLACE, "hospital"): ("a hospital", "ysbyty"),
    (Clue.PLACE, "church"): ("a place of worship", "addoldy"),
    (Clue.PLACE, "pub"): ("a pub", "tafarn"),
    (Clue.PLACE, "place"): ("a place I know", "lle rwy'n ei nabod"),
    (Clue.DATE, ""): ("one day", "un diwrnod"),
    (Clue.DATE, "spring"): ("that spring", "y gwanwyn hwnnw"),
    (Clue.DATE, "summer"): ("that summer", "yr haf hwnnw"),
    (Clue.DATE, "autumn"): ("that autumn", "yr hydref hwnnw"),
    (Clue.DATE, "winter"): ("that winter", "y gaeaf hwnnw"),
    (Clue.AGE, "child"): ("a young child", "plentyn ifanc"),
    (Clue.AGE, "at"): ("that age", "yr oed hwnnw"),
    (Clue.AGE, "birthday"): ("birthday", "pen-blwydd"),
    (Clue.AGE, "teens"): ("a teenager", "yn f'arddegau"),
    (Clue.PRISON, ""): ("a number", "rhif"),
    (Clue.POSTCODE, ""): ("a place I know", "lle rwy'n ei nabod"),
    (Clue.PHONE, ""): ("a phone number", "rhif ffôn"),
    (Clue.MAIL, ""): ("an e-mail address", "cyfeiriad e-bost"),
    (Clue.LINK, ""): ("a page on the net", "tudalen ar y we"),
    (Clue.NHS, ""): ("a number", "rhif"),
    (Clue.COURT, ""): ("a case number", "rhif achos"),
    (Clue.INSURANCE, ""): ("a number", "rhif"),
    (Clue.CAR, ""): ("a number plate", "plât rhif"),
    (Clue.REFERENCE, ""): ("a number", "rhif"),
}
TENS = {
    "20s": ("twenties", "ugeiniau"),
    "30s": ("thirties", "tridegau"),
    "40s": ("forties", "pedwardegau"),
    "50s": ("fifties", "pumdegau"),
    "60s": ("sixties", "chwedegau"),
    "70s": ("seventies", "saithdegau"),
    "80s": ("eighties", "wythdegau"),
    "90s": ("nineties", "nawdegau"),
}
AS_FIGURES = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), TENS, strict=True))


def why(hit: Hit, *, language: str) -> str:
    pair = UNKNOWN if hit.what == "unknown" else WHY[hit.clue]
    return pair[language == "cy"]


def instead_of(hit: Hit, *, text: str, language: str, region: str = "") -> str:
    """The suggested words, with a capital letter where a sentence begins. `region` is as fine as a place may be."""
    welsh = language == "cy"
    if hit.clue == Clue.AGE:
        words = _age(hit, text=text, welsh=welsh)
    else:
        what = "town" if hit.what == "town?" else hit.what
        words = INSTEAD[hit.clue, what][welsh]
        if what == "town" and region and not welsh:
            words = f"a town in {_with_the(region)}"
    words = _without_a_second_article(words, text[: hit.start])
    opens = text[hit.start : hit.start + 1].isupper() and text[: hit.start].rstrip(" \"“'‘")[-1:] in {
        "",
        ".",
        "!",
        "?",
        "\n",
    }
    return words[:1].upper() + words[1:] if opens else words


def _age(hit: Hit, *, text: str, welsh: bool) -> str:
    ten = AS_FIGURES.get(hit.what, hit.what)
    if ten not in TENS:
        return INSTEAD[Clue.AGE, ten][welsh]
    if welsh:
        return f"yn y {TENS[ten][1]}"
    before = text[: hit.start].lower().split()[-3:]
    whose = "my" if "i" in before or "i'm" in before or "i’m" in before else "their"
    return f"in {whose} {TENS[ten][0]}"


def _with_the(region: str) -> str:
    return (
        region
        if region.split(maxsplit=1)[0].lower() not in {"north", "south", "east", "west", "midlands"}
        else f"the {region}"
    )


def _without_a_second_article(words: str, before: str) -> str:
    """“the” and “my” before it already do what the article would."""
    last = before.lower().split()[-1:] or [""]
    first, _, rest = words.partition(" ")
    return (
        rest
        if last[0] in {"the", "my", "our", "his", "her", "a", "an"} & SMALL
        and first in {"a", "an", "the", "my"}
        else words
    )
