"""What came back to a story, as a piece of its page: kept under the gate's answer and the mark of the surroundings."""

from collections.abc import Sequence

from django.template.loader import render_to_string

from storybank.answers.gate import showing_in
from storybank.answers.showing import what_came
from storybank.domain.showing import Stands
from storybank.public.other_forms import speaks_as_the_first
from storybank.public.pieces import keeping


def answers(here: Stands, forms: Sequence[Stands]) -> str:
    """Whatever is let stand or taken down changes the mark: the next request sees it. `forms`: the others of the story
    that the gate let through in this request."""
    if not speaks_as_the_first(here, forms):
        return ""
    name = keeping.key("answers", here.kept_under, here.mark)
    return str(keeping.made_once(name, lambda: _made(here)))


def _made(here: Stands) -> str:
    shows = here.values()
    came = what_came(shows["file_id"], shown=showing_in(shows))
    return render_to_string("storybank/pieces/answers.html", {"came": came}) if came else ""
