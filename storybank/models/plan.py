"""What the supporter plans to ask for: at most four uses, chosen before the author is asked."""

from django.db import models


class StoryPlan(models.Model):
    page = models.OneToOneField("storybank.StoryPage", on_delete=models.CASCADE, related_name="plan")
    uses = models.JSONField(default=list, help_text="Slugs of the uses planned now; the website when empty.")

    def __str__(self) -> str:
        return "What we plan to ask"

    @property
    def slugs(self) -> list[str]:
        return list(self.uses) or ["website"]
