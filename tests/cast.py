"""The named cast. Everyone here is invented; addresses end in .example, phones are kept for drama."""

DEE = {
    "called": "Dee",
    "channel": "letter",
    "legal_name": "Deirdre Maguire-Okafor",
    "address": "Flat 9, Cooper's Yard",
}
NELL = {
    "called": "Nell",
    "channel": "email",
    "legal_name": "Eleanor Gathercole",
    "email": "nell@post.example",
}
JJ = {"called": "JJ", "channel": "sms", "legal_name": "Jerome Joseph Tallis", "phone": "07700 900177"}
NAN = {"called": "Bernadette", "channel": "phone", "legal_name": "Bernadette Swale", "phone": "01632 960142"}
HELEDD = {"called": "Heledd", "channel": "email", "language": "cy", "email": "heledd@post.example"}
