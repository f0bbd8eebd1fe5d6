"""The addresses of the ledger and of complaints, under /admin/. Each name stands on the admin's allow-list."""

from django.urls import include, path

from consent.admin import complaints, ending, ledger

ledger_urls = (
    [
        path("", ledger.index, name="index"),
        path("take/<str:form>/", ledger.take, name="take"),
        path("reads/", ledger.reads, name="reads"),
        path("<uuid:uid>/", ledger.record, name="record"),
        path("<uuid:uid>/end/", ending.end, name="end"),
        path("<uuid:uid>/not-counting/<uuid:choice>/", ending.not_counting, name="not_counting"),
    ],
    "ledger",
)
complaint_urls = (
    [
        path("", complaints.index, name="index"),
        path("new/", complaints.new, name="new"),
        path("<int:pk>/", complaints.one, name="view"),
        path("<int:pk>/act/", complaints.act, name="act"),
    ],
    "complaints",
)
urlpatterns = [path("ledger/", include(ledger_urls)), path("complaints/", include(complaint_urls))]
