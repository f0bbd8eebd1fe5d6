"""Numbers as people write them, in figures and in English and Welsh words, as patterns."""

TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
IN_WORDS = rf"(?:(?:{TENS})(?:[ -](?:{UNITS}))?|{TEENS}|{UNITS})"
AGE = rf"(?:\d{{1,2}}|1[01]\d|{IN_WORDS})"
ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -]first|twenty[ -]second"
    "|twenty[ -]third|twenty[ -]fourth|twenty[ -]fifth|twenty[ -]sixth|twenty[ -]seventh|twenty[ -]eighth"
    "|twenty[ -]ninth|thirtieth|thirty[ -]first"
)
WELSH = (
    "un|dwy|dau|tair|tri|pedair|pedwar|pump|pum|chwech|chwe|saith|wyth|naw|deg|deng|un ar ddeg|deuddeg|deuddeng"
    "|pymtheg|deunaw|ugain|deugain|hanner cant"
)
