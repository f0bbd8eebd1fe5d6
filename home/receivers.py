"""What this room hears: readers' pages are put together anew when the front page changes."""

from home.models import HomePage
from people.surroundings import grows_with

grows_with(HomePage)
