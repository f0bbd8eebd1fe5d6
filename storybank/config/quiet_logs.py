"""Keeps addresses of desks, links and files out of the logs: they say who was where; some open doors."""

import logging
import re

# One word of these paths may stay: what follows it is a person's, a link's or a picture's.
DESKS = "my|stop|in-a-story|answer|check|reading|requests|calendar|media|q|staff|demo"
DESK_ADDRESS = re.compile(rf"(?P<door>/(?:cy/)?(?:{DESKS})/)[^\s\"']+")


class NoDeskAddresses(logging.Filter):
    """Changes the record, and lets every record pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        quiet = DESK_ADDRESS.sub(r"\g<door>…", said)
        if quiet != said:
            record.msg, record.args = quiet, None
        return True
