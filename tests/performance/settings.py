"""What the measured server runs: production's rules on the test database, with the rungs mounted beside our pages."""

from storybank.config.settings.environment import env
from storybank.config.settings.test import *

CLOCK_CAN_MOVE = False  # in production no page looks for a moved clock
ROOT_URLCONF = "tests.performance.rungs"
DATABASES["default"]["CONN_MAX_AGE"] = None  # a connection that closes takes its account with it
if env.bool("BENCH_BARE", False):
    MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]  # it will not start without
