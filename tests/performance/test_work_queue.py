"""The work queue with ten thousand stories: as many queries as with eight, and an answer within a second."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.performance.many_stories import a_few_of_each, multiply
from tests.storybank.admin.steps import a_lead

pytestmark = [pytest.mark.deep, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
QUEUE = reverse("work:queue")


def test_ten_thousand_stories_cost_as_many_queries_as_eight_and_less_than_a_second(client):
    pages = a_few_of_each()
    client.force_login(a_lead())
    client.get(QUEUE, {"list": "every"})
    with CaptureQueriesContext(connection) as few:
        client.get(QUEUE, {"list": "every"})
    multiply(pages, since=0, upto=10_000)
    client.get(QUEUE, {"list": "every"})

    with CaptureQueriesContext(connection) as many:
        began = time.monotonic()
        answer = client.get(QUEUE, {"list": "every"})
        took = time.monotonic() - began

    print(f"\n{len(many)} queries, {took:.2f} s for {answer.context['shown'].paginator.count} stories")
    assert len(many) <= len(few) + 1
    assert took < 1
    assert answer.context["shown"].paginator.count > 10_000
