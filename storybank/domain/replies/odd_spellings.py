"""Ways to reach somebody that are spelt so that a machine does not see them: figures as words, letters apart, signs of
another alphabet. A human reads every letter besides; here nothing is lost when too much is taken out.
"""

import re

APART = r"[\W_]{0,4}"
"""What somebody types between figures: spaces, dots, lines, and marks that lie over a figure."""
FIGURE = (
    "zero|oh|nought|nil|one|two|three|four|five|six|seven|eight|nine|hundred|double|triple|treble"
    "|un|dau|dwy|tri|tair|pedwar|pedair|pump|pum|chwech|chwe|saith|wyth|naw|dim|sero"
)
ENDS = "com|org|net|info|biz|uk|co|me|io|ly|gg|tv|app|example|wales|cymru|scot|social"
PLACE = (
    r"(?:insta(?:gram)?|snap(?:chat)?|ig|tik ?tok|twitter|facebook|fb|whatsapp|telegram|discord|signal|kik"
    r"|messenger)"
)
ODD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 07700 nine hundred 123; 07seven00 900 one23: at least one figure as a word, six in all
        rf"(?<![^\W\d_])(?=(?:\d{APART})*(?:{FIGURE}))(?:(?:\d|{FIGURE}){APART}){{5,}}(?:\d|{FIGURE})(?![^\W\d_])",
        # 0;7;7;0;0; each figure apart, whatever stands between, also over two lines
        r"\d(?:\W{1,4}\d){7,}",
        # figures with a line through them, or in boxes
        r"\d(?:\W{0,4}\d){9,}",
        # O77OO 9OO I23: letters that look like figures
        r"(?<!\w)(?=(?:[oil\s.-]*\d){3})[\doil](?:[\s.-]{0,2}[\doil]){8,}(?!\w)",
        # j a n @ m a i l . e x a m p l e
        r"(?:\b\w[ .]){2,}\s?@(?:\s?\w\b[ .]*){2,}",
        # mail[.]example, mail (dot) example, evil。com
        r"[\w.-]+\s*[\[({]\s*(?:\.|dot|point|punto)\s*[\])}]\s*\w+",
        r"\w+[。．｡]\w+",
        # www dot mysite dot co dot uk
        rf"\b(?:[\w-]+\s+(?:dot|dotiau|point)\s+)+(?:{ENDS})\b",
        # t.me/jan, mail . example / jan
        r"\b[\w-]+\s?\.\s?[a-z]{2,10}\s?/\s?\S+",
        # snap me jan; look me up on ...; ig: jan; jan_77 on insta; insta jan77
        rf"\b(?:look\s+me\s+up|google\s+me|{PLACE}\s+me)\b[^.!?\n]{{0,120}}",
        rf"\b{PLACE}\s*[:=@]\s*\S+",
        rf"\b{PLACE}\s+(?=\S*[\d_])\S+",
        rf"\S*[\d_]\S*\s+on\s+(?:my\s+)?{PLACE}\b",
        # look for Joe Bloggs on Facebook; my handle is jan
        rf"\b(?:look|search)\s+(?:out\s+)?for\s+[^.!?\n]{{1,60}}?\s+on\s+{PLACE}\b",
        r"\bmy\s+(?:handle|user ?name|page|channel|profile|account)\s+(?:is|there|on)\b[^.!?\n]{0,120}",
        # joe (a) post . example
        r"[\w.-]+\s*[\[({]\s*(?:a|at|@)\s*[\])}]\s*[\w-]+(?:\s*\.\s*\w+)*",
        # example dot com slash jan; PO Box 12
        rf"\b[\w-]+\s+dot\s+(?:{ENDS})\s+slash\s+\S+",
        r"\bp\.?\s?o\.?\s?box\s+\w+",
        r"\b[a-z] \d{4} ?[a-z] ?[a-z]\b",
        # LS1 4 AB with every sign apart; a prison number likewise
        r"\b[a-z] ?[a-z]? ?\d ?\d? \d ?[a-z] [a-z]\b",
        r"\b[a-z]{1,2}\d{1,2} \d [a-z]{2}\b",
        r"\b[a-z] (?:\d ){4}[a-z] ?[a-z]\b",
    )
)
LOOKS_LIKE = str.maketrans("аеорсухіјѕһԁԛԝѵνοιαρτκАВЕКМНОРСТХІЈЅ", "aeopcyxijshdqwvvoiaptkABEKMHOPCTXIJS")
"""Letters of other alphabets that look like ours, one for one."""
