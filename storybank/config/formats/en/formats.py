"""British dates and numbers for "en"."""

from django.conf.locale.en_GB.formats import *  # noqa: F403 - Django's own list is what is wanted
