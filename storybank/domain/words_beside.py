"""Every recording has what is said in it beside it, and every picture what it shows: for whoever cannot hear or see."""

from storybank.lock.closure import blocks_of
from storybank.models import StoryPage

NO_TRANSCRIPT = (
    "A recording has no words beside it. Write down what is said in it, word for word; then go on."
)
NO_ALT = "A picture has no words beside it. Ask the author what it shows, and write that; then go on."


def missing(words: StoryPage) -> str:
    """What has to be written before these words can be agreed to or shown; empty when nothing has."""
    for kind, value in blocks_of(words.body):
        if kind == "sound" and not value["transcript"].strip():
            return NO_TRANSCRIPT
        if kind == "picture" and not value["alt"].strip():
            return NO_ALT
    return ""
