"""Calling back what went out when it was not the person's stop: we ended it, it did not count, or it became less.

Written under the file's lock, in the transaction of the act. Letters follow after the commit.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from consent.domain.out.following_up import follow_up_quietly
from consent.domain.out.outings import new_code
from consent.domain.out.stop_cases import in_scope, open_case
from consent.enums import CaseKind, Method
from consent.models import ConsentFile, Outing, StopCase

if TYPE_CHECKING:
    from people.models import User


def call_back(
    file: ConsentFile, *, kind: CaseKind, route: Method, use: str = "", by: "User | None" = None
) -> StopCase | None:
    """A case for whatever is still out of this file and use; None when nothing is."""
    return _case(file, in_scope([file.pk], use=use, kind=kind), kind=kind, route=route, use=use, by=by)


def call_back_what_shows_more(
    file: ConsentFile, *, edition_id: int, use: str, route: Method, by: "User | None" = None
) -> StopCase | None:
    """The person made one use of one version less: copies that others hold show more than they now agree to."""
    reach = in_scope([file.pk], use=use, kind=CaseKind.LESS).filter(edition_id=edition_id)
    return _case(file, reach, kind=CaseKind.LESS, route=route, use=use, by=by)


def _case(
    file: ConsentFile,
    reach: Iterable[Outing],
    *,
    kind: CaseKind,
    route: Method,
    use: str,
    by: "User | None",
) -> StopCase | None:
    ids = [outing.pk for outing in reach]
    if not ids:
        return None
    case = open_case([file], code=new_code(), kind=kind, route=route, use=use, recorded_by=by, only=ids)
    transaction.on_commit(partial(follow_up_quietly, case.pk), robust=True)
    return case
