"""How gunicorn serves (`--config python:storybank.config.serving`): it does not say what it is and writes nobody down.

No line for each request; and of what goes wrong neither who asked nor what was searched for.
"""

from typing import Any

from gunicorn.glogging import Logger
from gunicorn.http import wsgi

from storybank.config.quiet_logs import NoDeskAddresses

wsgi.SERVER = "web"
accesslog = None


class Quiet(Logger):
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.addFilter(NoDeskAddresses())


logger_class = Quiet
