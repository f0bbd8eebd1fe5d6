"""The write lock of story pages, below the models because `StoryPage.save()` asks it."""
