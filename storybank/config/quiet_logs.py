"""Keeps readers out of the logs: addresses of desks, links and files, what was searched for, and where it came from.

Whoever asks for another host's name (a scanner, as a rule; or `ALLOWED_HOSTS` lacks one of ours) leaves one line: the
name may be an address of their own, and the way it took through Django helps nobody.
"""

import logging
import re

# One word of these paths may stay: what follows it is a person's, a link's or a picture's.
DESKS = (
    "my|stop|in-a-story|answer|check|check-sheets|confirm|reading|requests|calendar|taken-down|complain"
    "|media|q|staff|demo"
)
DESK_ADDRESS = re.compile(rf"(?P<door>/(?:cy/)?(?:{DESKS})/)[^\s\"']+")
ASKED = re.compile(r"(?P<path>/[^\s\"'?]*)\?[^\s\"']+")
WHO = re.compile(r"\bip=\S+")

OTHER_HOST = "django.security.DisallowedHost"
NOT_OURS = "Asked for by a name that is not in ALLOWED_HOSTS."


class NoDeskAddresses(logging.Filter):
    """Changes the record, and lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == OTHER_HOST:
            record.msg, record.args, record.exc_info, record.exc_text = NOT_OURS, None, None, None
            return True
        said = record.getMessage()
        quiet = DESK_ADDRESS.sub(r"\g<door>…", said)
        quiet = WHO.sub("ip=…", ASKED.sub(r"\g<path>?…", quiet))
        if quiet != said:
            record.msg, record.args = quiet, None
        return True
