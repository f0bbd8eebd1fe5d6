"""A fresh question against a no or a stop at the same moment: nobody is asked after they said so."""

import pytest

from consent.domain.acts import answering, asking
from consent.domain.proof.audit import audit
from consent.domain.stop import stopping
from consent.enums import Answer
from consent.models import ConsentEvent
from tests.consent.the_race import race
from tests.factories.consent import a_file, a_version, asked, told

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("first", ["ask", "end"])
@pytest.mark.parametrize("end", ["no", "stop"])
def test_no_question_is_put_after_the_no_or_the_stop(first, end):
    file = a_file()
    (row,) = asked(a_version(file))
    newer, person = a_version(file, "Other words."), row.appearance.person
    told(file, person)
    acts = {
        "ask": lambda: asking.ask(newer, uses=["website"]),
        "end": (lambda: stopping.stop(person, files=[file]))
        if end == "stop"
        else (lambda: answering.answer(row, person=person, answer=Answer.NO)),
    }

    order = ["ask", "end"] if first == "ask" else ["end", "ask"]
    runners = dict(zip(order, race(*(acts[name] for name in order), files=[file.pk]), strict=True))

    kinds = list(
        ConsentEvent.objects.filter(file=file, kind__in=["asked", "answered", "stopped"]).values_list(
            "kind", flat=True
        )
    )
    last = max(kinds.index(kind) for kind in kinds if kind in {"answered", "stopped"})
    assert "asked" not in kinds[last:]
    assert runners["end"].error is None
    assert type(runners["ask"].error) is (type(None) if first == "ask" else asking.CannotAsk)
    assert list(audit()) == []
