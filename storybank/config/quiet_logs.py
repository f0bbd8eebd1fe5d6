"""Keeps readers out of the logs: addresses of desks, links and files, what was searched for, and where it came from."""

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


class NoDeskAddresses(logging.Filter):
    """Changes the record, and lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        quiet = DESK_ADDRESS.sub(r"\g<door>…", said)
        quiet = WHO.sub("ip=…", ASKED.sub(r"\g<path>?…", quiet))
        if quiet != said:
            record.msg, record.args = quiet, None
        return True
