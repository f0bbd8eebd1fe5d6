"""What others still hold after a stop: a list with clocks, and one sheet to write down what came of asking."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST
from wagtail.admin.ui.components import Component

from consent.admin.stop_forms import AgainForm, MarkForm
from consent.domain.out.letters import CannotSend, send_again
from consent.domain.out.recall_queue import Task, count_late, finished_tasks_of, task_of, tasks_of
from consent.domain.out.recall_table import NotThatWay
from consent.domain.out.recalling import mark, note_on
from consent.enums import RecallState
from people.admin.access import role_required
from people.roles import COMMS, DPO, SUPPORTER, has_role

WHO = (COMMS, SUPPORTER, DPO)
VERBS = {
    RecallState.ASKED: "I asked them",
    RecallState.ACKNOWLEDGED: "They say they will",
    RecallState.DONE: "It is gone, I looked",
    RecallState.REFUSED: "They said no",
    RecallState.IMPOSSIBLE: "It cannot be taken back",
}


@role_required(*WHO)
def taking_back(request):
    context = {"tasks": tasks_of(request.user), "finished": finished_tasks_of(request.user)}
    return render(request, "consent/admin/taking_back.html", context)


@role_required(*WHO)
def one(request, uid: UUID):
    return _sheet(request, _task_or_404(request, uid), MarkForm())


@role_required(*WHO)
@require_POST
def mark_one(request, uid: UUID):
    """A stale tab is told what is possible now; nothing typed is lost."""
    task = _task_or_404(request, uid)
    form = MarkForm(request.POST)
    if not form.is_valid():
        return _sheet(request, task, form, status=422)
    try:
        mark(
            task.uid, to=RecallState(form.cleaned_data["to"]), by=request.user, note=form.cleaned_data["note"]
        )
    except NotThatWay as refused:
        form.add_error(None, str(refused))
        return _sheet(request, task, form, status=409)
    messages.success(request, f"{task.mark}: written down. The person reads it on their own list.")
    return redirect("stops:taking_back")


@role_required(*WHO)
@require_POST
def send_once_more(request, uid: UUID):
    """The letter again, with a fresh address for the answer. A second press is told that one is on its way."""
    task = _task_or_404(request, uid)
    again = AgainForm(request.POST)
    if not again.is_valid():
        return _sheet(request, task, MarkForm(), again=again, status=422)
    try:
        send_again(task.uid, by=request.user, contact=again.cleaned_data["contact"])
    except CannotSend as refused:
        again.add_error("contact", str(refused))
        return _sheet(request, task, MarkForm(), again=again, status=409)
    messages.success(request, f"{task.mark}: a letter is on its way. It counts as asked once it has gone.")
    return redirect("stops:taking_back")


class LatePanel(Component):
    """On the first page of whoever can do something about it."""

    name = "taking-back"
    template_name = "consent/admin/panel_late.html"
    order = 20

    def __init__(self, user) -> None:
        self.user = user

    def get_context_data(self, parent_context):
        waiting, late, failed = count_late(self.user)
        return {"waiting": waiting, "late": late, "failed": failed}


def add_late(request, panels) -> None:
    if has_role(request.user, *WHO):
        panels.append(LatePanel(request.user))


def _task_or_404(request, uid: UUID) -> Task:
    task = task_of(request.user, uid)
    if task is None:
        raise Http404
    return task


def _sheet(request, task: Task, form: MarkForm, *, again: AgainForm | None = None, status: int = 200):
    context = {
        "again": again or AgainForm(initial={"contact": task.contact}),
        "task": task,
        "form": form,
        "moves": [(state.value, VERBS[state]) for state in task.moves],
        "note": note_on(task.uid),
    }
    return render(request, "consent/admin/taking_back_one.html", context, status=status)
