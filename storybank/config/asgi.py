"""The door for an ASGI server. Production settings unless the environment says otherwise."""

import os

from django.core.asgi import get_asgi_application

from storybank.config.starting import replay_stops

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storybank.config.settings.production")

application = get_asgi_application()
replay_stops()
