"""Signs in a letter that somebody must look at twice: it knows who the author is, threatens, or cries for help.

A sign only marks; a human decides. Nothing here is shown to the reader but the help lines.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from storybank.domain.replies.taking_out import TakenOut


class Mark(StrEnum):
    GAPS = "gaps"
    KNOWS = "knows"
    THREAT = "threat"
    DANGER = "danger"
    MEETS = "meets"
    ELSEWHERE = "elsewhere"


LABELS = {
    Mark.GAPS: "Contact details were taken out",
    Mark.KNOWS: "May know who the author is",
    Mark.THREAT: "May be a threat",
    Mark.DANGER: "Whoever wrote it may be in danger",
    Mark.MEETS: "Wants to meet, or to have an answer",
    Mark.ELSEWHERE: "Speaks of a place on the internet: look for a name there",
}
FOR_A_LEAD = frozenset({Mark.KNOWS, Mark.THREAT, Mark.DANGER})
"""With one of these only a safeguarding lead may pass it on."""


def _said(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{one})" for one in phrases), re.IGNORECASE)


PATTERNS = {
    Mark.KNOWS: _said(
        r"(?:i|we) (?:think (?:i|we) |may |might |do |must |will |actually )*know"
        r" (?:exactly )?(?:who|where|this (?:man|woman|person|lad|girl)"
        r"|you\b(?= (?:from|well|personally|in)\b|\W*$|[.!?]))",
        r"(?:i|we) (?:think (?:i|we) |may |might |do |must |will |actually )*(?:knew|recogni[sz]ed?|remember|met)"
        r" (?:you|u|this (?:man|woman|person|lad|girl)|her|him)\b",
        r"is th(?:is|at) (?:really )?you\b",
        r"(?:it['’]?s|it is|this is) me\b",
        r"(?:i was|we were|i used to be)"
        r" (?:your|in (?:the )?(?:same|there|with you)|on (?:the )?(?:same|your)|inside with)",
        r"you (?:and me|and i|were on my|owe me|lived (?:next|near|with|on))",
        r"(?:your|ur) (?:real|proper) name",
        r"gwybod pwy\b",
        r"(?:nabod|adnabod|cofio) (?:ti|chi|di)\b",
    ),
    Mark.THREAT: _said(
        r"(?:(?:i|we)(?:['’]ll| will| am going to| are going to|['’]m going to|['’]m gonna| gonna| can)?"
        r" (?:find|kill|hurt|come for|expose|finish) (?:you|u|your)\b)",
        r"watch your back",
        r"you(?:['’]ll| will| are going to|['’]re going to) (?:pay|be sorry|regret)",
        r"you deserve to (?:die|rot|suffer)",
        r"kill yourself",
        r"(?:i|we) know where (?:you|your)",
        r"(?:dy|eich) ladd\b",
    ),
    Mark.DANGER: _said(
        r"(?:kill(?:ing)?|harm(?:ing)?|hurt(?:ing)?|cut(?:ting)?) myself",
        r"suicid\w*",
        r"self[- ]harm\w*",
        r"(?:end|take|taking|ending) (?:my (?:own )?life|it all)",
        r"(?:want|wanted|going|ready) to die",
        r"(?:don['’]?t|do not|no longer|can['’]?t|cannot) (?:want to (?:live|be here)|go on|see a way)",
        r"better off (?:dead|without me)",
        r"no(?:thing| reason) (?:left )?to live for",
        r"(?:he|she|they|my \w+)(?:['’]s| is| are)? (?:hits|hitting|beats|beating|hurts|hurting) me",
        r"hunanladd\w*",
        r"lladd fy hun",
        r"eisiau marw",
    ),
    Mark.MEETS: _said(
        r"(?:can|could|may) (?:i|we) (?:meet|visit|see|talk to|speak (?:to|with)|call|ring|interview)",
        r"(?:meet|visit|interview) you\b",
        r"(?:meet|come (?:and |to )?(?:see|find|visit)) (?:me|us)\b",
        r"(?:let['’]?s|we (?:could|should|can|must)) (?:meet|talk|speak)\b",
        r"(?:[cg]wrdd|[cg]yfarfod)(?: â| gyda)? (?:ti|chi|mi|fi|ni)\b",
        r"(?:write|reply|get) back",
        r"(?:please|pls) (?:reply|answer|respond|contact)",
        r"i(?:['’]m| am) a (?:journalist|reporter|producer|researcher|author)",
    ),
    Mark.ELSEWHERE: _said(
        r"(?:insta(?:gram)?|ig|snapchat|on (?:my )?snap|tik ?tok|twitter|facebook|fb|whatsapp|telegram|discord|kik"
        r"|messenger|youtube|linkedin|onlyfans|reddit|bluesky|mastodon)\b",
        r"dot (?:com|org|net|info|me|io|co|cymru|wales|uk)\b",
    ),
}


def marks_of(taken: TakenOut, *, typed: str, called: Iterable[str] = ()) -> list[Mark]:
    """`called`: what we call those who tell it, where the story does not: who writes that may know them."""
    found = {mark for mark, pattern in PATTERNS.items() if pattern.search(typed)}
    if taken.gaps:
        found.add(Mark.GAPS)
    if any(re.search(rf"\b{re.escape(name)}\b", typed, re.IGNORECASE) for name in called if len(name) > 1):
        found.add(Mark.KNOWS)
    return [mark for mark in Mark if mark in found]
