"""Which helplines stand beside a story: the ones for everybody first, then those for its themes, checked recently."""

from storybank.models import Helpline, StoryPage


def helplines_for(page: StoryPage | None = None) -> list[Helpline]:
    """Without a page: every showable line, for the help page."""
    lines = Helpline.objects.all()
    if page is not None:
        ids = [theme.pk for theme in page.themes.all()]
        lines = (lines.filter(always=True) | lines.filter(themes__in=ids)).distinct()
    return [line for line in lines.order_by("-always", "name") if line.showable]
