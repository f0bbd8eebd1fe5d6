"""Starting again takes half a minute, so it runs beside the request; its progress lies in a small file."""

import json
import logging
import threading
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from django.conf import settings
from django.db import connections

from home.demo_loading.load import SomebodyElseIsHere, start_again
from home.demo_loading.start import CannotStartAgain

log = logging.getLogger(__name__)
one_at_a_time = threading.Lock()
GIVEN_UP = timedelta(minutes=3)
"""Without a sign of life for so long, the work has died with its process."""


@dataclass(slots=True)
class Work:
    """`beat` is real time, not the house's: the house's clock is put back on the way."""

    state: Literal["idle", "running", "done", "failed"] = "idle"
    lines: list[str] = field(default_factory=list)
    problem: str = ""
    beat: str = ""


def begin() -> bool:
    """Start in the background. False when it is under way already."""
    with one_at_a_time:
        if progress().state == "running":
            return False
        _write(Work(state="running"))
    threading.Thread(target=_run, name="demo-afresh", daemon=True).start()
    return True


def progress() -> Work:
    """How far it is. Work that fell silent counts as failed."""
    try:
        work = Work(**json.loads(_file().read_text()))
    except (FileNotFoundError, ValueError, TypeError):
        return Work()
    if work.state == "running" and datetime.now(UTC) - datetime.fromisoformat(work.beat) > GIVEN_UP:
        return Work(state="failed", lines=work.lines, problem="It broke off half way. Start it once more.")
    return work


def _run() -> None:
    work = Work(state="running")

    def say(line: str) -> None:
        work.lines.append(line)
        _write(work)

    try:
        start_again(say=say)
    except (CannotStartAgain, SomebodyElseIsHere) as refusal:
        work.state, work.problem = "failed", str(refusal)
    except Exception:
        log.exception("the demo could not start again")
        work.state, work.problem = (
            "failed",
            "Something went wrong. The terminal says what. Start it once more.",
        )
    else:
        work.state = "done"
    finally:
        _write(work)
        connections.close_all()


def _write(work: Work) -> None:
    """Written aside and moved into place, so that a reader never meets half a file."""
    work.beat = datetime.now(UTC).isoformat()
    aside = _file().with_suffix(".new")
    aside.parent.mkdir(parents=True, exist_ok=True)
    aside.write_text(json.dumps(asdict(work)))
    aside.replace(_file())


def _file() -> Path:
    return Path(settings.VAR_DIR) / "demo-afresh.json"
