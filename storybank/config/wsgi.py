"""The door for gunicorn. Production settings unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

from storybank.config.starting import replay_stops

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storybank.config.settings.production")

application = get_wsgi_application()
replay_stops()
